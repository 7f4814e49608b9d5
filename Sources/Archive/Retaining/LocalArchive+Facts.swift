import Catalogue
public import Records
import Retention
import Wording

extension LocalArchive {
    /// Records a fact that rules ask for, corrects it, or takes it back; answers what moved.
    ///
    /// - Parameters:
    ///   - value: A date known to the day, month or year, a year, or true or false; nil takes the fact back.
    ///   - evidence: The document that shows it.
    ///   - reason: Needed where an earlier value is corrected or taken back.
    public func recordFact(
        _ name: String, _ value: String?, of document: DocumentID, evidence: DocumentID?, reason: String?, by actor: Actor
    ) async throws(ArchiveError) -> FactChange {
        let normal = try value.map { text throws(ArchiveError) in try Self.factValue(name, text) }
        if normal == nil { _ = try Self.factValue(name, nil) }
        return try await change(.recordFact, by: actor) { [self] decision in
            for id in [document, evidence].compactMap({ $0 }) { _ = try visibleDocument(id, for: actor, in: decision.db) }
            guard let row = try DocumentQueries.row(of: document, in: decision.db) else { throw Self.unknown("\(document)") }
            let before = try RetentionQueries.statedFact(name, of: row, in: decision.db)
            guard before != normal else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: name) }
            let reason = try before == nil ? reason.map { try Self.reason($0) } : Self.reason(reason ?? "")
            if let date = normal.flatMap({ RoughDate($0) }), Trigger(named: name) != nil { try refuseFuture(date, name, decision) }
            let earlier = try due(row, decision)
            try decision.state(
                .factRecorded(
                    FactRecorded(document: document, name: name, value: normal, before: before, evidence: evidence, reason: reason)))
            return FactChange(
                document: document, name: name, value: normal, before: before, dueBefore: earlier, due: try due(row, decision))
        }
    }

    /// A fact that has not happened yet is none: nothing may be recorded of a day after today.
    func refuseFuture(_ date: RoughDate, _ name: String, _ decision: Decision) throws(ArchiveError) {
        guard date.earliest > decision.date else { return }
        throw ArchiveError(.valueRefused, DealMessage.factInFuture(name: name, value: "\(date)"), remedy: Remedy.dateForms, subject: name)
    }

    /// A date as people write it.
    static func date(_ words: String, _ field: String) throws(ArchiveError) -> RoughDate {
        do { return try RoughDate(words: words) } catch {
            throw ArchiveError(
                .valueRefused, ArchiveMessage.dateUnknown(field: field, value: words), remedy: Remedy.dateForms, subject: field)
        }
    }

    /// A short text that must be there.
    static func text(_ words: String, _ field: String) throws(ArchiveError) -> String {
        let trimmed = String(words.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        guard !trimmed.isEmpty else { throw ArchiveError(.valueRefused, ArchiveMessage.valueMissing(field: field), subject: field) }
        guard trimmed.utf8.count <= MetadataReader.longestText else {
            throw ArchiveError(
                .valueRefused, ArchiveMessage.textTooLong(field: field, limit: MetadataReader.longestText), subject: field)
        }
        return trimmed
    }

    private func due(_ row: Int64, _ decision: Decision) throws -> String? { try RetentionQueries.due(of: row, in: decision.db)?.due }

    /// The normal form of a fact's value.
    private static func factValue(_ name: String, _ words: String?) throws(ArchiveError) -> String {
        if let trigger = Trigger(named: name) {
            guard let words else { return "" }
            let date = try date(words, name)
            guard trigger != .accountingYear || date == .year(date.latest.year) else { throw wrong(name, words) }
            return "\(date)"
        }
        guard Circumstance(rawValue: name) != nil else {
            let known = Trigger.standard.map(\.name) + Circumstance.allCases.map(\.rawValue) + ["event:NAME"]
            throw ArchiveError(.valueRefused, DealMessage.factUnknown(name), remedy: DealRemedy.choices(known), subject: name)
        }
        switch words?.lowercased() {
        case nil: return ""
        case "true", "yes", "是": return "true"
        case "false", "no", "否": return "false"
        case let other?: throw wrong(name, other)
        }
    }

    private static func wrong(_ name: String, _ value: String) -> ArchiveError {
        ArchiveError(.valueRefused, DealMessage.factValueWrong(name: name, value: value), remedy: Remedy.dateForms, subject: name)
    }
}

/// What a fact was and is, and what moved by it.
public struct FactChange: Sendable, Codable {
    public let document: DocumentID
    public let name: String
    public let value: String?
    public let before: String?
    /// The first free day before the change, `never`, or nil while something was awaited.
    public let dueBefore: String?
    public let due: String?
}
