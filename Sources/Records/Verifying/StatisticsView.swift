/// How much there is, as far as the reader may know, and how much room is left.
public struct StatisticsView: Sendable, Hashable, Codable {
    public let counts: StatisticsCounts
    /// On the disk of the root, for the user that the archive belongs to.
    public let freeBytes: Int64
    public let freeInodes: Int64
    /// Where the archive was restored without its control register (未核对): the day from which on nobody can know what was held, lifted or
    /// destroyed. Nothing may be disposed of then.
    public let uncheckedSince: CivilDate?

    package init(counts: StatisticsCounts, freeBytes: Int64, freeInodes: Int64, uncheckedSince: CivilDate?) {
        self.uncheckedSince = uncheckedSince
        self.counts = counts
        self.freeBytes = freeBytes
        self.freeInodes = freeInodes
    }
}

/// How much the archive holds.
public struct StatisticsCounts: Sendable, Hashable, Codable {
    /// What the asker may see, withdrawn ones too, as in all counts.
    public let documents: Int
    public let withdrawn: Int
    public let versions: Int
    /// Of all files of all versions; content that versions share is counted once for each.
    public let bytes: Int64
    public let parties: Int
    /// Nil for whoever may not read the journal.
    public let events: Int?
    /// Files that wait for extraction.
    public let waiting: Int
    /// When the bytes that were longest unlooked at were last held against their digests; nil without documents.
    public let oldestCheck: Timestamp?
    /// Documents by the code of their type.
    public let byType: [String: Int]

    package init(
        documents: Int, withdrawn: Int, versions: Int, bytes: Int64, parties: Int, events: Int?, waiting: Int,
        oldestCheck: Timestamp?, byType: [String: Int]
    ) {
        self.documents = documents
        self.withdrawn = withdrawn
        self.versions = versions
        self.bytes = bytes
        self.parties = parties
        self.events = events
        self.waiting = waiting
        self.oldestCheck = oldestCheck
        self.byType = byType
    }
}
