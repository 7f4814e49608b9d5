import Catalogue
import Disk
import Journal
public import Records
import SystemPackage
import Wording

extension LocalArchive {
    /// What a rebuild did.
    public struct Rebuilt: Sendable, Codable {
        /// The number of the new generation.
        public let generation: Int
        public let events: Int
    }

    /// Makes the catalogue anew from journal and derived files, beside the one in use, and puts it in its place.
    ///
    /// Readers and writers go on meanwhile; only the last events are caught up under the writer's lock.
    /// - Parameter progress: told how many of how many events are projected.
    public func rebuild(by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws(ArchiveError)
        -> Rebuilt
    {
        try await recordingRefusals(of: .rebuild, to: actor) { () async throws(ArchiveError) in
            do throws(ArchiveError) { try await read(as: actor, for: .rebuild) { _ in } } catch {
                // Who owns the files makes a catalogue anew that cannot even be read; for others it must say who they are.
                guard actor == .operator else { throw error.code == .notAllowed ? error : .notAllowed(.rebuild) }
            }
            return try await blocking.run { [self] () throws(ArchiveError) in try translating { try rebuildNow(progress) } }
        }
    }

    /// How many events are projected in one transaction: few enough to be interrupted soon, many enough to cost little.
    private static let batch = 1000

    private func rebuildNow(_ progress: (Int, Int) -> Void) throws -> Rebuilt {
        let folder = catalogue.folder
        let number = (try folder.generations().max() ?? 0) + 1
        let generation = try folder.open(number)
        try project(into: generation, through: try journal.head().sequence, progress)
        let seen = try projectDerived(into: generation)
        let events = try writer.exclusivelyUnsettled {
            let head = try writer.settledHead()
            try project(into: generation, through: head.sequence, progress)
            try catchUpDerived(into: generation, since: seen)
            try folder.makeCurrent(number)
            return head.sequence
        }
        try folder.removeRetired()
        return Rebuilt(generation: number, events: events)
    }

    private func project(into generation: CatalogueGeneration, through last: Int, _ progress: (Int, Int) -> Void) throws {
        var done = try generation.read { try $0.progress().sequence }
        guard done < last else { return }
        var events = try journal.events(from: done + 1, through: last)
        while done < last {
            try Task.checkCancellation()
            try generation.write { transaction in
                for _ in 0..<Self.batch {
                    guard let event = try events.next() else { break }
                    try transaction.apply(try event.projected())
                    done = event.header.sequence
                }
                return true
            }
            progress(done, last)
        }
    }
}
