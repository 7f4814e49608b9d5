import Foundation
import GRDB
public import Records
public import Retention

/// A document of a batch as the list has it, whoever may know of it.
public struct BatchItem: Sendable, Hashable {
    public let subject: DisposalSubject
    public let decision: DisposalDecision?
    public let isDropped: Bool
    /// Whether the reader may know of the document.
    public let isKnown: Bool
    /// Whether it was destroyed since.
    public let isDestroyed: Bool

    public var document: DocumentID { subject.document }

    /// Whether it is only something of a document that stays.
    public var isRedaction: Bool {
        if case .document = subject { false } else { true }
    }
}

extension Reading {
    /// What stands in a batch, in the order of the list.
    private func items(of batch: Int64) throws -> [BatchItem] {
        try includingRestricted.rows(
            """
            SELECT i.*, d.id, \(Self.isDestroyed) AS gone, \(Viewer.knows("d")) AS known
            FROM batch_items i JOIN batches b ON b.row = i.batch JOIN documents d ON d.row = i.document
            WHERE i.batch = :batch ORDER BY i.position
            """, ["batch": batch]
        ).map { row in
            BatchItem(
                subject: try subject(row),
                decision: (row["decision"] as String?).flatMap { DisposalDecision($0) }, isDropped: row["dropped"] as String? != nil,
                isKnown: row["known"], isDestroyed: row["gone"])
        }
    }

    /// The condition that what an item `i` of a batch `b` is about was destroyed: its document `d`, or the content.
    private static let isDestroyed = """
        (i.dropped IS NULL AND d.destroyed OR i.redaction IS NOT NULL AND EXISTS (
            SELECT 1 FROM redactions r WHERE r.document = i.document AND r.batch = b.id)
            OR i.words IS NOT NULL AND EXISTS (
            SELECT 1 FROM words_redactions r WHERE r.document = i.document AND r.batch = b.id))
        """

    private func subject(_ row: Row) throws -> DisposalSubject {
        if let redaction = row["redaction"] as String? { return .content(try json(redaction)) }
        if let words = row["words"] as String? { return .words(try json(words)) }
        guard let keptTo = CivilDate(row["kept_to"] as String), let due = CivilDate(row["due"] as String),
            let inventory = ContentDigest(.sha512, hex: row["inventory"] as String),
            let description = ContentDigest(.sha256, hex: row["description"] as String)
        else { throw CatalogueError.damagedValue("batch_items") }
        return .document(
            DisposalItem(
                document: try DocumentID(row["id"] as String), keptTo: keptTo, due: due, rule: row["rule"], inventory: inventory,
                description: description))
    }

    /// A batch as the rules of disposal see it, with what stands in it; nil where there is none.
    public func disposal(_ batch: BatchID) throws -> (batch: DisposalBatch, items: [BatchItem])? {
        guard let row = try batchRow(batch) else { return nil }
        let items = try items(of: row["row"])
        return (try disposal(row, items, try acts(of: row["row"])), items)
    }

    private func disposal(_ row: Row, _ items: [BatchItem], _ acts: [BatchAct]) throws -> DisposalBatch {
        guard let proposer = acts.first?.person, let digest = ContentDigest(.sha256, hex: row["digest"] as String) else {
            throw CatalogueError.damagedValue("batches")
        }
        var batch = DisposalBatch(
            duties: try json(row["duties"]), proposer: proposer, digest: digest,
            items: items.map { DisposalBatch.Item($0.document, $0.decision, isDropped: $0.isDropped) })
        for act in acts {
            switch (act.kind, act.digest, act.post) {
            case (.appraised, _, _):
                batch.appraisals.append(.init(act.person, act.judged))
                // Whoever judges anew asks anew who is there to sign.
                batch.vacancies = []
            case (.vacant, _, let post?): batch.vacancies.insert(post)
            case (.signed, let digest?, let post?): batch.signatures[post] = .init(act.person, digest)
            case (.approved, let digest?, _): batch.approval = .init(act.person, digest)
            case (.supervised, let digest?, _): batch.supervisions.append(.init(act.person, digest))
            case (.confirmed, let digest?, _): batch.confirmations.append(.init(act.person, digest))
            default: break
            }
        }
        batch.isBegun = row["begun"]
        batch.isExecuted = row["executed_on"] as String? != nil
        batch.isCertified = row["certificate"] as String? != nil
        batch.isCancelled = row["cancelled_reason"] as String? != nil
        return batch
    }

    /// A batch as people see it; of documents that the viewer may not know of only how many there are.
    public func batch(_ id: BatchID) throws -> BatchView? {
        guard let row = try batchRow(id) else { return nil }
        let items = try items(of: row["row"])
        let acts = try acts(of: row["row"])
        let batch = try disposal(row, items, acts)
        let shown = try shownItems(of: row["row"])
        return BatchView(
            id: id, state: batch.state, digest: batch.digest, reason: row["reason"], by: row["until"], recordClass: row["class"],
            proposedOn: row["proposed_on"], items: shown, withheld: items.count - shown.count, setAside: try setAside(row["set_aside"]),
            acts: try acts.map { try view($0, of: batch, among: acts) }, openAppraisers: batch.openAppraisers, openPosts: batch.openPosts,
            supervisorsLacking: batch.openSupervisors.count, openSupervisors: batch.openSupervisors.compactMap(\.self),
            executedOn: row["executed_on"], list: try known(row["list"]), opinion: try known(row["opinion"]),
            certificate: try known(row["certificate"]), cancelledReason: row["cancelled_reason"])
    }

    /// A document, where the viewer may know of it.
    private func known(_ compact: String?) throws -> DocumentID? {
        guard let compact else { return nil }
        let paper = try DocumentID(compact)
        return try knows(paper) ? paper : nil
    }

    private func shownItems(of batch: Int64) throws -> [BatchItemView] {
        try includingRestricted.rows(
            """
            SELECT i.*, d.id, d.number, d.title, d.class, COALESCE(r.begun_on, w.begun_on, t.begun_on) AS gone_on,
                COALESCE(r.erased, w.erased, t.erased) AS erased
            FROM batch_items i JOIN batches b ON b.row = i.batch JOIN documents d ON d.row = i.document
            LEFT JOIN redactions r ON i.redaction IS NOT NULL AND r.document = i.document AND r.batch = b.id
            LEFT JOIN words_redactions w ON i.words IS NOT NULL AND w.document = i.document AND w.batch = b.id
            LEFT JOIN tombstones t ON t.document = i.document AND t.batch = b.id WHERE i.batch = :batch AND \(Viewer.knows("d")) ORDER BY i.position
            """, ["batch": batch]
        ).map { row in
            let dropped = (row["dropped"] as String? ?? "").split(separator: " ").compactMap { DisposalObstacle(rawValue: String($0)) }
            return BatchItemView(
                document: try DocumentID(row["id"] as String), number: row["number"], title: row["title"], recordClass: row["class"],
                keptTo: row["kept_to"], due: row["due"], rule: row["rule"],
                decision: (row["decision"] as String?).flatMap { DisposalDecision($0) }, dropped: told(dropped),
                destroyedOn: row["gone_on"], erased: row["erased"] ?? false, redaction: try redaction(row))
        }
    }

    /// What is redacted, with the names that the document has for it; without them once the document is gone.
    private func redaction(_ row: Row) throws -> RedactionView? {
        if let words = row["words"] as String? {
            let item: WordsItem = try json(words)
            return RedactionView(content: nil, places: [], substitute: nil, events: item.events)
        }
        guard let written = row["redaction"] as String? else { return nil }
        let item: RedactionItem = try json(written)
        let names = try rows(
            "SELECT name, version, position FROM files WHERE document = :document ORDER BY version, position", ["document": row["document"]]
        )
        return RedactionView(
            content: item.content,
            places: item.places.map { place in
                let name = names.first { $0["version"] == place.version.value && $0["position"] == place.file - 1 }
                return RedactionView.Place(version: place.version, name: name?["name"])
            }, substitute: item.substitute, events: [])
    }

    private func setAside(_ written: String) throws -> [BatchItemView] {
        let items: [SetAsideItem] = try json(written)
        return try items.compactMap { item in
            guard
                let row = try includingRestricted.row(
                    """
                    SELECT d.number, d.title, d.class, u.* FROM documents d JOIN due_dates u ON u.document = d.row
                    WHERE d.id = :id AND \(Viewer.knows("d"))
                    """, ["id": item.document.compact])
            else { return nil }
            return BatchItemView(
                document: item.document, number: row["number"], title: row["title"], recordClass: row["class"],
                keptTo: row["kept_to"] ?? "", due: row["due"] ?? "", rule: row["rule"] ?? "", decision: nil,
                dropped: told(item.because), destroyedOn: nil, erased: false, redaction: nil)
        }
    }

    /// What keeps something as far as the viewer may know (R-41, R-50).
    public func told(_ obstacles: [DisposalObstacle]) -> [DisposalObstacle] {
        // A date may hang on something hidden.
        func isHidden(_ obstacle: DisposalObstacle) -> Bool {
            obstacle.isBlock && !viewer.seesHolds || obstacle == .notDue && viewer.isRestricted
        }
        return obstacles.hiding(isHidden)
    }

    /// All batches, the newest first.
    public func batches() throws -> [BatchLine] { try batches("true") }

    /// Those that are not at their end, the newest first.
    public func openBatches() throws -> [BatchLine] { try batches("certificate IS NULL AND cancelled_reason IS NULL") }

    private func batches(_ condition: String) throws -> [BatchLine] {
        try rows("SELECT * FROM batches WHERE \(condition) ORDER BY row DESC").map { row in
            let items = try items(of: row["row"])
            let batch = try disposal(row, items, try acts(of: row["row"]))
            return BatchLine(
                id: try BatchID(row["id"] as String), state: batch.state, reason: row["reason"], proposedOn: row["proposed_on"],
                count: items.count)
        }
    }

    private func batchRow(_ id: BatchID) throws -> Row? { try row("SELECT * FROM batches WHERE id = :id", ["id": id.compact]) }

    private func json<Value: Decodable>(_ text: String) throws -> Value { try Self.decoded(text, "batches") }

    // MARK: What was done

    private struct BatchAct {
        let sequence: Int
        let kind: BatchActKind
        let person: DisposalPerson
        let digest: ContentDigest?
        let post: DisposalPost?
        let words: String?
        let delegation: Int?
        let counted: Int?
        let judged: [DocumentID: DisposalDecision]
        let on: String
        let at: Timestamp

        /// - Parameter acts: All of the batch.
        func isCurrent(in batch: DisposalBatch, among acts: [BatchAct]) -> Bool {
            switch kind {
            case .proposed: true
            case .vacant: post.map(batch.vacancies.contains) == true
            case .appraised: batch.isStanding(acts.count { $0.kind == .appraised && $0.sequence < sequence })
            case .signed, .approved, .supervised, .confirmed: digest == batch.digest
            }
        }
    }

    private func acts(of batch: Int64) throws -> [BatchAct] {
        try rows("SELECT * FROM batch_acts WHERE batch = :batch ORDER BY sequence", ["batch": batch]).map { row in
            guard let kind = BatchActKind(rawValue: row["kind"]) else { throw CatalogueError.damagedValue("kind") }
            let roles = (row["roles"] as String).split(separator: " ").compactMap { Role(rawValue: String($0)) }
            return BatchAct(
                sequence: row["sequence"], kind: kind,
                person: DisposalPerson(account: try AccountID(row["account"] as String), roles: roles, department: row["department"]),
                digest: (row["digest"] as String?).flatMap { ContentDigest(.sha256, hex: $0) },
                post: (row["post"] as String?).flatMap { DisposalPost(rawValue: $0) }, words: row["words"],
                delegation: row["delegation"], counted: row["counted"], judged: try judged(row["judged"]), on: row["done_on"],
                at: Timestamp(milliseconds: row["done_at"]))
        }
    }

    private func judged(_ written: String?) throws -> [DocumentID: DisposalDecision] {
        let decisions: [DisposalAppraisal] = try written.map(json) ?? []
        return Dictionary(decisions.map { ($0.document, $0.decision) }, uniquingKeysWith: { _, last in last })
    }

    private func view(_ act: BatchAct, of batch: DisposalBatch, among acts: [BatchAct]) throws -> BatchActView {
        BatchActView(
            kind: act.kind, name: try account(act.person.account)?.name ?? "", account: act.person.account, roles: act.person.roles,
            department: act.person.department, post: act.post, words: act.words,
            delegator: try act.delegation.flatMap { try delegation($0)?.givenBy }, counted: act.counted,
            digest: act.digest, isCurrent: act.isCurrent(in: batch, among: acts),
            on: act.on, at: act.at)
    }

    // MARK: Duties and delegations

    /// Who must do what before such records are destroyed, as it holds now.
    public func duties(for records: DisposalRecords) throws -> DisposalDutiesView {
        guard let row = try row("SELECT * FROM disposal_duties WHERE records = :records", ["records": records.rawValue]) else {
            return DisposalDutiesView(records: records, duties: .standard(for: records))
        }
        return DisposalDutiesView(records: records, duties: try json(row["duties"]), setOn: row["set_on"], reason: row["reason"])
    }

    public func nextDelegation() throws -> Int { try count("SELECT MAX(number) FROM delegations") + 1 }

    public func delegation(_ number: Int) throws -> DelegationView? {
        try row(Self.delegations + " WHERE g.number = :number", ["number": number]).map(delegation)
    }

    /// Those that hold today, the newest first; past and ended ones only where they are asked for.
    public func delegations(ended: Bool) throws -> [DelegationView] {
        try rows(
            Self.delegations + " WHERE :ended OR (\(Self.delegationHolds)) ORDER BY g.number DESC",
            ["ended": ended, "today": today.description]
        ).map(delegation)
    }

    /// The delegation by which an account may approve today.
    public func delegation(to account: AccountID) throws -> Int? {
        try row(
            """
            SELECT MIN(number) FROM (\(Self.delegations) WHERE g.account = :account AND \(Self.delegationHolds))
            """, ["account": account.compact, "today": today.description])?[0]
    }

    /// The condition that a delegation holds today.
    private static let delegationHolds = "g.ended_on IS NULL AND g.until >= :today"

    private static let delegations = """
        SELECT g.*, a.name, b.name AS giver FROM delegations g JOIN accounts a ON a.id = g.account LEFT JOIN accounts b ON b.id = g.given_by
        """

    private func delegation(_ row: Row) throws -> DelegationView {
        DelegationView(
            number: row["number"], account: try AccountID(row["account"] as String), accountName: row["name"], until: row["until"],
            document: try known(row["document"]), reason: row["reason"], givenOn: row["given_on"],
            givenBy: row["giver"] ?? row["given_by"], endedOn: row["ended_on"], endedReason: row["ended_reason"])
    }
}
