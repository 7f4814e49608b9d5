import Records
import Wording

/// What people say in a word or a sentence, checked before it is recorded.
enum Words {
    /// Most bytes of a short text: a title, a name, a number.
    static let longestText = 1000
    /// Most bytes of a reason.
    static let longestReason = 4000

    /// Without white space at both ends.
    static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// A reason as it is recorded.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` for an empty or too long one.
    static func reason(_ words: String, _ field: String = "reason") throws(ArchiveError) -> String {
        try needed(words, field, limit: longestReason, mayHaveLines: true)
    }

    /// A short text that must be there.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` for an empty or too long one.
    static func text(_ words: String, _ field: String, limit: Int = longestText) throws(ArchiveError) -> String {
        try needed(words, field, limit: limit, mayHaveLines: false)
    }

    /// Whether words are written as identifiers are shown; without hyphens, some name of thirteen letters is one by chance.
    static func looksLikeIdentifier(_ words: String) -> Bool { matchingKey(words).wholeMatch(of: /[A-Z](-[0-9A-Z]{4}){3}/) != nil }

    /// Refuses a list that is there and names nothing.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`
    static func refuseEmpty(_ list: [some Any]?, _ field: String) throws(ArchiveError) {
        guard list?.isEmpty == true else { return }
        throw ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: field), subject: field)
    }

    private static func needed(_ words: String, _ field: String, limit: Int, mayHaveLines: Bool) throws(ArchiveError) -> String {
        let text = trimmed(words)
        guard !text.isEmpty else { throw ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: field), subject: field) }
        guard text.utf8.count <= limit else {
            throw ArchiveError(.valueRefused, ArchiveMessage.textTooLong(field: field, limit: limit), subject: field)
        }
        try refuseUnseemly(text, field, mayHaveLines: mayHaveLines)
        return text
    }

    /// Makes sure that a text shows, and shows as what it is (law 9).
    ///
    /// - Parameters:
    ///   - member: Where it was written, if not in a member called like what it is.
    ///   - mayHaveLines: Whether line feeds and tabs may stand in it.
    static func refuseUnseemly(_ text: String, _ field: String, of member: String? = nil, mayHaveLines: Bool) throws(ArchiveError) {
        let isInvisible = !text.unicodeScalars.contains(where: \.isVisible)
        func isRefused(_ scalar: Unicode.Scalar) -> Bool {
            isInvisible || scalar.isUnseemly && !(mayHaveLines && ["\n", "\t"].contains(scalar))
        }
        guard text.unicodeScalars.contains(where: isRefused) else { return }
        let value = text.unicodeScalars.map { isRefused($0) ? "U+\(String($0.value, radix: 16, uppercase: true))" : "\($0)" }.joined()
        throw ArchiveError(
            .valueRefused, ArchiveMessage.valueRefused(field: field, value: value), subject: member ?? field)
    }

    /// A date as people write it.
    static func date(_ words: String, _ field: String, of member: String? = nil) throws(ArchiveError) -> RoughDate {
        do { return try RoughDate(words: words) } catch {
            throw ArchiveError(
                .valueRefused, ArchiveMessage.dateUnknown(field: field, value: words), remedy: Remedy.dateForms, subject: member ?? field)
        }
    }

    /// A date that is a fact: nothing may be recorded of a day after today.
    ///
    /// - Parameter member: Where it was written, if not in a member called like what it is.
    static func past(
        _ words: String, _ field: String, of member: String? = nil, on today: CivilDate
    ) throws(ArchiveError) -> RoughDate {
        let date = try date(words, field, of: member)
        guard date.earliest <= today else {
            throw ArchiveError(
                .valueRefused, DealMessage.factInFuture(name: field, value: "\(date)"), remedy: Remedy.whenItHappened,
                subject: member ?? field)
        }
        return date
    }
}
