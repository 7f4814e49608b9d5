/// Something about a disposal batch.
public protocol BatchEvent: Event {
    var batch: BatchID { get }
}

/// Each document of a batch was judged (鉴定), with an opinion.
public struct BatchAppraised: BatchEvent {
    public static let type = "batch.appraised/1"
    public static let title = Phrase("鉴定", "disposal appraised")

    public let batch: BatchID
    public let by: DisposalPerson
    /// Those that were judged now; what was decided of others stays.
    public let decisions: [DisposalAppraisal]
    public let opinion: String
    /// Of what was decided of all items until now.
    public let decided: ContentDigest
    /// Of the list as it is now, this opinion included.
    public let digest: ContentDigest

    public init(
        batch: BatchID, by: DisposalPerson, decisions: [DisposalAppraisal], opinion: String, decided: ContentDigest, digest: ContentDigest
    ) {
        self.batch = batch
        self.by = by
        self.decisions = decisions
        self.opinion = opinion
        self.decided = decided
        self.digest = digest
    }

    public var subjects: [String] { [batch.compact, by.account.compact] }

    public static var sample: BatchAppraised {
        BatchAppraised(
            batch: .sample, by: .sample, decisions: [DisposalAppraisal(document: .sample, decision: .extend(years: 5))], opinion: "同意",
            decided: .sampleList, digest: .sampleList)
    }
}

/// A post whose holder would have to sign is one that the company lacks (无此岗位, R-42).
public struct BatchPostVacant: BatchEvent {
    public static let type = "batch.post-vacant/1"
    public static let title = Phrase("登记无此岗位", "post entered as lacking")

    public let batch: BatchID
    public let by: DisposalPerson
    public let post: DisposalPost
    public let reason: String

    public init(batch: BatchID, by: DisposalPerson, post: DisposalPost, reason: String) {
        self.batch = batch
        self.by = by
        self.post = post
        self.reason = reason
    }

    public var subjects: [String] { [batch.compact, by.account.compact] }

    public static var sample: BatchPostVacant {
        BatchPostVacant(batch: .sample, by: .sample, post: .financeHead, reason: "公司未设会计机构负责人")
    }
}

/// The holder of a post signed the list.
public struct BatchSigned: BatchEvent {
    public static let type = "batch.signed/1"
    public static let title = Phrase("签署销毁清册", "disposal list signed")

    public let batch: BatchID
    public let by: DisposalPerson
    public let post: DisposalPost
    /// Of the list that was signed.
    public let digest: ContentDigest

    public init(batch: BatchID, by: DisposalPerson, post: DisposalPost, digest: ContentDigest) {
        self.batch = batch
        self.by = by
        self.post = post
        self.digest = digest
    }

    public var subjects: [String] { [batch.compact, by.account.compact] }

    public static var sample: BatchSigned {
        BatchSigned(batch: .sample, by: .sample, post: .archiveHandler, digest: .sampleList)
    }
}

/// The head of the company (单位负责人), or a written delegate, approved the list.
public struct BatchApproved: BatchEvent {
    public static let type = "batch.approved/1"
    public static let title = Phrase("批准销毁", "disposal approved")

    public let batch: BatchID
    public let by: DisposalPerson
    /// Of the list that was approved.
    public let digest: ContentDigest
    /// The delegation by which they act; nil for the head.
    public let delegation: Int?

    public init(batch: BatchID, by: DisposalPerson, digest: ContentDigest, delegation: Int?) {
        self.batch = batch
        self.by = by
        self.digest = digest
        self.delegation = delegation
    }

    public var subjects: [String] { [batch.compact, by.account.compact] }

    public static var sample: BatchApproved { BatchApproved(batch: .sample, by: .sample, digest: .sampleList, delegation: 1) }
}

/// A supervisor (监销人) stands ready: they counted what is to be destroyed and confirmed the day that they were shown.
public struct BatchSupervised: BatchEvent {
    public static let type = "batch.supervised/1"
    public static let title = Phrase("监销", "disposal supervised")

    public let batch: BatchID
    public let by: DisposalPerson
    public let digest: ContentDigest
    public let day: CivilDate
    /// How many documents are to be destroyed.
    public let count: Int

    public init(batch: BatchID, by: DisposalPerson, digest: ContentDigest, day: CivilDate, count: Int) {
        self.batch = batch
        self.by = by
        self.digest = digest
        self.day = day
        self.count = count
    }

    public var subjects: [String] { [batch.compact, by.account.compact] }

    public static var sample: BatchSupervised {
        BatchSupervised(batch: .sample, by: .sample, digest: .sampleList, day: .sampleKeptTo, count: 12)
    }
}

/// A supervisor confirmed after the destruction that they saw it, with the paper originals that were destroyed before their eyes.
public struct BatchConfirmed: BatchEvent {
    public static let type = "batch.confirmed/1"
    public static let title = Phrase("监销人销毁后确认", "destruction confirmed by a supervisor")

    public let batch: BatchID
    public let by: DisposalPerson
    public let digest: ContentDigest
    public let day: CivilDate
    /// How many paper originals were destroyed; nil where they say nothing of paper.
    public let paper: Int?

    public init(batch: BatchID, by: DisposalPerson, digest: ContentDigest, day: CivilDate, paper: Int?) {
        self.batch = batch
        self.by = by
        self.digest = digest
        self.day = day
        self.paper = paper
    }

    public var subjects: [String] { [batch.compact, by.account.compact] }

    public static var sample: BatchConfirmed {
        BatchConfirmed(batch: .sample, by: .sample, digest: .sampleList, day: .sampleKeptTo, paper: 12)
    }
}

/// Documents dropped out of a batch, for something about them changed; the rest goes on.
public struct BatchItemsDropped: BatchEvent {
    public static let type = "batch.items-dropped/1"
    public static let title = Phrase("移出销毁清册", "dropped from a disposal list")

    public let batch: BatchID
    public let items: [SetAsideItem]

    public init(batch: BatchID, items: [SetAsideItem]) {
        self.batch = batch
        self.items = items
    }

    public var subjects: [String] { [batch.compact] }

    public static var sample: BatchItemsDropped {
        BatchItemsDropped(batch: .sample, items: [SetAsideItem(document: .sample, because: [.hold])])
    }
}

/// All of a batch was carried out: what was to be destroyed is gone, and what was to be kept longer is.
public struct BatchExecuted: BatchEvent {
    public static let type = "batch.executed/1"
    public static let title = Phrase("销毁完毕", "disposal carried out")

    public let batch: BatchID
    /// How many documents were destroyed.
    public let destroyed: Int

    public init(batch: BatchID, destroyed: Int) {
        self.batch = batch
        self.destroyed = destroyed
    }

    public var subjects: [String] { [batch.compact] }

    public static var sample: BatchExecuted { BatchExecuted(batch: .sample, destroyed: 12) }
}

/// List, opinion and certificate of a batch were filed.
public struct BatchCertified: BatchEvent {
    public static let type = "batch.certified/1"
    public static let title = Phrase("出具销毁证明", "disposal certified")

    public let batch: BatchID
    public let by: DisposalPerson
    /// 销毁清册
    public let list: DocumentID
    /// 鉴定意见书
    public let opinion: DocumentID
    /// 销毁证明
    public let certificate: DocumentID

    public init(batch: BatchID, by: DisposalPerson, list: DocumentID, opinion: DocumentID, certificate: DocumentID) {
        self.batch = batch
        self.by = by
        self.list = list
        self.opinion = opinion
        self.certificate = certificate
    }

    public var subjects: [String] { [batch.compact, list.compact, opinion.compact, certificate.compact] }

    public static var sample: BatchCertified {
        BatchCertified(batch: .sample, by: .sample, list: .sample, opinion: .other, certificate: .sample)
    }
}

/// A batch was given up before anything of it was destroyed.
public struct BatchCancelled: BatchEvent {
    public static let type = "batch.cancelled/1"
    public static let title = Phrase("撤销批次", "disposal given up")

    public let batch: BatchID
    public let by: DisposalPerson
    public let reason: String

    public init(batch: BatchID, by: DisposalPerson, reason: String) {
        self.batch = batch
        self.by = by
        self.reason = reason
    }

    public var subjects: [String] { [batch.compact, by.account.compact] }

    public static var sample: BatchCancelled { BatchCancelled(batch: .sample, by: .sample, reason: "清册有误") }
}

extension ContentDigest {
    package static let sampleList = ContentDigest(.sha256, bytes: [UInt8](repeating: 7, count: 32))
}
