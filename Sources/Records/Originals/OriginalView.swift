/// An original (原件) as people see it.
public struct OriginalView: Listable, Hashable {
    public var identity: String { id.compact }

    public let id: OriginalID
    public let document: DocumentID
    public let number: String?
    public let title: String
    public let version: VersionNumber
    public let form: OriginalForm
    /// Which copy it is, and of how many.
    public let copy: Int
    public let copies: Int
    public let note: String?
    public let state: CustodyState
    /// The name of the account that answers for it.
    public let answerable: String?
    /// Who has it, or is to confirm it.
    public let with: String?
    public let place: String?
    /// By when it should be back.
    public let until: String?
    public let isOverdue: Bool
    /// The day since which it is so.
    public let since: String

    package init(
        id: OriginalID, document: DocumentID, number: String?, title: String, version: VersionNumber, form: OriginalForm, copy: Int,
        copies: Int, note: String?, state: CustodyState, answerable: String?, with: String?, place: String?, until: String?,
        isOverdue: Bool, since: String
    ) {
        self.id = id
        self.document = document
        self.number = number
        self.title = title
        self.version = version
        self.form = form
        self.copy = copy
        self.copies = copies
        self.note = note
        self.state = state
        self.answerable = answerable
        self.with = with
        self.place = place
        self.until = until
        self.isOverdue = isOverdue
        self.since = since
    }
}

/// An original with all that was done with it.
public struct OriginalHistory: Sendable, Hashable, Codable {
    public let original: OriginalView
    /// The first first.
    public let steps: [Step]
    /// To loans of it, the first first.
    public let consents: [Consent]

    /// One thing that was done with it.
    public struct Step: Sendable, Hashable, Codable {
        /// Nil for its registration.
        public let step: CustodyStep?
        public let on: String
        /// The name of the account that did it.
        public let by: String
        public let state: CustodyState
        public let answerable: String?
        public let with: String?
        public let place: String?
        public let reason: String?
        public let proof: DocumentID?
        public let waybill: String?

        package init(
            step: CustodyStep?, on: String, by: String, state: CustodyState, answerable: String?, with: String?, place: String?,
            reason: String?, proof: DocumentID?, waybill: String?
        ) {
            self.step = step
            self.on = on
            self.by = by
            self.state = state
            self.answerable = answerable
            self.with = with
            self.place = place
            self.reason = reason
            self.proof = proof
            self.waybill = waybill
        }
    }

    /// Somebody's consent to a loan.
    public struct Consent: Sendable, Hashable, Codable {
        public let on: String
        public let by: String
        public let to: String
        /// The last day of the loan; nil where it may stay outside.
        public let until: String?

        package init(on: String, by: String, to: String, until: String?) {
            self.on = on
            self.by = by
            self.to = to
            self.until = until
        }
    }

    package init(_ original: OriginalView, steps: [Step], consents: [Consent]) {
        self.original = original
        self.steps = steps
        self.consents = consents
    }
}
