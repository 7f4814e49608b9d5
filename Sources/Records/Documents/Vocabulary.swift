/// The kinds of paper an archive knows, with their names in both languages. It is data: `schemas/document-types.yaml`.
public struct Vocabulary: Sendable, Hashable {
    /// One kind of paper.
    public struct Entry: Sendable, Hashable, Codable {
        public let code: DocumentType
        /// The name people see, in Chinese and in English.
        public let chinese: String
        public let english: String
        /// Other words for the same.
        public let synonyms: [String]
        /// Names of further fields that users expect, by code: Chinese and English.
        public let fields: [String: [String]]
        /// The numbering pattern a new archive begins with.
        public let numbering: String?

        public init(
            code: DocumentType, chinese: String, english: String, synonyms: [String], fields: [String: [String]], numbering: String?
        ) {
            self.code = code
            self.chinese = chinese
            self.english = english
            self.synonyms = synonyms
            self.fields = fields
            self.numbering = numbering
        }
    }

    public let entries: [Entry]
    private let byWord: [String: DocumentType]
    private let byCode: [DocumentType: Entry]

    public init(entries: [Entry]) {
        self.entries = entries
        byCode = Dictionary(entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var words: [String: DocumentType] = [:]
        for entry in entries {
            for word in [entry.code.code, entry.chinese, entry.english] + entry.synonyms where words[matchingKey(word)] == nil {
                words[matchingKey(word)] = entry.code
            }
        }
        byWord = words
    }

    /// The type that a code or a name in either language means.
    public func type(named word: String) -> DocumentType? { byWord[matchingKey(word)] }

    /// How people call the types that there are.
    public var names: [Phrase] { entries.map { Phrase($0.chinese, $0.english) } }

    /// How people call a type.
    public func name(of type: DocumentType) -> Phrase {
        entry(for: type).map { Phrase($0.chinese, $0.english) } ?? Phrase(type.code, type.code)
    }

    /// The code of a further field that a name in either language means, of those that are expected of a type.
    public func field(named word: String, of type: DocumentType) -> String? {
        let key = matchingKey(word)
        return entry(for: type)?.fields.first { ([$0.key] + $0.value).map(matchingKey).contains(key) }?.key
    }

    /// What is known of a type.
    public func entry(for type: DocumentType) -> Entry? { byCode[type] }
}
