import GRDB
import Records

extension NumberingSet: Projectable {
    func project(_ projection: Projection) throws { try projection.setNumbering(type, pattern) }
}

extension NumberReserved: Projectable {
    func project(_ projection: Projection) throws {
        try projection.take(number, type: type, state: .reserved, document: nil, reason: reason)
    }
}

extension NumberExplained: Projectable {
    func project(_ projection: Projection) throws {
        try projection.take(number, type: type, state: .explained, document: nil, reason: reason)
    }
}

extension Projection {
    func setNumbering(_ type: DocumentType, _ pattern: String) throws {
        try run("INSERT OR REPLACE INTO numbering VALUES (?, ?)", [type.code, pattern])
    }

    /// Our own number now belongs to a document, for ever: an edit that gives the document another number leaves the old one used.
    func use(_ number: DocumentNumber?, for row: Int64, type: DocumentType) throws {
        guard let number, number.issuer == .own else { return }
        try take(number.text, type: type, state: .used, document: row, reason: nil)
    }

    fileprivate func take(_ number: String, type: DocumentType, state: NumberState, document: Int64?, reason: String?) throws {
        guard let place = try NumberQueries.place(of: number, type: type, in: db) else { return }
        try run(
            """
            INSERT INTO numbers VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (number_key) DO UPDATE SET state = excluded.state, document = excluded.document, reason = excluded.reason
            """, [matchingKey(number), number, type.code, place.series, place.ordinal, state.rawValue, document, reason])
    }
}
