import Catalogue
public import Records

/// What somebody with these roles may do and see. This is the only place that decides it, whatever the door.
public struct Rights: Sendable {
    /// Nil for the operator, who is asked for no rights; none for nobody, and for a closed account.
    private let roles: Set<Role>?
    private let account: AccountView?

    init(operator: Void) { (roles, account) = (nil, nil) }

    public init(_ account: AccountView?) {
        roles = account.map { $0.open ? Set($0.roles) : [] } ?? []
        self.account = account
    }

    /// Whether they may do it at all.
    public func allow(_ operation: Operation) -> Bool { roles.map { !$0.isDisjoint(with: operation.row.roles) } ?? true }

    /// Roles that see 秘密 documents of others' deals.
    private static let trusted: Set<Role> = [.salesManager, .archivist, .auditor, .head]

    /// As whom they read on a day: role, confidentiality, own deals, classes and grants together.
    func viewer(in transaction: CatalogueTransaction, on day: CivilDate) throws -> Viewer {
        guard let account else { return viewer }
        return try transaction.narrowed(viewer, to: account, on: day)
    }

    /// As whom they read before classes and grants are looked at.
    var viewer: Viewer {
        var viewer = Viewer(
            name: account?.name, seesSecrets: roles.map { !$0.isDisjoint(with: Self.trusted) } ?? true, seesHolds: allow(.seeHolds),
            seesLog: allow(.readLog))
        viewer.mayOpenRestricted = allow(.openRestricted)
        return viewer
    }
}
