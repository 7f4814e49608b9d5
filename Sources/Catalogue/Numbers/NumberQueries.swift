public import GRDB
public import Records

/// Our own numbers: the next one, gaps, what became of each.
public enum NumberQueries {
    /// The pattern that numbers of this type follow; nil where the type has none.
    public static func pattern(of type: DocumentType, in db: Database) throws -> NumberingPattern? {
        try Projection.pattern(of: type, in: db)
    }

    /// The next number of a type in a year: one after the largest that was ever taken.
    public static func next(of type: DocumentType, year: Int, in db: Database) throws -> String? {
        guard let pattern = try pattern(of: type, in: db) else { return nil }
        let largest = try Int.fetchOne(
            db, sql: "SELECT MAX(ordinal) FROM numbers WHERE type = ? AND series = ?", arguments: [type.code, pattern.series(year: year)])
        return pattern.number(year: year, ordinal: (largest ?? 0) + 1)
    }

    /// What became of one of our numbers.
    public struct Taken: Sendable, Hashable, Codable {
        public enum State: String, Sendable, Codable { case reserved, used, explained, open }
        public let number: String
        public let type: String
        public let state: State
        public let document: DocumentID?
        public let reason: String?
    }

    /// What became of this number; nil where nobody took it.
    public static func taken(_ number: String, in db: Database) throws -> Taken? {
        try fetch("n.number_key = ?", [matchingKey(number)], in: db).first
    }

    /// Longest stretch of missing numbers that is listed one by one: a typing error of a digit must not make a list of millions.
    public static let longestGap = 10_000

    /// Numbers without a document: reserved, explained, or skipped without a word (漏号), in order.
    public static func gaps(of type: DocumentType?, in db: Database) throws -> [Taken] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT n.type, n.series, n.ordinal, LAG(n.ordinal, 1, 0) OVER (PARTITION BY n.type, n.series ORDER BY n.ordinal) AS before,
                n.number, n.state, n.reason, d.id AS document
                FROM numbers n LEFT JOIN documents d ON d.row = n.document WHERE :type IS NULL OR n.type = :type
                ORDER BY n.type, n.series, n.ordinal
                """, arguments: ["type": type?.code])
        var gaps: [Taken] = []
        for row in rows {
            let (ordinal, before): (Int, Int) = (row["ordinal"], row["before"])
            if ordinal - before > 1, let code = DocumentType(row["type"] as String), let pattern = try pattern(of: code, in: db) {
                let first = max(before + 1, ordinal - longestGap)
                gaps += (first..<ordinal).map {
                    Taken(
                        number: pattern.number(series: row["series"], ordinal: $0), type: code.code, state: .open, document: nil,
                        reason: nil)
                }
            }
            let taken = try taken(row)
            if taken.state != .used { gaps.append(taken) }
        }
        return gaps
    }

    private static func fetch(_ condition: String, _ arguments: StatementArguments, in db: Database) throws -> [Taken] {
        let sql =
            "SELECT n.number, n.type, n.state, n.reason, d.id AS document FROM numbers n LEFT JOIN documents d ON d.row = n.document WHERE \(condition)"
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map(taken)
    }

    private static func taken(_ row: Row) throws -> Taken {
        guard let state = Taken.State(rawValue: row["state"]) else { throw CatalogueError.damagedValue("state") }
        return Taken(
            number: row["number"], type: row["type"], state: state,
            document: try (row["document"] as String?).map { id throws in try DocumentID(id) }, reason: row["reason"])
    }
}
