public import Catalogue
public import Records
public import Retention
import Wording

extension LocalArchive {
    /// Until when a document is kept, why, and what blocks its disposal today.
    public func retention(of document: DocumentID, by actor: Actor) async throws(ArchiveError) -> RetentionView {
        let today = today
        return try await answer(.readRetention, to: actor) { [self] db in
            let view = try visibleDocument(document, for: actor, in: db)
            guard let row = try DocumentQueries.row(of: document, in: db) else { throw Self.unknown("\(document)") }
            let derivation = try DueReckoning(in: db).derivation(of: row, in: db)
            let holds = try holds(on: row, date: today, in: db)
            let matters = try MatterQueries.openKinds(on: row, in: db)
            let seesHolds = try roles(of: actor, in: db).map { Rights.allow(.seeHolds, to: $0) } ?? true
            return RetentionView(
                document: document, recordClass: view.class, derivation: derivation, openMatters: matters,
                holds: holds.map(\.id), maySeeReasons: seesHolds, today: today)
        }
    }

    /// Documents by when they become free: those due by a day; or those that wait; or all.
    public func due(_ filter: DueFilter, by actor: Actor) async throws(ArchiveError) -> [DueLine] {
        try await answer(.readRetention, to: actor) { [self] db in
            try RetentionQueries.lines(filter, in: db).filter { (try? visibleDocument($0.document, for: actor, in: db)) != nil }
        }
    }

    /// Gives documents a class, another one, or none.
    public func classify(_ documents: [DocumentID], as code: String?, reason: String?, by actor: Actor) async throws(ArchiveError) -> Int {
        let reason = try reason.map { text throws(ArchiveError) in try Self.reason(text) }
        return try await change(.classify, by: actor) { [self] decision in
            if let code { try refuseClass(code, decision) }
            var changed = 0
            for document in documents {
                let before = try visibleDocument(document, for: actor, in: decision.db).class
                guard before != code else { continue }
                try decision.state(
                    .documentClassified(DocumentClassified(document: document, before: before, after: code, reason: reason)))
                changed += 1
            }
            return changed
        }
    }

    /// The civil day in the archive's zone.
    public var today: CivilDate { CivilZone(name: place.identity.zone)?.date(of: clock.now()) ?? clock.now().date() }

    /// All documents that a query finds, strictly, and that the actor may know of.
    public func documents(found query: String, by actor: Actor) async throws(ArchiveError) -> [DocumentID] {
        let today = today
        return try await answer(.search, to: actor) { [self] db in
            let parsed = Query(vocabulary: vocabulary, today: today).parse(query)
            return try engine.rows(of: parsed, in: db).sorted().compactMap { try DocumentQueries.id(ofRow: $0, in: db) }.filter {
                (try? visibleDocument($0, for: actor, in: db)) != nil
            }
        }
    }

    /// Refuses a class that is not in the scheme, or takes no filings today. Without a scheme any code is taken.
    func refuseClass(_ code: String, _ decision: Decision) throws {
        guard let scheme = try RetentionQueries.scheme(in: decision.db)?.scheme else { return }
        guard scheme[code] != nil else {
            throw ArchiveError(
                .valueRefused, DealMessage.classUnknown(code), remedy: DealRemedy.choices(scheme.classes.map(\.code)), subject: "class")
        }
        guard scheme.isOpen(code, on: decision.date) else {
            throw ArchiveError(.valueRefused, DealMessage.classClosed(code), subject: "class")
        }
    }
}

/// Until when a document is kept, as people and programs get it.
public struct RetentionView: Sendable {
    public let document: DocumentID
    public let recordClass: String?
    public let derivation: Derivation
    public let openMatters: Set<String>
    /// The holds in force that cover it.
    public let holds: [HoldID]
    /// Whether the reader may know what blocks.
    public let maySeeReasons: Bool
    /// The day that was asked on.
    public let today: CivilDate

    /// What blocks today; only `blocked` for whoever may not know.
    public var blockedBy: [String] {
        let all = (openMatters.union(holds.isEmpty ? [] : [Blocks.holdName])).sorted()
        return maySeeReasons || all.isEmpty ? all : ["blocked"]
    }

    /// Whether it may be disposed of today.
    public var disposable: Bool {
        guard case .date(_, let due) = derivation.due else { return false }
        return due <= today && openMatters.isEmpty && holds.isEmpty
    }
}
