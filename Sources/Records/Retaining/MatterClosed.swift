/// An open matter was closed.
public struct MatterClosed: SpeakingOf {
    public static let type = "matter.settled/1"
    public static let title = Phrase("了结事项", "matter closed")

    /// Its number, from 1.
    public let matter: Int
    public let document: DocumentID
    public let reason: String

    public init(matter: Int, document: DocumentID, reason: String) {
        self.matter = matter
        self.document = document
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: MatterClosed {
        MatterClosed(matter: 1, document: .sample, reason: "已付清")
    }
}
