public import Journal
public import Records

/// What a restore made, and what it cannot know.
public struct Restored: Sendable, Codable {
    /// Where the archive lies now, and its random name.
    public let archive: String
    public let identity: String
    /// How many events and documents the backup had.
    public let events: Int
    public let documents: Int
    /// The day on which the backup was made.
    public let backedUpOn: CivilDate
    /// The highest number that an event is known to have had; those behind ``events`` are missing.
    public let highestKnown: Int
    /// Whether the backup's size and root were checked by a pinned key.
    public let signed: Bool
    /// How many lines of a control register were applied; nil without one.
    public let registerLines: Int?
    /// Without a register: the day from which on nobody can know what was held, lifted or destroyed (未核对).
    public let uncheckedSince: CivilDate?
    /// Holds that were placed, or lifted, after the backup, and are again.
    public let holdsPlaced: [HoldID]
    public let holdsLifted: [HoldID]
    /// Holds on what the backup does not have.
    public let holdsLost: [HoldID]
    /// Documents of the backup that were destroyed since, and are not here.
    public let destroyed: [DocumentID]
    /// Documents of the backup of which contents were redacted since: those are not here either.
    public let redacted: [DocumentID]
}

/// What a restore may be told besides the two folders.
public struct RestoreOptions: Sendable {
    /// Keys to trust; nil for the one that is pinned in the home.
    public var keys: [NoteVerifier]?
    /// A later checkpoint that was kept elsewhere: it shows what the backup lacks.
    public var checkpoint: SignedNote?

    public init(keys: [NoteVerifier]? = nil, checkpoint: SignedNote? = nil) {
        self.keys = keys
        self.checkpoint = checkpoint
    }
}
