import Catalogue
import FileStore
import Records
import Retention
import Wording

/// An object that waits in its staging folder with a tombstone in the place of a content (脱敏, R-49), for the decision.
struct WaitingRedaction: Sendable {
    let document: DocumentID
    let batch: BatchID
    let content: RedactedContent
    let staged: StagedRedaction
    /// The name of the change's folder under `staging/`.
    let staging: String

    /// Builds it in a change's folder.
    ///
    /// - Parameter earlier: another redaction of the same object that waits too; nil for what is in the store.
    /// - Returns: nil where the object does not have the content.
    init?(
        of content: RedactedContent, in document: DocumentID, by batch: BatchID, on earlier: WaitingRedaction? = nil, _ store: FileStore,
        _ change: StagedChange
    ) throws(FileStoreError) {
        let tombstone = Array(content.tombstone(of: document, by: batch).utf8)
        guard
            let staged = try store.stageRedaction(
                of: content.sha512, in: document, leaving: tombstone, on: earlier?.staged, in: change.folder)
        else { return nil }
        (self.document, self.batch, self.content) = (document, batch, content)
        (self.staged, staging) = (staged, change.name)
    }

    /// The event by which it takes the object's place.
    var begun: RedactionBegun {
        RedactionBegun(
            document: document, batch: batch, content: content, tombstone: staged.tombstone, current: staged.current,
            earlier: staged.earlier, staged: staging)
    }
}

extension LocalArchive {
    /// Builds what the execution of a batch puts in an object's place, before any lock is taken.
    ///
    /// - Returns: nil where the batch is about whole documents, or cannot be carried out now: then the decision says so.
    func stageRedaction(by batch: BatchID, _ actor: Actor) async throws(ArchiveError) -> (waiting: WaitingRedaction, change: StagedChange)?
    {
        let item = try await read(as: actor, for: .executeDisposal) { reading -> RedactionItem? in
            guard let found = try reading.disposal(batch), [.supervised, .executing].contains(found.batch.state) else { return nil }
            for item in found.items where !item.isDropped && !item.isDestroyed {
                guard case .content(let content) = item.subject else { continue }
                return try reading.obstacles(to: item.subject).isEmpty ? content : nil
            }
            return nil
        }
        guard let item else { return nil }
        return try await blocking.run { [self] () throws(ArchiveError) in
            try translating {
                let change = try place.staging.begin()
                do {
                    guard let waiting = try WaitingRedaction(of: item.content, in: item.document, by: batch, store, change) else {
                        throw FileStoreError.inventoryUnreadable(item.document, .manifest)
                    }
                    try change.makeFindable(on: place.disk)
                    return (waiting, change)
                } catch {
                    cleanUp(change, applied: true)
                    throw error
                }
            }
        }
    }
}

extension Decision {
    /// States that a content is being destroyed, and has the object with its tombstone put in place.
    ///
    /// - Throws: ``ArchiveError`` `.unsettled` where the object is another one than the one that waits was made of.
    func begin(_ item: RedactionItem, by batch: BatchID, _ waiting: WaitingRedaction?) throws {
        guard let waiting, waiting.document == item.document, waiting.content == item.content,
            try reading.everything.document(item.document)?.versions.last?.inventory == waiting.staged.sealed.before?.description
        else { throw ArchiveError(.unsettled, DisposalMessage.inTheWay("staging"), subject: "\(batch)") }
        try begin(waiting)
    }

    /// The same for what is known to be right.
    func begin(_ waiting: WaitingRedaction) throws {
        try state(waiting.begun)
        install(waiting.staged.sealed)
    }
}
