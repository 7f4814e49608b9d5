import Catalogue
public import Records
import Retention
import Wording

/// Judges the documents of a batch (鉴定, R-42): all alike, or each for itself.
public struct AppraiseDisposal: DisposalChange {
    public static let operation = Operation.appraiseDisposal
    public static var sample: AppraiseDisposal { AppraiseDisposal(.sample, all: "destroy", opinion: "保管期满，同意销毁") }

    /// What is decided of one document.
    public struct Judged: Sendable, Hashable, Codable {
        public let document: DocumentID
        /// `destroy`, `extend:5`, `keep` or `transfer`.
        public let decision: String

        public init(_ document: DocumentID, _ decision: String) {
            self.document = document
            self.decision = decision
        }
    }

    public let batch: BatchID
    /// What is decided of all that are not named in ``items``.
    public let all: String?
    public let items: [Judged]?
    public let opinion: String

    public init(_ batch: BatchID, all: String? = nil, items: [Judged]? = nil, opinion: String) {
        self.batch = batch
        self.all = all
        self.items = items
        self.opinion = opinion
    }

    public func decide(_ decision: Decision) throws {
        let (opinion, common) = (try Words.reason(opinion, "opinion"), try all.map { try Self.decision($0, "all") })
        try Words.refuseEmpty(items, "items")
        let judged = try (items ?? []).map { DisposalAppraisal(document: $0.document, decision: try Self.decision($0.decision, "items")) }
        guard common != nil || !judged.isEmpty else { throw ArchiveError(.valueRefused, DisposalMessage.decisionMissing, subject: "all") }
        guard let living = try decision.take(.appraise, on: batch)?.items.filter({ !$0.isDropped }) else { return }
        let named = Dictionary(judged.map { ($0.document, $0.decision) }, uniquingKeysWith: { first, _ in first })
        if let twice = judged.first(where: { named[$0.document] != $0.decision }) {
            throw ArchiveError(.valueRefused, DisposalMessage.judgedTwice("\(twice.document)"), subject: "items")
        }
        for document in named.keys.sorted() where !living.contains(where: { $0.document == document }) {
            throw ArchiveError(.valueRefused, DisposalMessage.notInBatch("\(document)", batch: "\(batch)"), subject: "items")
        }
        let decisions = living.compactMap { item -> DisposalAppraisal? in
            (named[item.document] ?? common).map { DisposalAppraisal(document: item.document, decision: $0) }
        }
        try Self.refuseOthers(decisions, of: living)
        let decided = Dictionary(decisions.map { ($0.document, $0.decision) }, uniquingKeysWith: { _, last in last })
        let (before, items) = try decision.batch(batch)
        let list = decision.digest(of: items.map { ($0.subject, decided[$0.document] ?? $0.decision) }, in: batch)
        let person = try decision.person()
        let text = DisposalText.judged(list, before: before.digest, by: person.account, opinion: opinion)
        try decision.state(
            BatchAppraised(
                batch: batch, by: person, decisions: decisions, opinion: opinion, decided: list, digest: decision.digest(of: text)))
    }

    /// Bytes of a document that stays are destroyed, or the batch is given up.
    private static func refuseOthers(_ decisions: [DisposalAppraisal], of items: [BatchItem]) throws(ArchiveError) {
        let contents = Set(items.filter(\.isRedaction).map(\.document))
        guard let other = decisions.first(where: { contents.contains($0.document) && $0.decision != .destroy }) else { return }
        throw ArchiveError(.valueRefused, DisposalMessage.contentOnlyDestroyed("\(other.document)"), subject: "items")
    }

    private static func decision(_ words: String, _ member: String) throws(ArchiveError) -> DisposalDecision {
        guard let decision = DisposalDecision(words) else {
            throw ArchiveError(.valueRefused, DisposalMessage.decisionUnknown(words), subject: member)
        }
        return decision
    }
}

/// Enters that the company lacks a post whose holder would have to sign (无此岗位, R-42).
public struct EnterVacantPost: DisposalChange {
    public static let operation = Operation.appraiseDisposal
    public static var sample: EnterVacantPost { EnterVacantPost(.sample, .archiveHandler, reason: "公司未设档案经办人") }

    public let batch: BatchID
    public let post: DisposalPost
    public let reason: String

    public init(_ batch: BatchID, _ post: DisposalPost, reason: String) {
        self.batch = batch
        self.post = post
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        guard try decision.take(.vacate(post, holders: try decision.holders(of: post)), on: batch) != nil else { return }
        try decision.state(BatchPostVacant(batch: batch, by: try decision.person(), post: post, reason: reason))
    }
}

/// Signs the list for a post.
public struct SignDisposal: DisposalChange {
    public static let operation = Operation.signDisposal
    public static var sample: SignDisposal { SignDisposal(.sample, digest: .sampleList) }

    public let batch: BatchID
    /// Of the list as they saw it.
    public let digest: ContentDigest
    /// Without it, the first that nobody has signed for and their roles allow.
    public let post: DisposalPost?

    public init(_ batch: BatchID, digest: ContentDigest, post: DisposalPost? = nil) {
        self.batch = batch
        self.digest = digest
        self.post = post
    }

    public func decide(_ decision: Decision) throws {
        let person = try decision.person()
        guard let found = try decision.take(.sign(post, digest: digest), on: batch) else { return }
        guard let post = post ?? found.batch.post(for: person) else { throw ArchiveError.fault("a post to sign for") }
        try decision.state(BatchSigned(batch: batch, by: person, post: post, digest: digest))
    }
}

/// Approves the list, as head of the company or by a written delegation.
public struct ApproveDisposal: DisposalChange {
    public static let operation = Operation.approveDisposal
    public static var sample: ApproveDisposal { ApproveDisposal(.sample, digest: .sampleList) }

    public let batch: BatchID
    /// Of the list as they saw it.
    public let digest: ContentDigest

    public init(_ batch: BatchID, digest: ContentDigest) {
        self.batch = batch
        self.digest = digest
    }

    public func decide(_ decision: Decision) throws {
        let person = try decision.person()
        let delegation = person.roles.contains(.head) ? nil : try decision.reading.delegation(to: person.account)
        guard let found = try decision.take(.approve(digest: digest, isDelegate: delegation != nil), on: batch) else { return }
        try decision.refuseHeldPosts(found.batch, on: batch)
        try decision.state(BatchApproved(batch: batch, by: person, digest: digest, delegation: delegation))
    }
}

/// Stands ready as supervisor (监销人): counts the list, and confirms the day.
public struct SuperviseDisposal: DisposalChange {
    public static let operation = Operation.superviseDisposal
    public static var sample: SuperviseDisposal { SuperviseDisposal(.sample, on: CivilDate(daysSince1970: 20_000)) }

    public let batch: BatchID
    /// Today, as they know it.
    public let date: CivilDate
    /// Of the list as they saw it; without it, the list as it is now.
    public let digest: ContentDigest?

    public init(_ batch: BatchID, on date: CivilDate, digest: ContentDigest? = nil) {
        self.batch = batch
        self.date = date
        self.digest = digest
    }

    public func decide(_ decision: Decision) throws {
        let digest = try digest ?? decision.batch(batch).batch.digest
        // A supervisor counts; they need not be allowed to read each document.
        let deed = DisposalBatch.Deed.supervise(digest: digest, day: date, today: decision.today)
        guard let found = try decision.take(deed, on: batch, seeingAll: false) else { return }
        let count = found.items.count { !$0.isDropped && $0.decision == .destroy }
        try decision.state(BatchSupervised(batch: batch, by: try decision.person(), digest: digest, day: date, count: count))
    }
}

/// Confirms as a supervisor, after the destruction, that it was seen (监销人签字), with the paper originals that were destroyed.
public struct ConfirmDisposal: DisposalChange {
    public static let operation = Operation.superviseDisposal
    public static var sample: ConfirmDisposal { ConfirmDisposal(.sample, on: CivilDate(daysSince1970: 20_000), paper: 3) }

    public let batch: BatchID
    /// Today, as they know it.
    public let date: CivilDate
    /// How many paper originals were destroyed before their eyes; nil where they say nothing of paper.
    public let paper: Int?

    public init(_ batch: BatchID, on date: CivilDate, paper: Int? = nil) {
        self.batch = batch
        self.date = date
        self.paper = paper
    }

    /// More sheets of paper than any company destroys at once.
    private static let mostPaper = 1_000_000

    public func decide(_ decision: Decision) throws {
        if let paper, !(0...Self.mostPaper).contains(paper) {
            throw ArchiveError(.valueRefused, DisposalMessage.paperRefused(paper), subject: "paper")
        }
        let found = try decision.refuse(.confirm(day: date, today: decision.today), on: batch).batch
        let registered = try decision.reading.originals(destroyedWith: batch, .paper).count
        if try decision.reading.isPaper(destroyedWith: batch), paper != registered {
            throw ArchiveError(.valueRefused, DisposalMessage.paperDiffers(paper, registered: registered), subject: "paper")
        }
        try decision.state(BatchConfirmed(batch: batch, by: try decision.person(), digest: found.digest, day: date, paper: paper))
    }
}

/// Gives a batch up before anything of it was destroyed.
public struct CancelDisposal: DisposalChange {
    public static let operation = Operation.cancelDisposal
    public static var sample: CancelDisposal { CancelDisposal(.sample, reason: "清册有误") }

    public let batch: BatchID
    public let reason: String

    public init(_ batch: BatchID, reason: String) {
        self.batch = batch
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reason, person) = (try Words.reason(reason), try decision.person())
        try decision.refuse(.cancel, on: batch)
        try decision.state(BatchCancelled(batch: batch, by: person, reason: reason))
    }
}
