public import Records
public import Catalogue
import Retention

/// Classes that a document may belong to, with what speaks for each: what is said only, and never applied unasked.
public struct SuggestClass: Question {
    public typealias Answer = Suggestions
    public static let operation = Operation.readDocument
    public static var sample: SuggestClass { SuggestClass(for: .sample) }

    public let document: DocumentID

    public init(for document: DocumentID) { self.document = document }

    /// What is suggested.
    public struct Suggestions: Sendable, Codable, Hashable {
        /// The likeliest first; at most three.
        public let suggestions: [ClassSuggestion]
    }

    public func answer(_ reading: Reading) throws -> Suggestions {
        try reading.refuseUnknown([document])
        let scheme = try reading.scheme()?.scheme
        let evidence = try reading.classEvidence(for: document)
        return Suggestions(
            suggestions: ClassSuggestion.rank(evidence) { scheme?.isOpen($0, on: reading.today) ?? true })
    }
}
