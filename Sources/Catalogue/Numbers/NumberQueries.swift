import GRDB
import Records

/// What the numbering patterns are, for projection and for reading alike.
enum NumberQueries {
    /// The pattern that numbers of this type follow; nil where the type has none.
    static func pattern(of type: DocumentType, in db: Database) throws -> NumberingPattern? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT pattern FROM numbering WHERE type = ?"), arguments: [type.code])
            .flatMap { NumberingPattern($0) }
    }

    /// Where a number stands among our own of a type: by the pattern, or in a series that numbers were given out in before the pattern was
    /// another. nil for a number of others.
    static func place(of number: String, type: DocumentType, in db: Database) throws -> NumberingPattern.Place? {
        guard let pattern = try pattern(of: type, in: db) else { return nil }
        if let place = pattern.place(of: number) { return place }
        return try series(of: type, in: db).lazy.compactMap { NumberingPattern.Place(of: number, in: $0) }.first
    }

    /// The series in which a type has numbers. Each is found by one step into the index, however many numbers it has.
    private static func series(of type: DocumentType, in db: Database) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE found (series) AS (
                        SELECT MIN(series) FROM numbers WHERE type = :type
                        UNION ALL
                        SELECT (SELECT MIN(series) FROM numbers WHERE type = :type AND series > found.series) FROM found
                        WHERE found.series IS NOT NULL)
                    SELECT series FROM found WHERE series IS NOT NULL
                    """), arguments: ["type": type.code])
    }
}
