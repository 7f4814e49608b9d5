/// A class that a document may belong to, as documents that were classified before suggest; nothing is ever classified by it unasked.
public struct ClassSuggestion: Sendable, Hashable, Codable {
    /// The class's code.
    public let `class`: String
    /// What speaks for it, the strongest first.
    public let because: [Ground]

    package init(class code: String, because: [Ground]) {
        self.class = code
        self.because = because
    }

    /// What documents have in common with the one that is asked about, and how many of them are in the class.
    public struct Ground: Sendable, Hashable, Codable {
        public let kind: SuggestionGround
        /// The type, the party's name, or the title's words.
        public let value: String
        /// How many that share it are in the class.
        public let documents: Int
        /// How many share it and have a class.
        public let of: Int

        package init(kind: SuggestionGround, value: String, documents: Int, of all: Int) {
            self.kind = kind
            self.value = value
            self.documents = documents
            self.of = all
        }
    }
}

/// What two documents can have in common that speaks for a class.
public enum SuggestionGround: String, Sendable, Hashable, Codable, CaseIterable {
    case type, party
    /// Most words of the title.
    case words
}
