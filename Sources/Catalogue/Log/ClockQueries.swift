public import GRDB
public import Records

/// What the events' times say about the clock.
public enum ClockQueries {
    /// The events at the journal's end that are dated later than `now`, from the first of them on; nil where there are none but
    /// those that somebody has called wrong before.
    public static func events(after now: Timestamp, in db: Database) throws -> ClosedRange<Int>? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT MIN(sequence) AS first, (SELECT MAX(sequence) FROM events) AS last FROM events
                WHERE at > ? AND sequence > COALESCE((SELECT MAX(last) FROM wrong_times), 0)
                """,
            arguments: [now.milliseconds])
        guard let first = row?["first"] as Int?, let last = row?["last"] as Int? else { return nil }
        return first...last
    }
}
