public import Catalogue
import Disk
import GRDB
public import Records

extension LocalArchive {
    /// How much there is, and how much room is left.
    public struct Statistics: Sendable, Codable {
        public let counts: StatisticsQueries.Counts
        public let freeBytes: Int64
        public let freeInodes: Int64
    }

    public func statistics(by actor: Actor) async throws(ArchiveError) -> Statistics {
        try await recordingRefusals(of: .statistics, to: actor) { () async throws(ArchiveError) in
            let counts = try await read { [self] db in
                try authorise(.statistics, for: actor, in: db)
                return try StatisticsQueries.counts(in: db)
            }
            let room = try translating { try place.disk.freeSpace(at: place.root) }
            return Statistics(counts: counts, freeBytes: room.bytes, freeInodes: room.inodes)
        }
    }
}
