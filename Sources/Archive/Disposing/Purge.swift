import Catalogue
import Disk
import FileStore
import Journal
import Records
import SystemPackage
import Wording

/// Removes what is left of destroyed documents and contents, everywhere under the root. Each step can be done again, so that it goes on after it
/// was stopped at any point. Used under the writer's lock.
struct Purge {
    let writer: Writer
    let generation: CatalogueGeneration

    private var place: ArchivePlace { writer.place }
    private var disk: Disk { writer.place.disk }

    /// Removes what is left of some documents, and looks whether anything is.
    ///
    /// What costs by the archive's parts and not by the document (segments of the journal, shards of the index, the catalogue's log) is done
    /// once for all of them.
    /// - Parameter progress: told how many documents' files are removed.
    /// - Throws: ``ArchiveError`` `.unsettled` where another process is using what has to go.
    func run(_ destroyed: [UnfinishedDestruction], _ progress: (Int) -> Void) throws {
        guard !destroyed.isEmpty else { return }
        let change = try place.staging.begin()
        defer { try? place.staging.end(change) }
        for (index, one) in destroyed.enumerated() {
            try removeFiles(of: one, change.folder)
            progress(index + 1)
        }
        try disk.syncFolder(place.derived)
        try place.removeDerivedStrangers()
        for name in try disk.list(place.aside) { try disk.removeTree(place.aside.appending(name)) }
        let emptied = Set(destroyed.flatMap(\.emptied))
        if !emptied.isEmpty { try writer.journal.empty(payloadsOf: emptied, in: change.folder) }
        try place.staging.sweep()
        if destroyed.contains(where: { $0.scope == .words }) { try writer.remakeCatalogue() }
        try purgeCatalogue(of: destroyed)
        let others = try disk.list(place.staging.folder).filter { $0.string != change.name }
        for one in destroyed { try look(for: one, among: others) }
    }

    private func removeFiles(of destroyed: UnfinishedDestruction, _ staging: FilePath) throws {
        let document = destroyed.document
        switch destroyed.scope {
        case .document: break
        case .content(_, let sha256): return try disk.removeTree(place.derivedFiles.place(document, sha256))
        case .words: return
        }
        do throws(FileStoreError) { try writer.store.remove(document, into: staging) } catch .objectMissing {
            // Removed before it was stopped, or never restored.
        }
        try disk.removeTree(staging.appending("removed-" + document.compact))
        try disk.removeTree(place.derived.appending(document.compact))
    }

    /// Index, free pages, write-ahead log, and every other generation, used or not: whoever fills one begins anew.
    private func purgeCatalogue(of destroyed: [UnfinishedDestruction]) throws {
        let generation = try writer.generation()
        try generation.write { transaction in
            try transaction.purgeIndex(of: destroyed)
            return true
        }
        try disk.step("catalogue purge")
        try writer.catalogue.folder.removeOthers()
        do { try generation.clearLog() } catch CatalogueError.busy {
            throw ArchiveError(.unsettled, DisposalMessage.inTheWay("catalogue"))
        }
    }

    /// Makes sure that nothing is left.
    ///
    /// - Parameter others: the staging folders of living processes, whose changes will be refused.
    private func look(for destroyed: UnfinishedDestruction, among others: [FilePath.Component]) throws {
        let document = destroyed.document
        guard try isGone(destroyed) else {
            throw ArchiveError.fault("\(document) is still there")
        }
        for name in others where try disk.status(place.staging.folder.appending(name).appending(document.compact)) != nil {
            throw ArchiveError(.unsettled, DisposalMessage.inTheWay("staging/\(name.string)"), subject: "\(document)")
        }
    }

    private func isGone(_ destroyed: UnfinishedDestruction) throws -> Bool {
        let document = destroyed.document
        switch destroyed.scope {
        case .document:
            return try writer.store.inventoryDigest(of: document) == nil && disk.status(place.derived.appending(document.compact)) == nil
        case .content(let sha512, let sha256):
            return try !writer.store.has(sha512, in: document) && disk.status(place.derivedFiles.place(document, sha256)) == nil
        case .words:
            // The object is what its event names, or the catalogue would not have been made anew of it.
            return try writer.store.inventoryDigest(of: document)?.description
                == writer.generation().read { try $0.inventory(of: document) }
        }
    }
}

extension Writer {
    /// Brings destructions to their end that were begun: everything left is removed, and that nothing is left becomes an event for each.
    ///
    /// - Returns: how many were brought to their end.
    /// - Throws: ``ArchiveError`` `.unsettled` where something has to be waited for; then they stay begun.
    @discardableResult
    func finishDestructions(as actor: Actor, _ progress: (Int) -> Void = { _ in }) throws(ArchiveError) -> Int {
        let destroyed = try exclusively { generation in
            let unfinished = try generation.read { try $0.unfinishedDestructions() }
            try place.reserve.using { try Purge(writer: self, generation: generation).run(unfinished, progress) }
            return unfinished
        }
        for start in stride(from: 0, to: destroyed.count, by: Self.erasedAtOnce) {
            let some = destroyed[start..<min(start + Self.erasedAtOnce, destroyed.count)]
            let change = PendingChange(
                actor: actor, operation: nil, request: nil,
                decide: { decision in
                    let open = Set(try decision.transaction.unfinishedDestructions())
                    for one in some where open.contains(one) {
                        switch one.scope {
                        case .document: try decision.state(DocumentErased(document: one.document, batch: one.batch))
                        case .content(let sha512, _):
                            try decision.state(DocumentRedacted(document: one.document, batch: one.batch, sha512: sha512))
                        case .words: try decision.state(WordsRedacted(document: one.document, batch: one.batch))
                        }
                    }
                }, freesRoom: true)
            for case let result? in try commit([change]) { _ = try result.get() }
        }
        return destroyed.count
    }

    private static let erasedAtOnce = 1000
}
