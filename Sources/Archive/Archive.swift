public import Catalogue
public import Records

/// The one door to the archive: everything the command line and the service can do.
///
/// Each call names who acts; what they may do is decided behind this door and nowhere else. ``LocalArchive`` does it
/// on files; a remote archive can fill the same protocol.
public protocol Archive: Sendable {
    // MARK: Changing

    /// Files a document (归档): bytes, names, type and metadata together or not at all.
    ///
    /// When it returns, power can fail.
    /// - Throws: ``ArchiveError``; with `.duplicate` the documents found stand in ``ArchiveError/duplicates``.
    func file(_ filing: Filing, by actor: Actor) async throws(ArchiveError) -> Filed
    /// Refuses what ``file(_:by:)`` would refuse whatever the filing says, so that nobody sends bytes in vain.
    func mayFile(by actor: Actor) async throws(ArchiveError)
    /// Makes a further version of a document, with the reason.
    func makeVersion(_ version: NewVersion, by actor: Actor) async throws(ArchiveError) -> Filed
    /// Edits metadata; old and new values are kept.
    func edit(_ edit: MetadataEdit, by actor: Actor) async throws(ArchiveError) -> Filed
    /// Takes a document out of every list and search (误归档), or brings it back; its bytes stay.
    func setWithdrawn(_ document: DocumentID, _ withdrawn: Bool, reason: String, by actor: Actor) async throws(ArchiveError) -> Filed

    // MARK: Finding and reading

    /// Searches; see `docs/search.md` for the language. Any text is a query.
    func search(_ search: DocumentSearch, by actor: Actor) async throws(ArchiveError) -> SearchResult
    /// Everything known about one document.
    func document(_ id: DocumentID, by actor: Actor) async throws(ArchiveError) -> DocumentView
    /// Opens a file of a version for reading; without a version, of the current one; without a name, the main file.
    ///
    /// Sending the bytes of a 秘密 document is an event, durable before this returns.
    func open(_ request: ContentRequest, by actor: Actor) async throws(ArchiveError) -> Content

    /// Records that bytes differ from their digest.
    func recordDamage(of content: Content, by actor: Actor) async throws(ArchiveError)

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
    /// Redeems a one-time link.
    func account(forLink link: String) async throws(ArchiveError) -> AccountView
    /// The account of this identifier, as it is now; nil when it is closed or unknown.
    func account(_ id: AccountID) async throws(ArchiveError) -> AccountView?
    /// Records that somebody was refused for want of a right (law 2).
    func recordRefusal(of operation: String, to actor: Actor) async throws(ArchiveError)

    /// The document types of this archive, for forms and for the words of queries.
    var vocabulary: Vocabulary { get }
}
