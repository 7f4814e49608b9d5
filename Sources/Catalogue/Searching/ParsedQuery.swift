public import Records

/// What a query means: all clauses must hold. Every text has a meaning; what was not taken as it was meant is told.
public struct ParsedQuery: Sendable, Hashable {
    /// A part that must hold, or must not: one of its alternatives.
    public struct Clause: Sendable, Hashable {
        public let negated: Bool
        public let alternatives: [Term]

        /// What it asks for wherever it stands, and not of one field.
        var words: [TextTerm] { alternatives.compactMap { if case .text(let text) = $0, text.column == nil { text } else { nil } } }
    }

    /// One thing asked for.
    public enum Term: Sendable, Hashable {
        case text(TextTerm)
        case field(FieldCondition)
    }

    public let clauses: [Clause]
    public let ignored: [IgnoredText]

    /// The words that decide about rank: not negated, and not asked of one field.
    var freeText: [TextTerm] { clauses.filter { !$0.negated }.flatMap(\.words) }

    /// Whether what it finds hangs on words of the text, and not on fields alone.
    var asksForText: Bool { clauses.contains { !$0.words.isEmpty } }
}

/// Words that a text must hold next to each other.
public struct TextTerm: Sendable, Hashable {
    /// The part of a document that is searched.
    public enum Column: String, Sendable, Hashable {
        case number, title, party
    }

    /// As typed.
    public let text: String
    /// Typed in quotation marks: the last word is whole, not the beginning of one.
    public let exact: Bool
    /// Where it must be; nil for anywhere.
    public let column: Column?
}

/// What a field of a document must be.
public enum FieldCondition: Sendable, Hashable {
    case type(DocumentType)
    case state(DocumentState)
    case confidentiality(Confidentiality)
    /// The class, or one below it: the code begins so, folded.
    case recordClass(String)
    /// The handler's folded name contains this.
    case handler(String)
    case party(PartyID)
    case document(DocumentID)
    /// A date that may lie in the range; nil bounds are open.
    case date(DateField, from: CivilDate?, through: CivilDate?)
    /// In hundredths, both included; nil bounds are open. A currency that is named must be the document's.
    case amount(from: Int64?, through: Int64?, currency: String?)

    /// The dates of a document.
    public enum DateField: String, Sendable, Hashable, CaseIterable {
        case signed, effective, expiry, filed
    }
}

/// A part of a query that was not taken as it was meant.
public struct IgnoredText: Sendable, Hashable {
    /// Why.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// No field has this name; the whole was searched as text.
        case unknownField
        /// The field cannot have this value; the value was searched as text.
        case unknownValue
        /// A field without a value; its name was searched as text.
        case missingValue
        /// A quotation mark without its partner: the phrase goes to the end.
        case openQuote
        /// Nothing in it can be searched.
        case nothingToSearch
        /// `OR` or `-` with nothing to apply to.
        case danglingOperator
        /// The query is longer than ``Query/longest`` or has more parts than ``Query/mostTerms``; the rest was left out.
        case tooLong
    }

    /// As typed.
    public let text: String
    public let reason: Reason
}
