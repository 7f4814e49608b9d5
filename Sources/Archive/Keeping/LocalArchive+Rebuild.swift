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
    /// - Throws: ``ArchiveError`` `.journalDamaged` where the check of the journal finds something; the old catalogue stays then.
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

    /// A destruction meanwhile takes the unfinished catalogue away: then another one is begun.
    private func rebuildNow(_ progress: (Int, Int) -> Void) throws -> Rebuilt {
        for _ in 1..<Self.rebuildsBegun { do { return try rebuildOnce(progress) } catch is StoppedByDestruction { continue } }
        return try rebuildOnce(progress)
    }

    private static let rebuildsBegun = 5

    private struct StoppedByDestruction: Error {}

    private func rebuildOnce(_ progress: (Int, Int) -> Void) throws -> Rebuilt {
        let (generation, head, known, isOnly) = try writer.exclusivelyUnsettled {
            let older = try? catalogue.current(acceptingOlder: true)
            let known = writer.known(to: older)
            let head = try writer.settledHead(older)
            return (try catalogue.folder.make(), head, known, older == nil)
        }
        do {
            let events = try fill(generation, from: head, known: known, isOnly: isOnly, progress)
            return Rebuilt(generation: generation.number, events: events)
        } catch {
            guard generation.isInPlace else { throw StoppedByDestruction() }
            try? writer.exclusivelyUnsettled { catalogue.folder.discard(generation) }
            throw error
        }
    }

    /// Fills a generation and puts it in the place of the one in use.
    ///
    /// - Returns: how many events it knows.
    private func fill(
        _ generation: CatalogueGeneration, from head: JournalHead, known: Int, isOnly: Bool, _ progress: (Int, Int) -> Void
    ) throws -> Int {
        let (maker, derived) = (writer.maker, place.derivedFiles)
        do { try writer.checkEvidence(knownThrough: known) } catch {
            // Beside somebody who writes, half a line is no finding.
            try writer.exclusivelyUnsettled { try writer.checkEvidence(knownThrough: known) }
        }
        try maker.project(into: generation, through: head.sequence, progress)
        let seen = try derived.takeAll(into: generation)
        let filed = { FiledContents(try generation.read { try $0.allContents() }) }
        // What others file meanwhile looks strange too: under the lock it is looked at again, and only where there is something.
        let mayBeStrange = try !place.strangers(to: filed()).isEmpty
        return try writer.exclusivelyUnsettled {
            guard generation.isInPlace else { throw StoppedByDestruction() }
            let head = try writer.settledHead(try? catalogue.current(acceptingOlder: true))
            try maker.project(into: generation, through: head.sequence, progress)
            if isOnly { try writer.checkObjects(against: generation) }
            try derived.catchUp(into: generation, since: seen)
            try place.format.refresh(comparing: true)
            try catalogue.folder.makeCurrent(generation.number)
            try catalogue.folder.removeRetired()
            if mayBeStrange { try place.putAsideStrangers(to: filed()) }
            return head.sequence
        }
    }
}
