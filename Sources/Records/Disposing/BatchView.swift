/// A disposal batch (销毁批次) as people see it, with what each reader may know of its documents.
public struct BatchView: Sendable, Hashable, Codable {
    public let id: BatchID
    public let state: BatchState
    /// What whoever signs, approves or supervises the list names: `sha256:…`
    public let digest: ContentDigest
    public let reason: String
    /// Until when a document had to be due.
    public let by: String
    public let recordClass: String?
    public let proposedOn: String
    public let items: [BatchItemView]
    /// How many documents of the list the reader may not know of.
    public let withheld: Int
    /// Due when the list was drawn up, and set aside for something blocked them.
    public let setAside: [BatchItemView]
    /// Everything that was done to it, in order.
    public let acts: [BatchActView]
    /// Roles one of whose holders is still to judge the list as it is.
    public let openAppraisers: [Role]
    /// Posts that nobody has signed for.
    public let openPosts: [DisposalPost]
    /// How many supervisors are lacking, and of which roles, where these are said.
    public let supervisorsLacking: Int
    public let openSupervisors: [Role]
    public let executedOn: String?
    /// Documents of the archive once it is certified.
    public let list: DocumentID?
    public let opinion: DocumentID?
    public let certificate: DocumentID?
    public let cancelledReason: String?

    enum CodingKeys: String, CodingKey {
        case id, state, digest, reason, by, proposedOn, items, withheld, setAside, acts, openAppraisers, openPosts
        case supervisorsLacking, openSupervisors, executedOn, list, opinion, certificate, cancelledReason
        case recordClass = "class"
    }

    package init(
        id: BatchID, state: BatchState, digest: ContentDigest, reason: String, by: String, recordClass: String?, proposedOn: String,
        items: [BatchItemView], withheld: Int, setAside: [BatchItemView], acts: [BatchActView], openAppraisers: [Role],
        openPosts: [DisposalPost], supervisorsLacking: Int, openSupervisors: [Role], executedOn: String?, list: DocumentID?,
        opinion: DocumentID?, certificate: DocumentID?, cancelledReason: String?
    ) {
        self.id = id
        self.state = state
        self.digest = digest
        self.reason = reason
        self.by = by
        self.recordClass = recordClass
        self.proposedOn = proposedOn
        self.items = items
        self.withheld = withheld
        self.setAside = setAside
        self.acts = acts
        self.openAppraisers = openAppraisers
        self.openPosts = openPosts
        self.supervisorsLacking = supervisorsLacking
        self.openSupervisors = openSupervisors
        self.executedOn = executedOn
        self.list = list
        self.opinion = opinion
        self.certificate = certificate
        self.cancelledReason = cancelledReason
    }

    /// The documents that are to be destroyed, as far as they are still in it.
    public var toDestroy: [BatchItemView] { items.filter { $0.decision == .destroy && $0.dropped.isEmpty } }
}

/// A document of a batch.
public struct BatchItemView: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let number: String?
    public let title: String
    public let recordClass: String?
    /// The last day that it had to be kept, and the first free one, by the list.
    public let keptTo: String
    public let due: String
    public let rule: String
    /// Nil while it is not judged.
    public let decision: DisposalDecision?
    /// Why it dropped out, or was set aside; empty while it is in the list. Only `blocked` for whoever may not know what blocks.
    public let dropped: [DisposalObstacle]
    /// The day on which it was destroyed; nil while it is there.
    public let destroyedOn: String?
    /// Whether nothing is left of it, and that was looked at.
    public let erased: Bool
    /// Which of its bytes are destroyed while the document stays; nil where it is the whole document.
    public let redaction: RedactionView?

    enum CodingKeys: String, CodingKey {
        case document, number, title, keptTo, due, rule, decision, dropped, destroyedOn, erased, redaction
        case recordClass = "class"
    }

    package init(
        document: DocumentID, number: String?, title: String, recordClass: String?, keptTo: String, due: String, rule: String,
        decision: DisposalDecision?, dropped: [DisposalObstacle], destroyedOn: String?, erased: Bool, redaction: RedactionView?
    ) {
        self.document = document
        self.number = number
        self.title = title
        self.recordClass = recordClass
        self.keptTo = keptTo
        self.due = due
        self.rule = rule
        self.decision = decision
        self.dropped = dropped
        self.destroyedOn = destroyedOn
        self.erased = erased
        self.redaction = redaction
    }
}

/// Bytes of a document, or words of what is said of it, in a batch (脱敏, R-49).
public struct RedactionView: Sendable, Hashable, Codable {
    /// A file of a version.
    public struct Place: Sendable, Hashable, Codable {
        public let version: VersionNumber
        /// Nil once the document is destroyed.
        public let name: String?

        package init(version: VersionNumber, name: String?) {
            self.version = version
            self.name = name
        }
    }

    /// Nil where it is about words.
    public let content: RedactedContent?
    public let places: [Place]
    /// The version that has the redacted copy; nil where it is about words.
    public let substitute: VersionNumber?
    /// The events whose payloads have the words; none where it is about bytes.
    public let events: [Int]

    package init(content: RedactedContent?, places: [Place], substitute: VersionNumber?, events: [Int]) {
        self.content = content
        self.places = places
        self.substitute = substitute
        self.events = events
    }
}

/// What somebody did to a batch.
public struct BatchActView: Sendable, Hashable, Codable {
    public let kind: BatchActKind
    /// Their account's name.
    public let name: String
    public let account: AccountID
    public let roles: [Role]
    public let department: String?
    public let post: DisposalPost?
    /// An opinion, or why a post is vacant.
    public let words: String?
    /// The name of the head of the company in whose stead they approved.
    public let delegator: String?
    /// How many documents a supervisor counted before the destruction, or how many paper originals were destroyed before their eyes.
    public let counted: Int?
    /// Of the list that they had before them; nil where a post is vacant. Whoever judged had what stands in it and was decided, without words.
    public let digest: ContentDigest?
    /// Whether it was done to the list as it is now.
    public let isCurrent: Bool
    public let on: String
    public let at: Timestamp

    package init(
        kind: BatchActKind, name: String, account: AccountID, roles: [Role], department: String?, post: DisposalPost?, words: String?,
        delegator: String?, counted: Int?, digest: ContentDigest?, isCurrent: Bool, on: String, at: Timestamp
    ) {
        self.kind = kind
        self.name = name
        self.account = account
        self.roles = roles
        self.department = department
        self.post = post
        self.words = words
        self.delegator = delegator
        self.counted = counted
        self.digest = digest
        self.isCurrent = isCurrent
        self.on = on
        self.at = at
    }
}

/// What can be done to a batch by somebody, with their name to it.
public enum BatchActKind: String, Sendable, Hashable, Codable, CaseIterable {
    case proposed, appraised, vacant, signed, approved, supervised, confirmed
}

/// A line in the list of batches.
public struct BatchLine: Sendable, Hashable, Codable {
    public let id: BatchID
    public let state: BatchState
    public let reason: String
    public let proposedOn: String
    /// How many documents stand in it.
    public let count: Int

    package init(id: BatchID, state: BatchState, reason: String, proposedOn: String, count: Int) {
        self.id = id
        self.state = state
        self.reason = reason
        self.proposedOn = proposedOn
        self.count = count
    }
}

/// What carrying out a batch came to.
public struct BatchOutcome: Sendable, Hashable, Codable {
    public let destroyed: [DocumentID]
    /// Those of which bytes were destroyed and which stay.
    public let redacted: [DocumentID]
    public let dropped: [DroppedItem]
    /// Kept longer, or for ever.
    public let extended: [DocumentID]
    /// To be passed on; they stay until then.
    public let transfer: [DocumentID]

    public init(
        destroyed: [DocumentID], redacted: [DocumentID], dropped: [DroppedItem], extended: [DocumentID], transfer: [DocumentID]
    ) {
        self.destroyed = destroyed
        self.redacted = redacted
        self.dropped = dropped
        self.extended = extended
        self.transfer = transfer
    }
}

/// A document that was not destroyed with its batch, and why.
public struct DroppedItem: Sendable, Hashable, Codable {
    public let document: DocumentID
    /// The codes of what keeps it, parted by commas.
    public let reason: String

    public init(_ document: DocumentID, _ because: [DisposalObstacle]) {
        self.document = document
        reason = because.map(\.rawValue).joined(separator: ",")
    }
}

/// What stays of a destroyed document as people see it.
public struct TombstoneView: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let number: String?
    public let title: String
    public let type: DocumentType
    public let confidentiality: Confidentiality
    public let recordClass: String?
    public let rule: String
    public let keptTo: String
    public let filedOn: String
    public let signed: RoughDate?
    public let expiry: RoughDate?
    public let destroyedOn: String
    public let batch: BatchID
    /// Whether it was looked at that nothing is left.
    public let erased: Bool
    public let versions: [Tombstone.Version]

    enum CodingKeys: String, CodingKey {
        case document, number, title, type, confidentiality, rule, keptTo, filedOn, signed, expiry, destroyedOn, batch, erased, versions
        case recordClass = "class"
    }

    package init(_ tombstone: Tombstone, destroyedOn: String, batch: BatchID, erased: Bool) {
        document = tombstone.document
        number = tombstone.number?.text
        title = tombstone.title
        type = tombstone.type
        confidentiality = tombstone.confidentiality
        recordClass = tombstone.recordClass
        rule = tombstone.rule
        keptTo = tombstone.keptTo.description
        filedOn = tombstone.filedOn.description
        (signed, expiry) = (tombstone.signed, tombstone.expiry)
        self.destroyedOn = destroyedOn
        self.batch = batch
        self.erased = erased
        versions = tombstone.versions
    }
}
