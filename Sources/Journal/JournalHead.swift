public import Records

/// Where the journal ends: what the next event follows and where its line goes.
public struct JournalHead: Sendable, Hashable {
    /// The last event's number; 0 for an empty journal.
    public let sequence: Int
    /// The digest of the last header; 64 zeros for an empty journal.
    public let digest: JournalDigest
    /// The last event's group; 0 for an empty journal.
    public let group: Int
    /// When the last event happened, by the clock of then; nil for an empty journal.
    public let at: Timestamp?
    /// The number of the segment that is open for appending.
    public let segment: Int
    /// Bytes of whole lines in that segment.
    public let length: Int64
    /// Bytes after the last readable line of the open segment. A journal with some must be settled before anything is appended.
    public let tornBytes: Int64
    /// What is wrong with the first of them.
    public let fault: JournalDamage?

    /// Whether nothing stands after the last readable line.
    public var isWhole: Bool { tornBytes == 0 }
}

/// How far a journal reaches; equal only where nothing was appended in between.
public struct JournalReach: Sendable, Hashable {
    let segment: Int
    /// In bytes.
    let length: Int64
}
