public import GRDB

/// Finding events without reading the whole journal.
public enum LogQueries {
    /// The numbers of all events about a document, party or account, in order.
    public static func sequences(about subject: String, in db: Database) throws -> [Int] {
        try Int.fetchAll(db, sql: "SELECT sequence FROM event_subjects WHERE subject = ? ORDER BY sequence", arguments: [subject])
    }
}
