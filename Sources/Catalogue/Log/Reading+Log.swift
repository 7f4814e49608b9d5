import GRDB
import Records

extension Reading {
    /// The numbers of all events about what an identifier names, in order.
    public func events(about subject: String) throws -> [Int] {
        try rows("SELECT sequence FROM event_subjects WHERE subject = :subject ORDER BY sequence", ["subject": subject]).map { $0[0] }
    }

    /// The events at the journal's end that are dated later than now, from the first of them on; nil where there are none but
    /// those that somebody has called wrong before.
    public func eventsFromTheFuture() throws -> ClosedRange<Int>? {
        let row = try row(
            """
            SELECT MIN(sequence) AS first, (SELECT MAX(sequence) FROM events) AS last FROM events
            WHERE at > :now AND sequence > COALESCE((SELECT MAX(last) FROM wrong_times), 0)
            """, ["now": now.milliseconds])
        guard let first = row?["first"] as Int?, let last = row?["last"] as Int? else { return nil }
        return first...last
    }
}
