/// The archive was brought back from a backup: what came after the backup is not in this journal, and its numbers are given anew.
public struct ArchiveRestored: Controlled {
    public static let type = "archive.restored/1"
    public static let title = Phrase("从备份恢复", "restored from a backup")

    /// The control register that was applied.
    public struct Register: Sendable, Hashable, Codable {
        /// How many lines it had, its first one included.
        public let lines: Int
        /// SHA-256 of the last of them.
        public let last: ContentDigest

        public init(lines: Int, last: ContentDigest) {
            self.lines = lines
            self.last = last
        }
    }

    /// How many events the backup had; the event before this one is the last of them.
    public let events: Int
    /// The root of the Merkle tree over their headers.
    public let root: ContentDigest
    /// The day on which the backup was made.
    public let backedUpOn: CivilDate
    /// The highest number that an event is known to have had before: from the register or a checkpoint. Those after ``events`` are missing.
    public let highestKnown: Int
    /// Nil where there was none: then nobody knows what was held, lifted or destroyed since the backup.
    public let register: Register?

    public init(events: Int, root: ContentDigest, backedUpOn: CivilDate, highestKnown: Int, register: Register?) {
        self.events = events
        self.root = root
        self.backedUpOn = backedUpOn
        self.highestKnown = highestKnown
        self.register = register
    }

    public var subjects: [String] { [] }

    public static var sample: ArchiveRestored {
        let digest = ContentDigest(.sha256, bytes: [UInt8](repeating: 3, count: 32))
        return ArchiveRestored(
            events: 41, root: digest, backedUpOn: .sampleDay, highestKnown: 47, register: Register(lines: 6, last: digest))
    }
}

extension CivilDate {
    fileprivate static var sampleDay: CivilDate { CivilDate("2026-11-22") ?? CivilDate(daysSince1970: 0) }
}
