/// The bytes of a 秘密 document were sent.
public struct ContentSent: Event {
    public static let type = "content.sent/1"
    public static let title = Phrase("取用秘密文件", "secret content sent")

    public let document: DocumentID
    public let version: VersionNumber
    public let name: FileName

    public init(document: DocumentID, version: VersionNumber, name: FileName) {
        self.document = document
        self.version = version
        self.name = name
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: ContentSent {
        ContentSent(document: .sample, version: .first, name: .sample)
    }
}
