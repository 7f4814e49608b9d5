import Catalogue
import FileStore
import Records
import Retention
import Wording

/// A redaction that waits for the decision, with the object that is to take the place of what it was (脱敏, R-49).
struct WaitingRedaction: Sendable {
    /// What is to go.
    enum Scope: Sendable, Hashable {
        case content(RedactedContent)
        /// What stays of what is said of the document.
        case words(CleanedWords)
    }

    let document: DocumentID
    let batch: BatchID
    let scope: Scope
    /// Nil where the object stays what it is.
    let staged: StagedRewriting?
    /// The name of the change's folder under `staging/`.
    let staging: String

    /// Builds the object in a change's folder.
    ///
    /// - Parameter earlier: another redaction of the same object that waits too; nil for what is in the store.
    /// - Returns: nil where the object does not have the content that is to go.
    init?(
        _ scope: Scope, in document: DocumentID, by batch: BatchID, on earlier: WaitingRedaction? = nil, _ store: FileStore,
        _ change: StagedChange
    ) throws {
        let rewriting =
            switch scope {
            case .content(let content):
                ObjectRewriting(contents: [content.sha512: Array(content.tombstone(of: document, by: batch).utf8)])
            case .words(let cleaned): try ObjectRewriting(cleaned)
            }
        staged = try store.stage(rewriting, of: document, on: earlier?.staged, in: change.folder)
        if case .content = scope, staged == nil { return nil }
        (self.document, self.batch, self.scope, staging) = (document, batch, scope, change.name)
    }

    /// Whether anything is to go; a backup may have all of it already.
    func changesAnything(_ facts: JournalFacts) throws -> Bool {
        guard case .words(let cleaned) = scope, staged == nil else { return true }
        return try cleaned.payloads.contains { try facts.isThere($0.event) }
    }

    /// The event by which it happens; nil for one that was not built.
    var begun: (any Event)? {
        switch scope {
        case .words(let cleaned):
            return WordsRedactionBegun(
                document: document, batch: batch, cleaned: cleaned, inventories: staged?.inventories ?? [],
                staged: staged.map { _ in staging })
        case .content(let content):
            guard let staged, let tombstone = staged.contents[content.sha512], let current = staged.inventories.last else { return nil }
            return RedactionBegun(
                document: document, batch: batch, content: content, tombstone: tombstone, current: current,
                earlier: staged.inventories.dropLast(), staged: staging)
        }
    }
}

extension ObjectRewriting {
    fileprivate init(_ cleaned: CleanedWords) throws {
        self.init(messages: cleaned.messages)
        for description in cleaned.descriptions { contents[description.content] = try VersionDescription.encoded(description.says) }
    }
}

extension LocalArchive {
    /// Builds what the execution of a batch puts in an object's place, before any lock is taken.
    ///
    /// - Returns: nil where the batch is about whole documents, or cannot be carried out now: then the decision says so.
    func stageRedaction(by batch: BatchID, _ actor: Actor) async throws(ArchiveError) -> (waiting: WaitingRedaction, change: StagedChange)?
    {
        let subject = try await read(as: actor, for: .executeDisposal) { reading -> DisposalSubject? in
            guard let found = try reading.disposal(batch), [.supervised, .executing].contains(found.batch.state),
                let item = found.items.first(where: { $0.isRedaction && !$0.isDropped && !$0.isDestroyed })
            else { return nil }
            return try reading.obstacles(to: item.subject).isEmpty ? item.subject : nil
        }
        guard let subject else { return nil }
        let marked = try await transaction { try $0.marked(by: batch) }
        return try await blocking.run { [self] () throws(ArchiveError) in
            try translating {
                let scope = try scope(of: subject, marked: marked)
                let change = try place.staging.begin()
                do {
                    guard let waiting = try WaitingRedaction(scope, in: subject.document, by: batch, store, change) else {
                        // Somebody else carries the batch out just now.
                        throw ArchiveError(.unsettled, DisposalMessage.inTheWay("disposal"), subject: "\(batch)")
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

    /// - Parameter marked: the event that says how what is said of the document will read.
    private func scope(of subject: DisposalSubject, marked: Int?) throws -> WaitingRedaction.Scope {
        switch subject {
        case .content(let item): return .content(item.content)
        case .words(let item):
            guard let cleaned = try (marked.flatMap { try writer.facts.fact(of: $0) } as? WordsMarked)?.cleaned,
                try cleaned.digest() == item.cleaned
            else { throw ArchiveError.fault("a batch about words without what stays of them") }
            return .words(cleaned)
        case .document: throw ArchiveError.fault("a whole document is not redacted")
        }
    }
}

extension Decision {
    /// States that something of a document is being destroyed, and has the object that waits put in place.
    ///
    /// - Throws: ``ArchiveError`` `.unsettled` where the object is another one than the one that waits was made of.
    func begin(_ subject: DisposalSubject, by batch: BatchID, _ waiting: WaitingRedaction?) throws {
        guard let waiting, waiting.document == subject.document,
            try waiting.staged.map({ $0.sealed.before?.description })
                .map({ try $0 == reading.everything.document(subject.document)?.versions.last?.inventory }) ?? true
        else { throw ArchiveError(.unsettled, DisposalMessage.inTheWay("staging"), subject: "\(batch)") }
        guard let begun = waiting.begun else { throw ArchiveError.fault("a redaction that was not built") }
        try state(begun)
        if let staged = waiting.staged { install(staged.sealed) }
    }

    /// The same for what happened already, before a restore.
    func restate(_ waiting: WaitingRedaction) throws {
        guard let begun = waiting.begun else { throw ArchiveError.fault("a redaction that was not built") }
        try restate(begun)
        if let staged = waiting.staged { install(staged.sealed) }
    }
}
