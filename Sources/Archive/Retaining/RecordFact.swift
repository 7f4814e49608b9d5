public import Catalogue
public import Records
import Retention
import Wording

/// Records a fact that rules ask for, corrects it, or takes it back; answers what moved. An accounting year stands beside others.
/// What finance books is finance's to say.
public struct RecordFact: Change {
    public typealias Answer = FactChange
    public static let operation = Operation.recordFact
    public static var sample: RecordFact { RecordFact("performed", "2025-05", of: .sample, evidence: .other) }

    public let document: DocumentID
    /// The fact's code or its name in either language, or `event:` and a name of the company's own.
    public let name: String
    /// A date known to the day, month or year, a year, or true or false; nil takes the fact back.
    public let value: String?
    /// Whether this value is taken back: which of several accounting years.
    public let remove: Bool?
    /// The document that shows it.
    public let evidence: DocumentID?
    /// Needed where an earlier value is corrected or taken back.
    public let reason: String?

    public init(
        _ name: String, _ value: String?, of document: DocumentID, remove: Bool? = nil, evidence: DocumentID? = nil, reason: String? = nil
    ) {
        self.name = name
        self.value = value
        self.remove = remove
        self.document = document
        self.evidence = evidence
        self.reason = reason
    }

    public var operation: Operation { AccountingFacts.names.contains(standardName) ? .recordAccountingFact : Self.operation }

    private var standardName: String { StandardFact(word: name)?.rawValue ?? name }

    public func decide(_ decision: Decision) throws {
        let (reading, name) = (decision.reading, standardName)
        let said = try FactValue.normal(name, value, on: decision.today)
        try reading.refuseUnknown([document, evidence].compactMap { $0 })
        let standing = try reading.facts(name, of: document)
        let value = remove == true ? nil : said
        let before = try before(among: standing, said, name)
        guard before != value, value.map({ !standing.contains($0) }) ?? true else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, subject: "value")
        }
        let reason = try before == nil ? reason.map { try Words.reason($0) } : Words.reason(reason ?? "")
        try decision.state(FactRecorded(document: document, name: name, value: value, before: before, evidence: evidence, reason: reason))
    }

    /// What gives way: the fact as it stands, or that accounting year which is taken back.
    private func before(among standing: [String], _ said: String?, _ name: String) throws -> String? {
        let isTakenBack = remove == true || said == nil
        guard !isTakenBack else {
            if let said { return standing.first { $0 == said } }
            guard standing.count < 2 else { throw ArchiveError(.valueRefused, DealMessage.severalYears(standing), subject: "value") }
            return standing.first
        }
        return Trigger.hasSeveral(name) ? nil : standing.first
    }

    /// What the fact was and is, and until when the document is kept now.
    public static func answer(after events: [any Event], _ reading: Reading) throws -> FactChange {
        let event = try events.the(FactRecorded.self)
        try reading.refuseUnknown([event.document])
        let before = try reading.derivation(before: event)
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
