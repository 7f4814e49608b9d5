public import Records

/// A disposal batch as its events tell of it, and what may be done with it next: the state machine of disposal, pure.
public struct DisposalBatch: Sendable, Hashable {
    public typealias Person = DisposalPerson

    /// What somebody did to the list as it was then.
    public struct Act: Sendable, Hashable {
        public let person: Person
        /// The digest of the list that they had before them.
        public let digest: ContentDigest

        public init(_ person: Person, _ digest: ContentDigest) {
            self.person = person
            self.digest = digest
        }
    }

    /// What stands in it, and what is decided of that.
    public struct Item: Sendable, Hashable {
        public let document: DocumentID
        public let decision: DisposalDecision?
        /// Whether it dropped out since: then nobody need judge it, and what was judged of it was.
        public let isDropped: Bool

        public init(_ document: DocumentID, _ decision: DisposalDecision?, isDropped: Bool = false) {
            self.document = document
            self.decision = decision
            self.isDropped = isDropped
        }
    }

    /// What somebody decided when they judged, of some or all of what stands in it.
    public struct Appraisal: Sendable, Hashable {
        public let person: Person
        public let decisions: [DocumentID: DisposalDecision]

        public init(_ person: Person, _ decisions: [DocumentID: DisposalDecision]) {
            self.person = person
            self.decisions = decisions
        }
    }

    /// What somebody does now.
    public enum Deed: Sendable, Hashable {
        case appraise
        /// The post is one that the company lacks.
        ///
        /// - Parameter holders: How many open accounts have its role.
        case vacate(DisposalPost, holders: Int)
        /// For a post, or for the first open one that their roles allow.
        case sign(DisposalPost?, digest: ContentDigest)
        /// - Parameter isDelegate: Whether they act by a written delegation that holds today.
        case approve(digest: ContentDigest, isDelegate: Bool)
        /// - Parameter day: The day that they confirm.
        case supervise(digest: ContentDigest, day: CivilDate, today: CivilDate)
        /// - Parameter day: The day that they confirm.
        case confirm(day: CivilDate, today: CivilDate)
        case execute, certify, cancel

        var step: DisposalStep {
            switch self {
            case .appraise: .appraise
            case .vacate: .vacate
            case .sign: .sign
            case .approve: .approve
            case .supervise: .supervise
            case .confirm: .confirm
            case .execute: .execute
            case .certify: .certify
            case .cancel: .cancel
            }
        }
    }

    /// Why a deed is refused.
    public enum Refusal: Error, Sendable, Hashable {
        /// Their roles hold none of the posts that are open, or not this one.
        case notTheirs
        /// Two duties that must be apart would fall on one person.
        case samePerson(Duty, Duty)
        /// Supervisors must be of different departments, and this one has none, or the same.
        case departmentUnknown
        case sameDepartment
        case outOfOrder(DisposalStep, BatchState)
        /// The list is another one than they had before them.
        case staleDigest
        /// The day that they confirm is not today.
        case wrongDay
        /// Signed, or entered as lacking, already.
        case doneAlready
        /// The company has somebody who can sign for it.
        case postHeld(Role)
    }

    /// Duties, some of which must be apart.
    public enum Duty: String, Sendable, Hashable, Codable, CaseIterable {
        case proposer, signer, approver, supervisor
    }

    public let duties: DisposalDuties
    public let proposer: Person
    /// The digest of the list as it is now: of what stands in it, what was decided and with which words, whatever has dropped out since.
    public var digest: ContentDigest
    public var items: [Item]
    private var living: [Item] { items.filter { !$0.isDropped } }
    /// In the order in which they were made.
    public var appraisals: [Appraisal] = []
    public var signatures: [DisposalPost: Act] = [:]
    public var vacancies: Set<DisposalPost> = []
    public var approval: Act?
    public var supervisions: [Act] = []
    public var confirmations: [Act] = []
    public var isBegun = false
    public var isExecuted = false
    public var isCertified = false
    public var isCancelled = false

    public init(duties: DisposalDuties, proposer: Person, digest: ContentDigest, items: [Item]) {
        self.duties = duties
        self.proposer = proposer
        self.digest = digest
        self.items = items
    }

    // MARK: How far it has come

    public var state: BatchState {
        if isCancelled { return .cancelled }
        if isCertified { return .certified }
        if isExecuted { return .executed }
        if isBegun { return .executing }
        guard isAppraised else { return .proposed }
        guard openPosts.isEmpty else { return .appraised }
        guard let approval, approval.digest == digest else { return .signed }
        return openSupervisors.isEmpty ? .supervised : .approved
    }

    private var isAppraised: Bool { living.allSatisfy { $0.decision != nil } && openAppraisers.isEmpty }

    /// Whether anything in it is to be destroyed: else there is nothing to supervise.
    private var destroysAnything: Bool { living.contains { ($0.decision ?? .destroy) == .destroy } }

    /// Roles for which nobody has judged each document as it is decided now, each person standing for one.
    public var openAppraisers: [Role] {
        let standing = duties.appraisers.map { role in
            let judged = appraisals.filter { $0.person.roles.contains(role) }
            let everybody = Set(judged.map(\.person.account))
            return (role, living.reduce(into: everybody) { $0.formIntersection(Self.whoStands(for: $1, among: judged)) })
        }
        let people = Set(standing.flatMap(\.1)).sorted().map { account in
            Person(account: account, roles: standing.filter { $0.1.contains(account) }.map(\.0), department: nil)
        }
        return DisposalBatch.unfilled(duties.appraisers, by: people)
    }

    /// Who judged a document as it is decided now. A judgement counts until another of the same role says otherwise: whoever changed their mind has
    /// not judged what they judged before.
    private static func whoStands(for item: Item, among judged: [Appraisal]) -> Set<AccountID> {
        judged.reduce(into: []) { standing, appraisal in
            guard let word = appraisal.decisions[item.document] else { return }
            if word == item.decision { standing.insert(appraisal.person.account) } else { standing.removeAll() }
        }
    }

    /// Whether a judgement still says something: it is somebody's last word on a document, which is decided so.
    ///
    /// - Parameter index: Which of ``appraisals``.
    public func isStanding(_ index: Int) -> Bool {
        let said = appraisals[index]
        let since = appraisals[(index + 1)...].filter { $0.person.account == said.person.account }
        return items.contains { item in
            guard let word = said.decisions[item.document], word == item.decision else { return false }
            return !since.contains { $0.decisions[item.document] != nil }
        }
    }

    /// Posts that nobody has signed for, for the list as it is.
    public var openPosts: [DisposalPost] {
        duties.posts.filter { !vacancies.contains($0) && signatures[$0]?.digest != digest }
    }

    private var supervisors: [Person] { supervisions.filter { $0.digest == digest }.map(\.person) }

    /// Roles that no supervisor stands for yet; where departments count, one for each supervisor that is lacking.
    public var openSupervisors: [Role?] { openSupervisors(besides: nil) }

    /// What is open once somebody more supervises.
    private func openSupervisors(besides person: Person?) -> [Role?] {
        guard destroysAnything else { return [] }
        let people = supervisors + [person].compactMap(\.self)
        guard let roles = duties.supervisors else { return Array(repeating: nil, count: max(0, 2 - people.count)) }
        return DisposalBatch.unfilled(roles, by: people).map { $0 }
    }

    /// The roles that are left when each person stands for one of theirs, as many as can be.
    private static func unfilled(_ roles: [Role], by people: [Person]) -> [Role] {
        guard let person = people.first else { return roles }
        let rest = Array(people.dropFirst())
        let ways = roles.indices.filter { person.roles.contains(roles[$0]) }.map { index in
            unfilled(roles.enumerated().filter { $0.offset != index }.map(\.element), by: rest)
        }
        return (ways + [unfilled(roles, by: rest)]).min { $0.count < $1.count } ?? roles
    }

    // MARK: What may be done

    /// In which states each step may be taken.
    public static let table: [DisposalStep: Set<BatchState>] = [
        .appraise: [.proposed, .appraised, .signed], .vacate: [.proposed, .appraised], .sign: [.appraised], .approve: [.signed],
        .supervise: [.approved], .execute: [.supervised, .executing], .confirm: [.executed],
        .certify: [.executed], .cancel: [.proposed, .appraised, .signed, .approved, .supervised],
    ]

    /// Refuses what may not be done, always for the same reason: first whose duty it is, then duties that must be apart, then the order of
    /// steps, then the list that it is about.
    public func refuse(_ deed: Deed, by person: Person) throws(Refusal) {
        try refuseOthers(deed, person)
        try refuseTogether(deed, person)
        guard deed.step.isOpen(in: state) else { throw .outOfOrder(deed.step, state) }
        try refuseStale(deed, person)
    }

    private func refuseOthers(_ deed: Deed, _ person: Person) throws(Refusal) {
        switch deed {
        case .sign(let post?, _): guard duties.posts.contains(post), person.roles.contains(post.role) else { throw .notTheirs }
        case .sign(nil, _): guard duties.posts.contains(where: { person.roles.contains($0.role) }) else { throw .notTheirs }
        case .vacate(let post, _): guard duties.posts.contains(post), person.roles.contains(post.role) else { throw .notTheirs }
        case .approve(_, let isDelegate): guard isDelegate || person.roles.contains(.head) else { throw .notTheirs }
        case .supervise:
            if let roles = duties.supervisors, Set(person.roles).isDisjoint(with: roles) { throw .notTheirs }
        case .confirm: guard supervisors.contains(where: { $0.account == person.account }) else { throw .notTheirs }
        case .appraise: guard !Set(person.roles).isDisjoint(with: duties.appraisers) else { throw .notTheirs }
        case .execute, .certify, .cancel: break
        }
    }

    /// The proposer approves nothing, a supervisor is neither, and nobody signs for two posts, or supervises twice.
    private func refuseTogether(_ deed: Deed, _ person: Person) throws(Refusal) {
        let account = person.account
        switch deed {
        case .sign:
            if signatures.contains(where: { $0.value.digest == digest && $0.value.person.account == account }) {
                throw .samePerson(.signer, .signer)
            }
        case .approve:
            if proposer.account == account { throw .samePerson(.proposer, .approver) }
        case .supervise:
            if proposer.account == account { throw .samePerson(.proposer, .supervisor) }
            if approval?.person.account == account { throw .samePerson(.approver, .supervisor) }
            if supervisors.contains(where: { $0.account == account }) { throw .samePerson(.supervisor, .supervisor) }
            guard duties.supervisors == nil else { return }
            guard let department = person.department else { throw .departmentUnknown }
            if supervisors.contains(where: { $0.department.map(matchingKey) == matchingKey(department) }) { throw .sameDepartment }
        case .appraise, .vacate, .execute, .confirm, .certify, .cancel: break
        }
    }

    private func refuseStale(_ deed: Deed, _ person: Person) throws(Refusal) {
        switch deed {
        case .sign(let post, let given):
            guard given == digest else { throw .staleDigest }
            guard post.map(openPosts.contains) ?? (self.post(for: person) != nil) else { throw .doneAlready }
        case .approve(let given, _): guard given == digest else { throw .staleDigest }
        case .supervise(let given, let day, let today):
            guard given == digest else { throw .staleDigest }
            guard day == today else { throw .wrongDay }
            guard openSupervisors(besides: person).count < openSupervisors.count else { throw .doneAlready }
        case .vacate(let post, let holders):
            guard openPosts.contains(post) else { throw .doneAlready }
            guard !isHeld(post, by: holders) else { throw .postHeld(post.role) }
        case .confirm(let day, let today):
            guard day == today else { throw .wrongDay }
            guard !confirmations.contains(where: { $0.person.account == person.account }) else { throw .doneAlready }
        case .appraise, .execute, .certify, .cancel: break
        }
    }

    /// Whether there is somebody for a post, when so many accounts have its role: more than the other posts of that role take.
    public func isHeld(_ post: DisposalPost, by holders: Int) -> Bool {
        holders > duties.posts.count { $0 != post && $0.role == post.role && !vacancies.contains($0) }
    }

    /// The post for which somebody signs who names none: the first open one of their roles.
    public func post(for person: Person) -> DisposalPost? { openPosts.first { person.roles.contains($0.role) } }
}

extension DisposalStep {
    /// Whether the step may be taken in a state at all.
    public func isOpen(in state: BatchState) -> Bool { DisposalBatch.table[self]?.contains(state) == true }
}
