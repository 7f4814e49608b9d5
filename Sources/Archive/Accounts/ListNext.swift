public import Catalogue
public import Records
import Retention

/// What waits for whoever asks (待办), by day, what nothing is said of last: items that their dossiers lack, originals to confirm, to give back and
/// to chase, papers that were sent and of which nobody knows what became, packs to sign for and to issue anew, and steps of disposals that are theirs
/// to take. The operator is shown the dossiers of everybody.
public struct ListNext: Question {
    public typealias Answer = [WaitingLine]
    public static let operation = Operation.seeNext
    public static var sample: ListNext { ListNext() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [WaitingLine] {
        let account = try reading.viewer.name.flatMap { try reading.account(named: $0) }
        let items = try reading.openDossiers(of: account?.id).flatMap { id -> [WaitingLine] in
            guard let check = try reading.check(of: id) else { return [] }
            let responsible = account == nil ? check.dossier.responsible : nil
            return check.checklist.filter { $0.state == .missing }.map {
                WaitingLine($0, of: check.dossier, responsible: responsible)
            }
        }
        let originals = try account.map { try Self.originals(of: $0, reading) } ?? []
        let steps = try account.map { try Self.steps(for: $0, reading) } ?? []
        let dated = (items + originals).filter { $0.by != nil }.sorted { ($0.by ?? "") < ($1.by ?? "") }
        let packs = try account.map { try Self.packs(for: $0, reading) } ?? []
        let sent = try account.map { try Self.sent(by: $0, reading) } ?? []
        return dated + originals.filter { $0.by == nil } + sent + packs + steps + items.filter { $0.by == nil }
    }

    private static func originals(of account: AccountView, _ reading: Reading) throws -> [WaitingLine] {
        var filter = OriginalFilter()
        filter.holder = account.id
        return try reading.originals(filter).compactMap { original in
            let (has, answers) = (original.with == account.name, original.answerable == account.name)
            let kind: WaitingLine.Kind? =
                switch original.state {
                case .inTransit where has: .receive
                case .onLoan where has: .giveBack
                case .onLoan where answers && original.isOverdue, .sent where answers && original.isOverdue: .chase
                default: nil
                }
            return kind.map { WaitingLine($0, original) }
        }
    }

    private static func sent(by account: AccountView, _ reading: Reading) throws -> [WaitingLine] {
        var filter = TransmittalFilter()
        (filter.state, filter.sender) = (.sent, account.id)
        return try reading.transmittals(filter).map { WaitingLine($0) }
    }

    private static func packs(for account: AccountView, _ reading: Reading) throws -> [WaitingLine] {
        let rights = Rights(account)
        func lines(_ state: PackState) throws -> [PackLine] {
            var filter = PackFilter()
            filter.state = state
            return try reading.packs(filter)
        }
        let theirs = try rights.allow(.signPack) ? lines(.issued) : []
        let toSign = try theirs.filter { $0.issuedBy != account.name }.filter {
            try reading.receiver(of: $0.id)?.isServed(by: account) ?? false
        }
        let returned =
            try rights.allow(.issuePack)
            ? lines(.returned).filter { pack in
                try pack.issuedBy == account.name || reading.responsible(for: pack.dossier) == account.id
            } : []
        return toSign.map { WaitingLine(.takeOver, $0) } + returned.map { WaitingLine(.reissue, $0) }
    }

    private static func steps(for account: AccountView, _ reading: Reading) throws -> [WaitingLine] {
        let person = DisposalPerson(account: account.id, roles: account.roles, department: account.department)
        let isDelegate = try reading.delegation(to: account.id) != nil
        return try reading.openBatches().compactMap { line in
            guard let batch = try reading.disposal(line.id)?.batch else { return nil }
            return step(of: batch, for: person, isDelegate: isDelegate, on: reading.today).map {
                WaitingLine($0, of: line.id, reason: line.reason)
            }
        }
    }

    /// What somebody may do with a batch now.
    private static func step(
        of batch: DisposalBatch, for person: DisposalPerson, isDelegate: Bool, on today: CivilDate
    ) -> WaitingLine.Kind? {
        func may(_ deed: DisposalBatch.Deed, _ operation: Operation) -> Bool {
            !operation.row.roles.isDisjoint(with: person.roles) && (try? batch.refuse(deed, by: person)) != nil
        }
        let digest = batch.digest
        return switch batch.state {
        case .proposed: Set(batch.openAppraisers).isDisjoint(with: person.roles) ? nil : .appraise
        case .appraised: may(.sign(nil, digest: digest), .signDisposal) ? .sign : nil
        case .signed: may(.approve(digest: digest, isDelegate: isDelegate), .approveDisposal) ? .approve : nil
        case .approved: may(.supervise(digest: digest, day: today, today: today), .superviseDisposal) ? .supervise : nil
        case .supervised, .executing: may(.execute, .executeDisposal) ? .execute : nil
        case .executed:
            if may(.confirm(day: today, today: today), .superviseDisposal) {
                .confirm
            } else {
                may(.certify, .certifyDisposal) ? .certify : nil
            }
        case .certified, .cancelled: nil
        }
    }
}
