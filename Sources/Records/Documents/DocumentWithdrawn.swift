/// A document was withdrawn (误归档, R-7): it leaves every list and search, its bytes stay.
public struct DocumentWithdrawn: TakingAway, SpeakingOf {
    public static let type = "document.withdrawn/1"
    public static let title = Phrase("撤回", "document withdrawn")

    public let document: DocumentID
    public let reason: String

    public init(document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }
    public var takenFrom: [DocumentID] { [document] }

    public static var sample: DocumentWithdrawn {
        DocumentWithdrawn(document: .sample, reason: "误归档")
    }
}
