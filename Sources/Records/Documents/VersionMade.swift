/// A document got a further version.
public struct VersionMade: VersionMaking {
    public static let type = "document.version-made/1"
    public static let title = Phrase("新版本", "version made")

    public let document: DocumentID
    public let version: VersionRecord

    public init(document: DocumentID, version: VersionRecord) {
        self.document = document
        self.version = version
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: VersionMade {
        VersionMade(document: .sample, version: .sample)
    }
}
