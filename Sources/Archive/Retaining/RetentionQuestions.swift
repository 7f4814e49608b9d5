public import Catalogue
public import Records
import Retention
import Wording

/// Until when a document is kept, why, and what blocks its disposal today.
public struct ShowRetention: Question {
    public typealias Answer = RetentionView
    public static let operation = Operation.readRetention
    public static var sample: ShowRetention { ShowRetention(of: .sample) }

    public let document: DocumentID

    public init(of document: DocumentID) { self.document = document }

    public func answer(_ reading: Reading) throws -> RetentionView {
        let view = try reading.known(document)
        guard let derivation = try reading.derivation(of: document) else { throw Reading.unknown(document) }
        let blocks = try reading.blocks(on: document)
        return RetentionView(
            document: document, recordClass: view.class, due: derivation.due.written, keptTo: derivation.due.keptTo,
            waiting: derivation.waiting.sorted(), blockedBy: reading.told(blocks),
            expiryPassed: reading.expiryPassed(view.metadata.expiry?.normal, awaiting: derivation.waiting),
            disposable: Blocks(openMatters: Set(blocks)).allowDisposal(of: derivation.due, on: reading.today), steps: derivation.steps)
    }
}

/// How many documents become free in each year, by class, and how many of those that are free now are blocked, by what.
public struct CountDue: Question {
    public typealias Answer = [DueCount]
    public static let operation = Operation.readRetention
    public static var sample: CountDue { CountDue() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [DueCount] { try reading.dueCounts() }
}

/// Documents by when they become free: those due by a day, today where nothing is said; or those that wait; or all.
public struct ListDue: Question {
    public typealias Answer = [DueLine]
    public static let operation = Operation.readRetention
    public static var sample: ListDue { ListDue(.by(nil)) }

    /// Free on this day or before.
    public let by: CivilDate?
    /// Waiting for this fact, by its code or name; `any` for all that wait.
    public let waiting: String?
    /// Without a class, so that nothing can be reckoned.
    public let unclassified: Bool?
    public let all: Bool?

    init(by: CivilDate?, waiting: String?, unclassified: Bool?, all: Bool?) {
        (self.by, self.waiting, self.unclassified, self.all) = (by, waiting, unclassified, all)
    }

    public init(_ filter: DueFilter) {
        var (by, waiting, unclassified, all): (CivilDate?, String?, Bool?, Bool?)
        switch filter {
        case .by(let day): by = day
        case .waiting(let fact): waiting = fact ?? "any"
        case .unclassified: unclassified = true
        case .all: all = true
        }
        (self.by, self.waiting, self.unclassified, self.all) = (by, waiting, unclassified, all)
    }

    public func answer(_ reading: Reading) throws -> [DueLine] {
        let filters: [DueFilter?] = [
            by.map { .by($0) }, try waiting.map { .waiting(try Self.awaited($0)) }, unclassified == true ? .unclassified : nil,
            all == true ? .all : nil,
        ]
        let given = filters.compactMap { $0 }
        guard given.count <= 1 else { throw ArchiveError(.usage, DealMessage.severalFilters, subject: "by") }
        return try reading.due(given.first ?? .by(nil))
    }

    /// The name of what is waited for; nil for whatever it is.
    private static func awaited(_ word: String) throws(ArchiveError) -> String? {
        if word == "any" { return nil }
        guard let fact = AwaitedFact(word: word) else {
            let known = AwaitedFact.all.map(\.phrase) + [Phrase("event:名称", "event:NAME")]
            throw ArchiveError(.valueRefused, DealMessage.factUnknown(word), remedy: Remedy.words(known), subject: "waiting")
        }
        return fact.name
    }
}
