import GRDB
public import Records

extension Reading {
    /// The rules that the company set; nil where it never did.
    public func loanRules() throws -> [LoanRule]? {
        try row("SELECT rules FROM loan_rules ORDER BY sequence DESC LIMIT 1").map { try Self.decoded($0[0], "loan_rules") }
    }

    /// The class of an original's document.
    public func recordClass(of original: OriginalID) throws -> String? {
        try row(
            "SELECT d.class FROM originals o JOIN documents d ON d.row = o.document WHERE o.id = :id", ["id": original.compact]
        ).flatMap { $0[0] }
    }

    /// Whether somebody who has one of these roles still, other than the lender, consented to a loan to a borrower up to a day or longer, and it was
    /// not lent or sent since; without a day, that it stays there.
    public func isConsented(
        _ original: OriginalID, to borrower: LoanBorrower, until: CivilDate?, by roles: [Role], besides lender: AccountID
    ) throws -> Bool {
        try rows(
            """
            SELECT c.roles, a.roles AS now FROM loan_consents c JOIN originals o ON o.row = c.original JOIN accounts a ON a.id = c.by AND a.open
            WHERE o.id = :id AND c.by <> :lender AND c.account IS :account AND c.outside IS :outside
                AND CASE WHEN :until IS NULL THEN c.until IS NULL ELSE c.until >= :until END
                AND NOT EXISTS (
                    SELECT 1 FROM custody_steps s WHERE s.original = o.row AND s.step IN ('lend', 'send') AND s.sequence > c.sequence)
            """,
            [
                "id": original.compact, "lender": lender.compact, "account": borrower.account?.compact, "outside": borrower.outside,
                "until": until?.description,
            ]
        ).contains { row in Self.roles(row[0]).contains { roles.contains($0) && Self.roles(row[1]).contains($0) } }
    }

    /// Consents to loans of an original, the first first.
    public func consents(of original: OriginalID) throws -> [OriginalHistory.Consent] {
        try rows(
            """
            SELECT c.*, a.name, w.name AS borrower FROM loan_consents c JOIN originals o ON o.row = c.original
            LEFT JOIN accounts a ON a.id = c.by LEFT JOIN accounts w ON w.id = c.account WHERE o.id = :id ORDER BY c.sequence
            """, ["id": original.compact]
        ).map { row in
            OriginalHistory.Consent(
                on: row["given_on"], by: row["name"] ?? row["by"], to: row["borrower"] ?? row["outside"] ?? "", until: row["until"])
        }
    }

    private static func roles(_ written: String) -> [Role] { written.split(separator: " ").compactMap { Role(rawValue: String($0)) } }
}
