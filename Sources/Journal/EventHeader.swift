public import Records

/// The first half of a journal line: what is chained, what the tree's leaves are, and what stays when the payload is erased.
///
/// Nothing in it betrays a name, a number or a reason: subjects are opaque identifiers, and the payload is named by the
/// digest of its salted bytes.
public struct EventHeader: Sendable, Hashable {
    /// 1 for the first event, then without a gap. This is the order of events; ``at`` is not.
    public let sequence: Int
    /// The sequence number of the first event that the same fsync made durable.
    public let group: Int
    /// What the clock said.
    public let at: Timestamp
    /// Who acted: `operator`, `nobody` or an account's identifier.
    public let actor: String
    public let type: EventType
    /// Identifiers of what the event is about.
    public let subjects: [String]
    /// SHA-256 of the payload's bytes as first written.
    public let payload: JournalDigest
    /// SHA-256 of the bytes of the header before; 64 zeros for the first event.
    public let previous: JournalDigest

    init(
        sequence: Int, group: Int, at: Timestamp, actor: String, type: EventType, subjects: [String], payload: JournalDigest,
        previous: JournalDigest
    ) {
        self.sequence = sequence
        self.group = group
        self.at = at
        self.actor = actor
        self.type = type
        self.subjects = subjects
        self.payload = payload
        self.previous = previous
    }
}
