public import Records
import Schemas
import Wording
import Yams

extension Vocabulary {
    /// The document types that come with the program (`schemas/document-types.yaml`).
    public static func standard() throws -> Vocabulary {
        Vocabulary(
            entries: try YAMLDecoder().decode([FileEntry].self, from: String(decoding: Schema.documentTypes, as: UTF8.self)).map(\.entry))
    }

    /// The type that a code or a name in either language means.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`, which names those that there are.
    public func required(_ word: String) throws(ArchiveError) -> DocumentType {
        if let type = type(named: word) { return type }
        throw ArchiveError(.valueRefused, ArchiveMessage.typeUnknown(word, known: names), remedy: Remedy.listTypes, subject: "type")
    }

    /// A line of the file; what it leaves out is empty.
    private struct FileEntry: Decodable {
        let code: DocumentType
        let chinese: String
        let english: String
        let synonyms: [String]?
        let fields: [String: [String]]?
        let numbering: String?

        var entry: Entry {
            Entry(code: code, chinese: chinese, english: english, synonyms: synonyms ?? [], fields: fields ?? [:], numbering: numbering)
        }
    }
}
