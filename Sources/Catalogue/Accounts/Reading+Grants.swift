import GRDB
public import Records

extension Reading {
    /// The number for the next grant.
    public func nextGrant() throws -> Int { try count("SELECT MAX(number) FROM grants") + 1 }

    public func grant(_ number: Int) throws -> GrantView? {
        try row(Self.grants + " WHERE g.number = :number", ["number": number]).map(GrantQueries.view)
    }

    /// Grants that hold today, the newest first; past and ended ones only where they are asked for.
    public func grants(ended: Bool) throws -> [GrantView] {
        try rows(
            Self.grants + " WHERE :ended OR (g.ended_on IS NULL AND g.until >= :today) ORDER BY g.number DESC",
            ["ended": ended, "today": today.description]
        ).map(GrantQueries.view)
    }

    private static let grants = "SELECT g.*, a.id AS account_id, a.name FROM grants g JOIN accounts a ON a.row = g.account"

    /// Why an account can see a document: by its roles, as its handler, by grants; nothing where it cannot.
    ///
    /// - Parameter viewer: As whom the account reads, before classes and grants are looked at.
    public func grounds(for account: AccountView, as viewer: Viewer, of document: DocumentID) throws -> (
        because: [RightGround], grants: [Int]
    ) {
        let sql = "SELECT d.row, d.confidentiality, d.class, d.handler FROM documents d WHERE d.id = :id"
        guard let found = try row(sql, ["id": document.compact]) else { return ([], []) }
        let viewer = try viewer.narrowed(to: account, on: today, in: db)
        var because: [RightGround] = []
        let isSecret = found["confidentiality"] as String == Confidentiality.secret.rawValue
        let isClosed = (found["class"] as String?).map(viewer.closedClasses.contains) ?? false
        if viewer.seesSecrets || !isSecret, !isClosed { because.append(.role) }
        if let name = viewer.name, found["handler"] as String? == name { because.append(.ownDeal) }
        let row: Int64 = found["row"]
        let grants = try GrantQueries.documents(of: account.id, on: today, in: db).filter { $0.row == row }.map(\.grant).sorted()
        return (because + (grants.isEmpty ? [] : [.grant]), grants)
    }
}
