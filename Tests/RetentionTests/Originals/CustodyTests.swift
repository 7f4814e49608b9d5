import Records
import Retention
import Testing

@Suite("R-17, R-18: an original is at every moment in one place, and one person answers for it")
struct CustodyTests {
    private static let today = CivilDate(daysSince1970: 20_000)
    private let keeper = AccountID.random()
    private let other = AccountID.random()

    private func custody(_ state: CustodyState) -> Custody {
        switch state {
        case .inHand, .missing: Custody(state, answerable: keeper)
        case .shelved: Custody(state, answerable: keeper, place: "档案室-3柜")
        case .inTransit: Custody(state, answerable: keeper, account: other)
        case .onLoan: Custody(state, answerable: keeper, account: other, until: Self.today)
        case .sent: Custody(state, answerable: keeper, outside: "青禾置业", until: Self.today)
        case .sentToStay: Custody(state, answerable: keeper, outside: "青禾置业")
        case .released, .destroyed: Custody(state, answerable: nil)
        }
    }

    private var deeds: [Custody.Deed] {
        [
            .move(to: other), .confirm, .refuse, .shelve(place: "档案室-4柜"),
            .lend(to: LoanBorrower(account: other, outside: nil), until: Self.today),
            .lend(to: LoanBorrower(account: nil, outside: "律师事务所"), until: Self.today), .return, .send(to: "青禾置业", until: Self.today),
            .send(to: "青禾置业", until: nil), .release(to: "青禾置业"), .miss, .find,
        ]
    }

    @Test("each step may be taken in the states of the table and in no other", arguments: CustodyState.allCases)
    func order(_ state: CustodyState) {
        for deed in deeds {
            let doer = [.confirm, .refuse].contains(deed.step) ? other : keeper
            let isAllowed = Custody.table[deed.step]?.contains(state) == true
            let after = try? custody(state).after(deed, by: doer, on: Self.today)
            #expect((after != nil) == isAllowed, "\(deed) while \(state)")
        }
    }

    @Test("only who answers for it hands it on, only who it was given to confirms, and only borrower or lender gives it back")
    func whose() {
        let stranger = AccountID.random()
        for deed in deeds {
            for state in Custody.table[deed.step] ?? [] {
                #expect(throws: Custody.Refusal.self, "\(deed) while \(state)") {
                    try custody(state).after(deed, by: stranger, on: Self.today)
                }
            }
        }
        #expect(throws: Custody.Refusal.notReceiver) { try custody(.inTransit).after(.confirm, by: keeper, on: Self.today) }
        #expect(throws: Custody.Refusal.toOneself) { try custody(.inHand).after(.move(to: keeper), by: keeper, on: Self.today) }
        #expect(throws: Custody.Refusal.dayPast) {
            try custody(.shelved).after(
                .lend(to: LoanBorrower(account: other, outside: nil), until: Self.today.adding(days: -1)), by: keeper, on: Self.today)
        }
    }

    @Test("in transit the giver answers until the receiver confirms; on loan and sent out the lender and the sender do until it is back")
    func answerable() throws {
        let given = try custody(.shelved).after(.move(to: other), by: keeper, on: Self.today)
        #expect(given == Custody(.inTransit, answerable: keeper, account: other))
        #expect(try given.after(.confirm, by: other, on: Self.today) == Custody(.inHand, answerable: other))
        #expect(try given.after(.refuse, by: other, on: Self.today) == Custody(.inHand, answerable: keeper))
        let lent = try custody(.inHand).after(
            .lend(to: LoanBorrower(account: other, outside: nil), until: Self.today), by: keeper, on: Self.today)
        #expect(lent.answerable == keeper && !lent.isOverdue(on: Self.today) && lent.isOverdue(on: Self.today.adding(days: 1)))
        // The borrower's word alone does not put it back: whoever lent it confirms.
        let back = try lent.after(.return, by: other, on: Self.today)
        #expect(back == Custody(.inTransit, answerable: keeper, account: keeper))
        #expect(try back.after(.confirm, by: keeper, on: Self.today) == Custody(.inHand, answerable: keeper))
        #expect(try custody(.missing).answerable == keeper && custody(.missing).after(.find, by: keeper, on: Self.today).state == .inHand)
        #expect(try custody(.sentToStay).after(.release(to: "青禾置业"), by: keeper, on: Self.today).answerable == nil)
    }

    @Test("whatever is done in whatever order, one person answers for it until it is released, and where it is is said")
    func randomHistories() {
        for _ in 0..<2_000 {
            let people = (0..<3).map { _ in AccountID.random() }
            var now = Custody(.inHand, answerable: people[0])
            for _ in 0..<40 {
                let deeds: [Custody.Deed] = [
                    .move(to: people[Int.random(in: 0..<3)]), .confirm, .refuse, .shelve(place: "1柜"), .return, .miss, .find,
                    .lend(to: LoanBorrower(account: people[Int.random(in: 0..<3)], outside: nil), until: Self.today),
                    .send(to: "外", until: nil),
                    .send(to: "外", until: Self.today), .release(to: "外"),
                    .lend(to: LoanBorrower(account: nil, outside: "外"), until: Self.today),
                ]
                guard let deed = deeds.randomElement(), let doer = people.randomElement(),
                    let after = try? now.after(deed, by: doer, on: Self.today)
                else { continue }
                now = after
                #expect((now.answerable == nil) == [.released, .destroyed].contains(now.state), "\(deed)")
                let places = [now.account != nil, now.outside != nil, now.place != nil].count(where: \.self)
                #expect(places == ([.inHand, .missing].contains(now.state) ? 0 : 1), "\(now) after \(deed)")
            }
        }
    }
}
