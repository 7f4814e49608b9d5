public import Records

/// What is done with an original, and what its custody is then: the state machine of custody, pure.
extension Custody {
    /// What somebody does now.
    public enum Deed: Sendable, Hashable {
        /// Gives it to somebody of us, who is to confirm it.
        case move(to: AccountID)
        case confirm, refuse
        case shelve(place: String)
        /// Lends it up to a day, to one of us or to somebody outside.
        case lend(to: LoanBorrower, until: CivilDate)
        /// It is back: the borrower gives it back, or whoever answers for it has it again, or takes back what nobody has confirmed.
        case `return`
        /// Sends it out, to come back by a day, or to stay.
        case send(to: String, until: CivilDate?)
        /// Somebody outside has signed for it, and answers for it from now on.
        case release(to: String)
        case miss, find

        public var step: CustodyStep {
            switch self {
            case .move: .move
            case .confirm: .confirm
            case .refuse: .refuse
            case .shelve: .shelve
            case .lend: .lend
            case .return: .return
            case .send: .send
            case .release: .release
            case .miss: .miss
            case .find: .find
            }
        }
    }

    /// Why a deed is refused.
    public enum Refusal: Error, Sendable, Hashable {
        /// Only whoever answers for it may do that.
        case notAnswerable
        /// Only whoever it was given to confirms it.
        case notReceiver
        /// Only who borrowed it, or answers for it, gives it back.
        case notBorrower
        case outOfOrder(CustodyStep, CustodyState)
        /// To whoever has it already.
        case toOneself
        /// The last day lies in the past.
        case dayPast
    }

    /// In which states each step may be taken.
    public static let table: [CustodyStep: Set<CustodyState>] = [
        .move: [.inHand, .shelved], .confirm: [.inTransit], .refuse: [.inTransit], .shelve: [.inHand, .shelved],
        .lend: [.inHand, .shelved],
        .return: [.inTransit, .onLoan, .sent, .sentToStay], .send: [.inHand, .shelved], .release: [.inHand, .shelved, .sent, .sentToStay],
        .miss: [.inHand, .shelved, .inTransit, .onLoan, .sent, .sentToStay], .find: [.missing], .destroy: [.inHand, .shelved],
    ]

    /// What its custody is once somebody has done something.
    ///
    /// Refused always for the same reason: first the order of steps, then whose deed it is, then what it says.
    public func after(_ deed: Deed, by person: AccountID, on today: CivilDate) throws(Refusal) -> Custody {
        guard Custody.table[deed.step]?.contains(state) == true else { throw .outOfOrder(deed.step, state) }
        try refuseOthers(deed, person)
        switch deed {
        case .move(let receiver):
            guard receiver != answerable else { throw .toOneself }
            return Custody(.inTransit, answerable: answerable, account: receiver)
        case .confirm: return Custody(.inHand, answerable: person)
        case .refuse, .find: return Custody(.inHand, answerable: answerable)
        case .shelve(let place): return Custody(.shelved, answerable: answerable, place: place)
        case .lend(let borrower, let until):
            guard until >= today else { throw .dayPast }
            guard borrower.account != answerable else { throw .toOneself }
            return Custody(.onLoan, answerable: answerable, account: borrower.account, outside: borrower.outside, until: until)
        case .return:
            // Given back, it is on its way until whoever answers for it has it.
            if state == .onLoan, person != answerable { return Custody(.inTransit, answerable: answerable, account: answerable) }
            return Custody(.inHand, answerable: answerable)
        case .send(let outside, let until):
            if let until, until < today { throw .dayPast }
            return Custody(until == nil ? .sentToStay : .sent, answerable: answerable, outside: outside, until: until)
        case .release(let outside): return Custody(.released, answerable: nil, outside: outside)
        case .miss: return Custody(.missing, answerable: answerable)
        }
    }

    private func refuseOthers(_ deed: Deed, _ person: AccountID) throws(Refusal) {
        switch deed {
        case .confirm, .refuse: guard person == account else { throw .notReceiver }
        case .return: guard person == answerable || state == .onLoan && person == account else { throw .notBorrower }
        case .move, .shelve, .lend, .send, .release, .miss, .find: guard person == answerable else { throw .notAnswerable }
        }
    }

    /// Whether it should be back by now.
    public func isOverdue(on today: CivilDate) -> Bool { until.map { $0 < today } ?? false }
}
