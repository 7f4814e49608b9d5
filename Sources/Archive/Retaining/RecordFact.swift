public import Catalogue
public import Records
import Retention
import Wording

/// Records a fact that rules ask for, corrects it, or takes it back; answers what moved.
public struct RecordFact: Change {
    public typealias Answer = FactChange
    public static let operation = Operation.recordFact
    public static var sample: RecordFact { RecordFact("performed", "2025-05", of: .sample, evidence: .other) }

    public let document: DocumentID
    /// The fact's code or its name in either language, or `event:` and a name of the company's own.
    public let name: String
    /// A date known to the day, month or year, a year, or true or false; nil takes the fact back.
    public let value: String?
    /// The document that shows it.
    public let evidence: DocumentID?
    /// Needed where an earlier value is corrected or taken back.
    public let reason: String?

    public init(_ name: String, _ value: String?, of document: DocumentID, evidence: DocumentID? = nil, reason: String? = nil) {
        self.name = name
        self.value = value
        self.document = document
        self.evidence = evidence
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reading = decision.reading
        let name = StandardFact(word: name)?.rawValue ?? name
        let normal = try FactValue.normal(name, value, on: decision.today)
        try reading.refuseUnknown([document, evidence].compactMap { $0 })
        let before = try reading.fact(name, of: document)
        guard before != normal else { throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "value") }
        let reason = try before == nil ? reason.map { try Words.reason($0) } : Words.reason(reason ?? "")
        try decision.state(
            FactRecorded(document: document, name: name, value: normal, before: before, evidence: evidence, reason: reason))
    }

    /// What the fact was and is, and until when the document is kept now.
    public static func answer(after events: [any Event], _ reading: Reading) throws -> FactChange {
        let event = try events.the(FactRecorded.self)
        try reading.refuseUnknown([event.document])
        let before = try reading.derivation(of: event.document, assuming: event.name, is: event.before)
        return FactChange(
            document: event.document, name: event.name, value: event.value, before: event.before, dueBefore: before?.due.written,
            due: try reading.derivation(of: event.document)?.due.written)
    }
}

/// A fact's value as it is recorded.
enum FactValue {
    /// - Returns: nil where the fact is taken back.
    /// - Throws: ``ArchiveError`` `.valueRefused` for a fact that no rule can ask for, a value that is none, or a day that has not come.
    static func normal(_ name: String, _ words: String?, on today: CivilDate) throws(ArchiveError) -> String? {
        if let trigger = Trigger(named: name) {
            guard let words else { return nil }
            let date = try Words.past(words, name, of: "value", on: today)
            guard trigger != .accountingYear || date == .year(date.latest.year) else { throw wrong(name, words, .yearForm) }
            return "\(date)"
        }
        guard Circumstance(rawValue: name) != nil else {
            let known = StandardFact.names + [Phrase("event:名称", "event:NAME")]
            throw ArchiveError(.valueRefused, DealMessage.factUnknown(name), remedy: Remedy.words(known), subject: "name")
        }
        switch words?.lowercased() {
        case nil: return nil
        case "true", "yes", "是": return "true"
        case "false", "no", "否": return "false"
        case let other?: throw wrong(name, other, .yesOrNo)
        }
    }

    private static func wrong(_ name: String, _ value: String, _ remedy: Remedy) -> ArchiveError {
        ArchiveError(.valueRefused, DealMessage.factValueWrong(name: name, value: value), remedy: remedy, subject: "value")
    }
}
