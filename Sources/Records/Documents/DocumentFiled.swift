/// A document was filed, with its first version.
public struct DocumentFiled: VersionMaking {
    public static let type = "document.filed/1"
    public static let title = Phrase("归档", "document filed")

    public let document: DocumentID
    public let metadata: Metadata
    public let version: VersionRecord

    public init(document: DocumentID, metadata: Metadata, version: VersionRecord) {
        self.document = document
        self.metadata = metadata
        self.version = version
    }

    public var subjects: [String] { [document.compact] + [metadata.party?.compact].compactMap { $0 } }

    public static var sample: DocumentFiled {
        DocumentFiled(document: .sample, metadata: .sample, version: .sample)
    }
}
