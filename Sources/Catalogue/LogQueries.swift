public import GRDB
public import Records

/// Finding events without reading the whole journal.
public enum LogQueries {
    /// The numbers of all events about a document, party or account, in order.
    public static func sequences(about subject: String, in db: Database) throws -> [Int] {
        try Int.fetchAll(db, sql: "SELECT sequence FROM event_subjects WHERE subject = ? ORDER BY sequence", arguments: [subject])
    }
}

extension LogQueries {
    /// Whether there is an event of a type about a subject after the event of a number.
    public static func exists(_ type: String, about subject: String, after sequence: Int, in db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM event_subjects s JOIN events e ON e.sequence = s.sequence
            WHERE s.subject = ? AND s.sequence > ? AND e.type = ?)
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [subject, sequence, type]) ?? false
    }

    /// When an actor's last event of a type happened; nil where there is none.
    public static func last(_ type: String, by actor: String, in db: Database) throws -> Timestamp? {
        try Int64.fetchOne(
            db, sql: "SELECT at FROM events WHERE type = ? AND actor = ? ORDER BY sequence DESC LIMIT 1", arguments: [type, actor]
        )
        .map { Timestamp(milliseconds: $0) }
    }
}
