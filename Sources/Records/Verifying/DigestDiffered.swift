/// Bytes were found to differ from their digest: an alarm.
public struct DigestDiffered: Event {
    public static let type = "digest.differed/1"
    public static let title = Phrase("摘要不符", "digest differed")

    public let document: DocumentID
    public let version: VersionNumber
    public let name: String
    public let expected: ContentDigest

    public init(document: DocumentID, version: VersionNumber, name: String, expected: ContentDigest) {
        self.document = document
        self.version = version
        self.name = name
        self.expected = expected
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: DigestDiffered {
        DigestDiffered(document: .sample, version: .first, name: "合同.pdf", expected: .sample)
    }
}
