public import Records

/// An event as the catalogue takes it: the header's facts and the payload, nil where it was erased.
public struct ProjectedEvent: Sendable {
    /// The event's number in the journal, from 1.
    public let sequence: Int
    public let at: Timestamp
    /// As the header has it: `operator`, `nobody` or an account.
    public let actor: String
    public let type: String
    public let subjects: [String]
    public let payload: Payload?

    public init(sequence: Int, at: Timestamp, actor: String, type: String, subjects: [String], payload: Payload?) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.type = type
        self.subjects = subjects
        self.payload = payload
    }
}
