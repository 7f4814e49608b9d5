public import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// Sets the next number of a type aside, or a given one that is free.
    public func reserveNumber(of type: DocumentType, number: String?, reason: String?, key: String?, by actor: Actor)
        async throws(ArchiveError) -> NumberView
    {
        let request = try Request.key(key, for: ["reserve", type.code, number ?? "", reason ?? ""])
        return try await change(.reserveNumber, by: actor, request: request) { decision in
            if let earlier = try decision.earlierAnswer() { return try Self.reservedNumber(earlier, decision) }
            let pattern = try Self.pattern(of: type, decision)
            let chosen = try number ?? NumberQueries.next(of: type, year: decision.date.year, in: decision.db) ?? ""
            guard pattern.place(of: chosen) != nil else {
                throw ArchiveError(.valueRefused, ArchiveMessage.numberNotOurs(chosen, pattern: pattern.text), subject: chosen)
            }
            guard try NumberQueries.taken(chosen, in: decision.db) == nil else { throw Self.taken(chosen) }
            try decision.state(.numberReserved(NumberReserved(type: type, number: chosen, reason: reason)))
            return try Self.view(chosen, decision)
        }
    }

    /// Says why a number stays without a document: 作废 or the like.
    public func explainNumber(_ number: String, of type: DocumentType, reason: String, by actor: Actor) async throws(ArchiveError)
        -> NumberView
    {
        let reason = try Self.reason(reason)
        return try await change(.explainNumber, by: actor, request: nil) { decision in
            let pattern = try Self.pattern(of: type, decision)
            guard pattern.place(of: number) != nil else {
                throw ArchiveError(.valueRefused, ArchiveMessage.numberNotOurs(number, pattern: pattern.text), subject: number)
            }
            guard try NumberQueries.taken(number, in: decision.db)?.state != .used else { throw Self.taken(number) }
            try decision.state(.numberExplained(NumberExplained(type: type, number: number, reason: reason)))
            return try Self.view(number, decision)
        }
    }

    /// Gives a type another pattern; numbers given out before stay taken.
    public func setNumbering(of type: DocumentType, pattern text: String, by actor: Actor) async throws(ArchiveError) {
        guard let pattern = NumberingPattern(text) else {
            throw ArchiveError(.valueRefused, ArchiveMessage.patternRefused(text), subject: "pattern")
        }
        _ = try await change(.setNumbering, by: actor, request: nil) { decision in
            try decision.state(.numberingSet(NumberingSet(type: type, pattern: pattern.text)))
        }
    }

    /// Numbers without a document (漏号): reserved, explained, or skipped without a word.
    public func numberGaps(of type: DocumentType?, by actor: Actor) async throws(ArchiveError) -> [NumberView] {
        try await read { [self] db in
            try authorise(.listNumbers, for: actor, in: db)
            return try NumberQueries.gaps(of: type, in: db)
        }
    }

    private static func pattern(of type: DocumentType, _ decision: Decision) throws -> NumberingPattern {
        if let pattern = try NumberQueries.pattern(of: type, in: decision.db) { return pattern }
        throw ArchiveError(.valueRefused, ArchiveMessage.noNumbering(type.code), remedy: Remedy.setPattern, subject: type.code)
    }

    private static func taken(_ number: String) -> ArchiveError {
        ArchiveError(.numberTaken, ArchiveMessage.numberTaken(number), remedy: Remedy.chooseAnotherNumber, subject: number)
    }

    private static func view(_ number: String, _ decision: Decision) throws -> NumberView {
        guard let view = try NumberQueries.taken(number, in: decision.db) else {
            throw ArchiveError.fault("a number just taken is not there")
        }
        return view
    }

    private static func reservedNumber(_ earlier: DecisionQueries.EarlierRequest, _ decision: Decision) throws -> NumberView {
        guard let number = earlier.subject else { throw ArchiveError.fault("a request without a subject") }
        return try view(number, decision)
    }
}
