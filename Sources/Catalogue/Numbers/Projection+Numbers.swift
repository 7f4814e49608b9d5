import GRDB
import Records

extension Projection {
    static func setNumbering(_ type: DocumentType, _ pattern: String, in db: Database) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO numbering VALUES (?, ?)", arguments: [type.code, pattern])
    }

    static func pattern(of type: DocumentType, in db: Database) throws -> NumberingPattern? {
        try String.fetchOne(db, sql: "SELECT pattern FROM numbering WHERE type = ?", arguments: [type.code])
            .flatMap { NumberingPattern($0) }
    }

    static func reserve(_ fact: NumberReserved, in db: Database) throws {
        try take(fact.number, type: fact.type, state: "reserved", document: nil, reason: fact.reason, in: db)
    }

    static func explain(_ fact: NumberExplained, in db: Database) throws {
        try take(fact.number, type: fact.type, state: "explained", document: nil, reason: fact.reason, in: db)
    }

    /// Our own number now belongs to a document, for ever: an edit that gives the document another number leaves the old one used.
    static func use(_ number: DocumentNumber?, for row: Int64, type: DocumentType, in db: Database) throws {
        guard let number, number.issuer == .own else { return }
        try take(number.text, type: type, state: "used", document: row, reason: nil, in: db)
    }

    private static func take(
        _ number: String, type: DocumentType, state: String, document: Int64?, reason: String?, in db: Database
    ) throws {
        guard let place = try pattern(of: type, in: db)?.place(of: number) else { return }
        try db.execute(
            sql: """
                INSERT INTO numbers VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (number_key) DO UPDATE SET state = excluded.state, document = excluded.document, reason = excluded.reason
                """,
            arguments: [matchingKey(number), number, type.code, place.series, place.ordinal, state, document, reason])
    }
}
