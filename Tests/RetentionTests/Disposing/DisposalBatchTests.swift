import Records
import Retention
import Testing

@Suite("R-42: a disposal batch goes its way step by step, and each duty falls on a person of its own")
struct DisposalBatchTests {
    private typealias Person = DisposalBatch.Person
    private typealias Act = DisposalBatch.Act
    private static let list = ContentDigest(.sha256, bytes: Array(repeating: 1, count: 32))
    private static let other = ContentDigest(.sha256, bytes: Array(repeating: 2, count: 32))
    private static let today = CivilDate(daysSince1970: 20_000)
    private static let (document, second) = (DocumentID.random(), DocumentID.random())

    private func person(_ roles: Role..., department: String? = nil) -> Person {
        Person(account: .random(), roles: roles, department: department)
    }

    private func batch(_ duties: DisposalDuties, by proposer: Person) -> DisposalBatch {
        DisposalBatch(duties: duties, proposer: proposer, digest: Self.list, items: [.init(Self.document, .destroy)])
    }

    /// Somebody judged the one document.
    private static func judged(_ person: Person, _ decision: DisposalDecision = .destroy) -> DisposalBatch.Appraisal {
        .init(person, [document: decision])
    }

    /// A batch of accounting records on which everything is done up to a state, with those who did it.
    private struct Way {
        private let list = DisposalBatchTests.list
        var batch: DisposalBatch
        let proposer, archivist, secondArchivist, finance, secondFinance, head, informationSystems: Person
        var supervisingFinance: Person

        init(_ test: DisposalBatchTests, to state: BatchState) {
            proposer = test.person(.salesAssistant)
            archivist = test.person(.archivist)
            secondArchivist = test.person(.archivist)
            finance = test.person(.finance)
            secondFinance = test.person(.finance)
            head = test.person(.head)
            informationSystems = test.person(.informationSystems)
            supervisingFinance = test.person(.finance)
            batch = test.batch(.accounting, by: proposer)
            guard state != .proposed else { return }
            batch.appraisals = [DisposalBatchTests.judged(archivist), DisposalBatchTests.judged(finance)]
            guard state != .appraised else { return }
            batch.signatures = [
                .archiveHead: Act(archivist, list), .archiveHandler: Act(secondArchivist, list), .financeHead: Act(finance, list),
                .financeHandler: Act(secondFinance, list),
            ]
            guard state != .signed else { return }
            batch.approval = Act(head, list)
            guard state != .approved else { return }
            batch.supervisions = [Act(test.person(.archivist), list), Act(supervisingFinance, list), Act(informationSystems, list)]
        }
    }

    @Test(
        "each step may be taken in the states of the table and in no other",
        arguments: DisposalStep.allCases, [BatchState.proposed, .appraised, .signed, .approved, .supervised])
    func order(_ step: DisposalStep, _ state: BatchState) throws {
        let way = Way(self, to: state)
        #expect(way.batch.state == state)
        let (deed, person): (DisposalBatch.Deed, Person) =
            switch step {
            case .appraise: (.appraise, way.archivist)
            case .vacate: (.vacate(.financeHead, holders: 1), way.finance)
            case .sign: (.sign(nil, digest: Self.list), person(.archivist))
            case .approve: (.approve(digest: Self.list, isDelegate: false), way.head)
            case .supervise: (.supervise(digest: Self.list, day: Self.today, today: Self.today), person(.finance))
            case .execute: (.execute, way.archivist)
            case .confirm: (.confirm(day: Self.today, today: Self.today), way.batch.supervisions.first?.person ?? way.archivist)
            case .certify: (.certify, way.archivist)
            case .cancel: (.cancel, way.archivist)
            }
        if step == .confirm, way.batch.supervisions.isEmpty {
            #expect(throws: DisposalBatch.Refusal.notTheirs) { try way.batch.refuse(deed, by: person) }
            return
        }
        let isAllowed = DisposalBatch.table[step]?.contains(state) == true
        if isAllowed {
            #expect(throws: Never.self) { try way.batch.refuse(deed, by: person) }
        } else {
            #expect(throws: DisposalBatch.Refusal.outOfOrder(step, state)) { try way.batch.refuse(deed, by: person) }
        }
    }

    @Test("a list that was judged anew must be signed, approved and supervised anew, and nothing of the old counts")
    func judgedAnew() {
        var way = Way(self, to: .supervised)
        way.batch.digest = Self.other
        #expect(way.batch.state == .appraised, "the same was decided, with other words")
        way.batch.items = [.init(Self.document, .keep)]
        #expect(way.batch.state == .proposed)
        way.batch.appraisals = [Self.judged(way.archivist, .keep), Self.judged(way.finance, .keep)]
        #expect(way.batch.state == .appraised && way.batch.openPosts == DisposalDuties.accounting.posts)
        #expect(throws: DisposalBatch.Refusal.staleDigest) {
            try way.batch.refuse(.sign(nil, digest: Self.list), by: person(.archivist))
        }
    }

    @Test("the proposer neither approves nor supervises, an approver supervises nothing, and nobody signs or supervises twice")
    func dutiesApart() throws {
        let signed = Way(self, to: .signed)
        let proposingHead = person(.head, .finance)
        var own = signed.batch
        own = DisposalBatch(duties: .accounting, proposer: proposingHead, digest: Self.list, items: signed.batch.items)
        own.appraisals = signed.batch.appraisals
        own.signatures = signed.batch.signatures
        #expect(throws: DisposalBatch.Refusal.samePerson(.proposer, .approver)) {
            try own.refuse(.approve(digest: Self.list, isDelegate: false), by: proposingHead)
        }
        own.approval = Act(signed.head, Self.list)
        let deed = DisposalBatch.Deed.supervise(digest: Self.list, day: Self.today, today: Self.today)
        #expect(throws: DisposalBatch.Refusal.samePerson(.proposer, .supervisor)) { try own.refuse(deed, by: proposingHead) }
        let approvingFinance = person(.head, .finance)
        own.approval = Act(approvingFinance, Self.list)
        #expect(throws: DisposalBatch.Refusal.samePerson(.approver, .supervisor)) { try own.refuse(deed, by: approvingFinance) }
        own.supervisions = [Act(signed.supervisingFinance, Self.list)]
        #expect(throws: DisposalBatch.Refusal.samePerson(.supervisor, .supervisor)) { try own.refuse(deed, by: signed.supervisingFinance) }
        var appraised = Way(self, to: .appraised)
        appraised.batch.signatures = [.archiveHead: Act(appraised.archivist, Self.list)]
        #expect(throws: DisposalBatch.Refusal.samePerson(.signer, .signer)) {
            try appraised.batch.refuse(.sign(nil, digest: Self.list), by: appraised.archivist)
        }
    }

    @Test(
        "accounting records are supervised from the archive, from finance and from information systems; one person stands for one of them")
    func accountingSupervisors() {
        var way = Way(self, to: .approved)
        #expect(way.batch.openSupervisors == [.archivist, .finance, .informationSystems])
        // Somebody of two roles stands for whichever nobody else can.
        way.batch.supervisions = [Act(person(.archivist, .finance), Self.list), Act(person(.archivist), Self.list)]
        #expect(way.batch.openSupervisors == [.informationSystems])
        let surplus = DisposalBatch.Deed.supervise(digest: Self.list, day: Self.today, today: Self.today)
        #expect(throws: DisposalBatch.Refusal.doneAlready) { try way.batch.refuse(surplus, by: person(.archivist)) }
        way.batch.supervisions.append(Act(person(.informationSystems), Self.list))
        #expect(way.batch.state == .supervised)
    }

    @Test("whoever changed their mind has not judged what they judged before, though the list becomes that one again")
    func changedMind() {
        var way = Way(self, to: .appraised)
        way.batch.appraisals += [Self.judged(way.finance, .keep), Self.judged(way.archivist)]
        #expect(way.batch.state == .proposed && way.batch.openAppraisers == [.finance])
        way.batch.appraisals.append(Self.judged(way.secondFinance))
        #expect(way.batch.state == .appraised)
    }

    @Test("who judges stands for one role, whatever roles they have")
    func oneJudge() {
        var way = Way(self, to: .appraised)
        let both = person(.archivist, .finance)
        way.batch.appraisals = [Self.judged(both)]
        #expect(way.batch.state == .proposed && way.batch.openAppraisers.count == 1)
        way.batch.appraisals.append(Self.judged(way.archivist))
        #expect(way.batch.state == .appraised)
    }

    @Test("each role must have judged each document as it is decided now; a word on one of them is none on the others")
    func eachDocument() {
        var way = Way(self, to: .appraised)
        way.batch.items.append(.init(Self.second, .destroy))
        #expect(way.batch.openAppraisers == [.archivist, .finance])
        let all = [Self.document: DisposalDecision.destroy, Self.second: .destroy]
        way.batch.appraisals = [.init(way.archivist, all), Self.judged(way.finance)]
        #expect(way.batch.openAppraisers == [.finance])
        // Another of the same role does not speak for what the first has judged.
        way.batch.appraisals.append(.init(way.secondFinance, [Self.second: .destroy]))
        #expect(way.batch.openAppraisers == [.finance] && (0...2).allSatisfy(way.batch.isStanding))
        way.batch.appraisals.append(.init(way.finance, [Self.second: .destroy]))
        #expect(way.batch.state == .appraised)
        // What is decided otherwise must be judged anew, and nothing else.
        way.batch.appraisals.append(.init(way.finance, [Self.second: .keep]))
        way.batch.items[1] = .init(Self.second, .keep)
        #expect(way.batch.openAppraisers == [.archivist] && way.batch.isStanding(0) && !way.batch.isStanding(3))
        way.batch.appraisals.append(.init(way.archivist, [Self.second: .keep]))
        #expect(way.batch.state == .appraised)
        // What dropped out is judged by nobody any more, and was judged as it was.
        way.batch.items[1] = .init(Self.second, .keep, isDropped: true)
        #expect(way.batch.state == .appraised && way.batch.isStanding(4) && way.batch.isStanding(5))
    }

    @Test("where nothing is to be destroyed, nobody supervises")
    func nothingDestroyed() {
        var way = Way(self, to: .approved)
        way.batch.items = [.init(Self.document, .keep)]
        way.batch.appraisals = [Self.judged(way.archivist, .keep), Self.judged(way.finance, .keep)]
        #expect(way.batch.state == .supervised)
    }

    @Test("other records are supervised by two people of different departments")
    func departments() {
        let (proposer, archivist, head) = (person(.salesAssistant), person(.archivist), person(.head))
        var batch = batch(.others, by: proposer)
        batch.appraisals = [Self.judged(archivist)]
        batch.signatures = [.archiveHandler: Act(archivist, Self.list)]
        batch.approval = Act(head, Self.list)
        let deed = DisposalBatch.Deed.supervise(digest: Self.list, day: Self.today, today: Self.today)
        #expect(throws: DisposalBatch.Refusal.departmentUnknown) { try batch.refuse(deed, by: person(.finance)) }
        batch.supervisions = [Act(person(.finance, department: "财务部"), Self.list)]
        #expect(throws: DisposalBatch.Refusal.sameDepartment) { try batch.refuse(deed, by: person(.archivist, department: "财务部")) }
        #expect(throws: Never.self) { try batch.refuse(deed, by: person(.archivist, department: "档案室")) }
        batch.supervisions.append(Act(person(.archivist, department: "档案室"), Self.list))
        #expect(batch.state == .supervised)
    }

    @Test("a post that the company lacks is entered once, and is no longer waited for; a day that is not today is refused")
    func vacancies() {
        var way = Way(self, to: .appraised)
        way.batch.vacancies = Set(DisposalDuties.accounting.posts)
        #expect(way.batch.state == .signed)
        way.batch.vacancies = [.financeHead]
        #expect(throws: DisposalBatch.Refusal.doneAlready) { try way.batch.refuse(.vacate(.financeHead, holders: 1), by: way.finance) }
        #expect(throws: DisposalBatch.Refusal.notTheirs) { try way.batch.refuse(.vacate(.financeHandler, holders: 0), by: way.archivist) }
        // Whoever is left must have a post to sign for.
        #expect(throws: DisposalBatch.Refusal.postHeld(.archivist)) {
            try way.batch.refuse(.vacate(.archiveHead, holders: 2), by: way.archivist)
        }
        #expect(throws: Never.self) { try way.batch.refuse(.vacate(.archiveHead, holders: 1), by: way.archivist) }
        way.batch.vacancies = [.archiveHead, .archiveHandler]
        #expect(throws: DisposalBatch.Refusal.doneAlready) {
            try way.batch.refuse(.sign(nil, digest: Self.list), by: person(.archivist))
        }
        let approved = Way(self, to: .approved)
        #expect(throws: DisposalBatch.Refusal.wrongDay) {
            try approved.batch.refuse(
                .supervise(digest: Self.list, day: Self.today.adding(days: -1), today: Self.today), by: person(.finance))
        }
    }

    @Test("R-45: after the destruction each supervisor confirms once, on the day, and nobody else does")
    func confirmed() {
        var way = Way(self, to: .supervised)
        (way.batch.isBegun, way.batch.isExecuted) = (true, true)
        let deed = DisposalBatch.Deed.confirm(day: Self.today, today: Self.today)
        #expect(throws: DisposalBatch.Refusal.notTheirs) { try way.batch.refuse(deed, by: way.head) }
        #expect(throws: DisposalBatch.Refusal.wrongDay) {
            try way.batch.refuse(.confirm(day: Self.today.adding(days: 1), today: Self.today), by: way.supervisingFinance)
        }
        #expect(throws: Never.self) { try way.batch.refuse(deed, by: way.supervisingFinance) }
        way.batch.confirmations = [Act(way.supervisingFinance, Self.list)]
        #expect(throws: DisposalBatch.Refusal.doneAlready) { try way.batch.refuse(deed, by: way.supervisingFinance) }
        way.batch.isCertified = true
        #expect(throws: DisposalBatch.Refusal.outOfOrder(.confirm, .certified)) { try way.batch.refuse(deed, by: way.informationSystems) }
    }

    @Test(
        "whatever is tried in whatever order, nothing is executed unless approver, proposer and supervisors are apart and saw the same list"
    )
    func randomWays() throws {
        for seed in UInt64(1)...300 {
            var random = SplitMix(seed: seed)
            let people = (0..<6).map { _ in
                Person(
                    account: .random(),
                    roles: (0..<Int.random(in: 1...3, using: &random)).map { _ in Role.allCases.randomElement(using: &random) ?? .head },
                    department: ["甲", "乙", nil].randomElement(using: &random) ?? nil)
            }
            let proposer = people.randomElement(using: &random) ?? people[0]
            var batch = batch(Bool.random(using: &random) ? .accounting : .others, by: proposer)
            for _ in 0..<400 where !batch.isBegun { try step(&batch, people, &random) }
            guard batch.isBegun else { continue }
            let approver = try #require(batch.approval?.person)
            #expect(approver.account != proposer.account && batch.approval?.digest == batch.digest, "seed \(seed)")
            let supervisors = batch.supervisions.filter { $0.digest == batch.digest }.map(\.person.account)
            #expect(
                Set(supervisors).count >= 2 && !supervisors.contains(approver.account) && !supervisors.contains(proposer.account),
                "seed \(seed)")
        }
    }

    private func step(_ batch: inout DisposalBatch, _ people: [Person], _ random: inout SplitMix) throws {
        let person = people.randomElement(using: &random) ?? people[0]
        let digest = [Self.list, Self.other].randomElement(using: &random) ?? Self.list
        let deeds: [DisposalBatch.Deed] = [
            .appraise, .vacate(DisposalPost.allCases.randomElement(using: &random) ?? .financeHead, holders: 1),
            .sign(nil, digest: digest),
            .approve(digest: digest, isDelegate: Bool.random(using: &random)),
            .supervise(digest: digest, day: Self.today, today: Self.today), .execute,
        ]
        guard let deed = deeds.randomElement(using: &random), (try? batch.refuse(deed, by: person)) != nil else { return }
        switch deed {
        case .appraise:
            if Int.random(in: 0..<4, using: &random) == 0 {
                batch.digest = digest
                batch.items = [.init(digest == Self.list ? Self.document : Self.second, .destroy)]
            }
            batch.appraisals.append(.init(person, Dictionary(uniqueKeysWithValues: batch.items.map { ($0.document, .destroy) })))
        case .vacate(let post, _): batch.vacancies.insert(post)
        case .sign: batch.signatures[try #require(batch.post(for: person))] = Act(person, digest)
        case .approve: batch.approval = Act(person, digest)
        case .supervise: batch.supervisions.append(Act(person, digest))
        case .execute: batch.isBegun = true
        case .confirm, .certify, .cancel: break
        }
    }
}

/// Numbers by chance that come again with the same seed.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
