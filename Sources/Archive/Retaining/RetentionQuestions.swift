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
        guard let derivation = try reading.derivation(of: document) else { throw Reading.unknown("\(document)") }
        let held = try !reading.holds(on: document).isEmpty
        let matters = try reading.openKinds(on: document).map(\.rawValue)
        let blocks = (matters + (held ? [Blocks.holdName] : [])).sorted()
        // Who may not know what blocks learns only that something does.
        let told = reading.viewer.seesHolds || blocks.isEmpty ? blocks : ["blocked"]
        return RetentionView(
            document: document, recordClass: view.class, due: derivation.due.written, keptTo: derivation.due.keptTo,
            waiting: derivation.waiting.sorted(), blockedBy: told,
            disposable: Blocks(openMatters: Set(blocks)).allowDisposal(of: derivation.due, on: reading.today), steps: derivation.steps)
    }
}

/// Documents by when they become free: those due by a day; or those that wait; or all.
public struct ListDue: Question {
    public typealias Answer = [DueLine]
    public static let operation = Operation.readRetention
    public static var sample: ListDue { ListDue(.by(nil)) }

    public let filter: DueFilter

    public init(_ filter: DueFilter) { self.filter = filter }

    public func answer(_ reading: Reading) throws -> [DueLine] { try reading.due(filter) }
}
