public import Journal
public import Records

/// The one door to the archive: everything that the command line and the service can do goes through it, as somebody.
///
/// What can be asked and changed are values (``Question``, ``Change``); the door carries them out, asks for rights, records refusals,
/// settles keys, and lets nobody learn what they may not know. ``LocalArchive`` does it on files; a remote archive can fill the same
/// protocol. What brings bytes along, or reads long streams, has a method of its own.
///
/// ```swift
/// let hold = try await archive.carryOut(PlaceHold(on: .document(contract), reason: "诉讼 2026-017", authority: "法务部"), as: chen)
/// let lines = try await archive.ask(ListDue(.by(nil)), as: chen)
/// ```
public protocol Archive: Sendable {
    /// Answers a question as far as the actor may know.
    ///
    /// - Throws: ``ArchiveError``; `.notAllowed` is recorded.
    func ask<Asked: Question>(_ question: Asked, as actor: Actor) async throws(ArchiveError) -> Asked.Answer

    /// Carries out a change, or refuses it; when it returns, power can fail.
    ///
    /// - Parameters:
    ///   - key: The caller's idempotency key: the same change asked again under it gives the answer again.
    ///   - match: The state in which a document must be.
    /// - Throws: ``ArchiveError``; `.notAllowed` is recorded, everything else that is refused writes nothing.
    func carryOut<Made: Change>(_ change: Made, as actor: Actor, key: String?, match: DocumentMatch?) async throws(ArchiveError)
        -> Outcome<Made.Answer>

    // MARK: Bytes

    /// Files a document (归档): bytes, names, type and metadata together or not at all.
    ///
    /// - Throws: ``ArchiveError``; with `.duplicate` the documents found stand in ``ArchiveError/duplicates``.
    func file(_ filing: Filing, by actor: Actor) async throws(ArchiveError) -> Filed
    /// Makes a further version of a document, with the reason.
    func makeVersion(_ version: NewVersion, by actor: Actor) async throws(ArchiveError) -> Filed
    /// Opens a file of a version for reading; without a version, of the current one; without a name, the main file.
    ///
    /// Sending the bytes of a 秘密 document is an event, durable before this returns.
    func open(_ request: ContentRequest, by actor: Actor) async throws(ArchiveError) -> Content
    /// Records that bytes differ from their digest.
    func recordDamage(of content: Content, by actor: Actor) async throws(ArchiveError)
    /// Refuses at once what would be refused after a body was read.
    func mayBegin(_ operation: Operation, as actor: Actor) async throws(ArchiveError)

    // MARK: Who acts

    /// The account that a bearer token stands for.
    ///
    /// - Throws: ``ArchiveError`` `.signInNeeded`; the failure is recorded, once per minute, soon after the answer.
    func account(forToken token: String) async throws(ArchiveError) -> AccountView
    /// The account of this name, whose password it is.
    ///
    /// - Parameter address: where the try comes from, as far as it is known; wrong passwords are slowed down by account and by address.
    /// - Throws: ``ArchiveError`` `.signInNeeded`; the failure is recorded, once per minute, soon after the answer. `.tooManyTries` with
    ///   ``ArchiveError/retryAfter`` where too many passwords are tried at once, or too many were wrong.
    func account(named name: String, password: String, from address: String?) async throws(ArchiveError) -> AccountView
    /// Begins a visit on pages.
    ///
    /// - Throws: ``ArchiveError`` as the calls above.
    func beginVisit(_ proof: SignInProof) async throws(ArchiveError) -> Visit
    /// Whose visit it is, with the roles of this moment; nil once the account is closed, has another password, or the visit's token is not
    /// valid any more.
    func account(of visit: Visit) async throws(ArchiveError) -> AccountView?
    /// The account of this identifier, as it is now; nil when it is closed or unknown.
    func account(_ id: AccountID) async throws(ArchiveError) -> AccountView?

    // MARK: Secrets

    /// Gives an account a bearer token.
    ///
    /// - Parameter days: until it expires, 1 to 3650; nil for one that does not.
    func issueToken(for name: String, days: Int?, by actor: Actor) async throws(ArchiveError) -> NewToken
    /// Takes a token back; whoever holds it is signed out.
    func revokeToken(_ id: String, by actor: Actor) async throws(ArchiveError)
    /// Sets the password that an account signs in with: 8 to 1024 bytes. Whoever acts for the account itself may too.
    func setPassword(_ password: String, for name: String, by actor: Actor) async throws(ArchiveError)
    /// The secret of a link that signs an account in once, within ten minutes, for whoever may give it a token.
    func signInLink(for name: String, by actor: Actor) async throws(ArchiveError) -> String

    // MARK: Journal and verification

    /// Events that match, oldest first.
    ///
    /// - Parameters:
    ///   - after: only events behind this number; 0 for all.
    ///   - count: most events.
    func logPage(_ query: LogQuery, after: Int, count: Int, by actor: Actor) async throws(ArchiveError) -> [JournalEvent]
    /// Checks the whole journal: every line, the chain, and a checkpoint kept elsewhere.
    ///
    /// - Parameter keys: whose signatures count; nil for the key that is pinned outside the root.
    func verifyLog(
        checkpoint: SignedNote?, keys: [NoteVerifier]?, by actor: Actor, progress: @escaping @Sendable (Int64, Int64) -> Void
    ) async throws(ArchiveError) -> [JournalFinding]
    /// Signs the journal's size and root as they are now; also kept beside the journal.
    func signCheckpoint(by actor: Actor) async throws(ArchiveError) -> SignedNote
    /// Gives evidence about a document that a third party can check with nothing but a key that was pinned. It is an event.
    ///
    /// - Parameters:
    ///   - checkpoint: which it leads to; without it one is signed now.
    ///   - older: one that the reader has from before, which it is shown to continue.
    func evidence(
        of document: DocumentID, in checkpoint: SignedNote?, since older: SignedNote?, by actor: Actor
    ) async throws(ArchiveError) -> Evidence
    /// Checks objects and catalogue: every byte against its digest, every object against the version that its event named.
    ///
    /// - Parameters:
    ///   - documents: only these; nil for all.
    ///   - progress: told how many of how many documents are checked.
    func verify(
        _ documents: [DocumentID]?, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(ArchiveError) -> Verification

    /// Holds the objects that were longest unlooked at against their digests, within a time.
    ///
    /// - Parameters:
    ///   - seconds: No object is begun after so long.
    ///   - progress: told how many documents of how many are checked.
    func verifyDue(
        within seconds: Int, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(ArchiveError) -> DueVerification

    /// Makes the file of a pack's edition: a ZIP that is a bag. It leaves the archive, which is an event (law 2).
    ///
    /// - Parameters:
    ///   - edition: The newest without it.
    ///   - recipient: Who gets it, where that is to be said.
    ///   - progress: told how many bytes of how many were looked at.
    func export(
        _ pack: PackID, edition: Int?, to recipient: String?, by actor: Actor, progress: @escaping @Sendable (Int64, Int64) -> Void
    ) async throws(ArchiveError) -> PackExport

    // MARK: Disposal

    /// Puts a redacted copy (脱敏副本) into a document, and proposes that the bytes it stands for are destroyed under the same approvals as a
    /// document.
    func redact(_ redaction: NewRedaction, by actor: Actor) async throws(ArchiveError) -> Redacted
    /// Proposes that certain words of what is said of a document are destroyed, in the journal and in the object.
    func redact(_ redaction: WordsRedaction, by actor: Actor) async throws(ArchiveError) -> BatchView
    /// Carries a batch out: what is to be destroyed is removed without a trace but its tombstone.
    ///
    /// - Parameter progress: told how many of how many documents are removed.
    func execute(
        _ batch: BatchID, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(ArchiveError) -> BatchOutcome
    /// Files list, opinion and certificate of a batch that was carried out.
    ///
    /// - Parameter recordClass: where they go; without it, the class of disposal records.
    func certify(_ batch: BatchID, in recordClass: String?, by actor: Actor) async throws(ArchiveError) -> BatchView

    /// Reads the text of files that wait, until none does.
    ///
    /// - Parameters:
    ///   - documents: only these; nil for all.
    ///   - retry: whether files that could not be read are read again; for that a right is asked.
    ///   - wait: whether another process that reads just now is waited for; without, nothing is done then.
    ///   - progress: told how many files were read and how many there are to be read.
    func extract(
        _ documents: [DocumentID]?, retry: Bool, wait: Bool, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(ArchiveError)

    /// The document types of this archive, for forms and for the words of queries.
    var vocabulary: Vocabulary { get }
}

extension Archive {
    /// Carries out a change, whatever the state of its document.
    public func carryOut<Made: Change>(_ change: Made, as actor: Actor, key: String?) async throws(ArchiveError) -> Outcome<Made.Answer> {
        try await carryOut(change, as: actor, key: key, match: nil)
    }

    /// Carries out a change without a key.
    @discardableResult
    public func carryOut<Made: Change>(_ change: Made, as actor: Actor) async throws(ArchiveError) -> Made.Answer {
        try await carryOut(change, as: actor, key: nil).answer
    }
}

/// What became of a change that was not refused.
public struct Outcome<Answer: Sendable>: Sendable {
    public let answer: Answer
    /// False where it happened but is not carried out on the disk yet; the next writer finishes it.
    public let applied: Bool
    /// Whether it had been carried out before, under the same key.
    public let repeated: Bool

    init(answer: Answer, applied: Bool, repeated: Bool) {
        self.answer = answer
        self.applied = applied
        self.repeated = repeated
    }
}
