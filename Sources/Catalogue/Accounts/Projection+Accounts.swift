import GRDB
import Records

extension AccountSet: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            """
            INSERT INTO accounts (id, name, roles, open) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, open = excluded.open
            """, [account.compact, name, roles.map(\.rawValue).joined(separator: " "), open])
        guard !open || !roles.contains(.head) else { return }
        // What was delegated by whoever is head of the company no more has ended, also if they become head again.
        try projection.run(
            "UPDATE delegations SET ended_on = ? WHERE given_by = ? AND ended_on IS NULL", [projection.date.description, account.compact])
    }
}

extension DepartmentSet: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run("UPDATE accounts SET department = ? WHERE id = ?", [department, account.compact])
    }
}

extension GrantGiven: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            """
            INSERT INTO grants (number, account, kind, scope, until, reason, given_on, given_by)
            SELECT ?, row, ?, ?, ?, ?, ?, ? FROM accounts WHERE id = ?
            """,
            [
                grant, scope.kind.rawValue, scope.name, until.description, reason, projection.date.description, projection.event.actor,
                account.compact,
            ])
    }
}

extension GrantEnded: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "UPDATE grants SET ended_on = ?, ended_reason = ? WHERE number = ?", [projection.date.description, reason, grant])
    }
}

extension TokenIssued: Projectable {
    func project(_ projection: Projection) throws {
        try projection.run(
            "INSERT INTO tokens SELECT ?, row, ?, 0 FROM accounts WHERE id = ?", [token, expires?.milliseconds, account.compact])
    }
}

extension TokenRevoked: Projectable {
    func project(_ projection: Projection) throws { try projection.run("UPDATE tokens SET revoked = 1 WHERE id = ?", [token]) }
}

extension PasswordSet: ProjectedToNothing {}
extension AccessRefused: ProjectedToNothing {}
extension AccessesRefused: ProjectedToNothing {}
extension ListExported: ProjectedToNothing {}
extension DueListExported: ProjectedToNothing {}
extension SignInFailed: ProjectedToNothing {}
extension SignInsFailed: ProjectedToNothing {}
