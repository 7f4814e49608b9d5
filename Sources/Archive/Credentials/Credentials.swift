public import Disk
public import Journal
public import Records
public import SystemPackage

/// Keys, tokens and passwords of one archive. They lie outside its root, so that neither a copy of the root nor its
/// journal gives anybody a way in.
///
/// ```swift
/// let credentials = Credentials(home: folder, disk: disk)
/// let (id, secret) = try credentials.createToken(for: chen, at: clock.now(), expires: nil)
/// try credentials.account(forToken: secret, at: clock.now())   // chen
/// ```
///
/// Several processes may use the folder at once: files are replaced whole, and changed under a lock.
public struct Credentials: Sendable {
    let home: CredentialsHome
    private let cache = TokenCache()
    /// Where they lie.
    var folder: FilePath { home.folder }
    private var tokenBook: TokenBook { TokenBook(home: home, cache: cache) }

    /// The credentials in a folder, which is made when the first of them is kept.
    ///
    /// - Parameter archive: whose they are; the folder of another archive is refused then. Nil where it does not matter.
    public init(home: FilePath, disk: Disk, archive: String? = nil) {
        self.home = CredentialsHome(folder: home, disk: disk, archive: archive)
    }

    /// Makes the folder this archive's, before any secret lies in it.
    ///
    /// - Throws: ``CredentialsError`` `.exposed`, `.homeOfAnother`
    public func claim() throws(CredentialsError) { try home.make() }

    /// Makes sure that the folder, where there is one, is its owner's alone and no other archive's.
    ///
    /// - Throws: ``CredentialsError`` `.exposed`, `.homeOfAnother`
    public func check() throws(CredentialsError) {
        try home.checkOwner()
        // Homes that were made before they bore a name are known by the key in them.
        guard let archive = home.archive, let name = try pinnedKey()?.name, name.hasPrefix("muniment.archive/") else { return }
        let owner = String(name.dropFirst("muniment.archive/".count))
        guard owner == archive else { throw .homeOfAnother(home.folder, owner) }
    }

    /// The folder of an archive: `MUNIMENT_HOME`, else `muniment/<identity>` in `XDG_DATA_HOME` or `~/.local/share`.
    ///
    /// - Returns: nil where the environment names neither that folder nor a home.
    public static func home(ofArchive identity: String, environment: [String: String]) -> FilePath? {
        if let path = environment["MUNIMENT_HOME"], !path.isEmpty { return FilePath(path) }
        if let path = environment["XDG_DATA_HOME"], path.hasPrefix("/") { return FilePath(path).appending("muniment").appending(identity) }
        guard let path = environment["HOME"], !path.isEmpty else { return nil }
        return FilePath(path).appending(".local/share/muniment").appending(identity)
    }

    // MARK: Tokens

    /// Makes a bearer token. Its text is answered this once; only its digest is kept.
    ///
    /// - Throws: ``CredentialsError``
    public func createToken(for account: AccountID, at now: Timestamp, expires: Timestamp? = nil) throws(CredentialsError) -> (
        id: String, secret: String
    ) {
        try tokenBook.create(for: account, at: now, expires: expires)
    }

    /// Whose token a text is; nil for a text that is none, has expired or was revoked.
    ///
    /// - Throws: ``CredentialsError``
    public func account(forToken text: String, at now: Timestamp) throws(CredentialsError) -> AccountID? {
        try tokenBook.token(text, at: now)?.account
    }

    /// The name of the token that a text is; nil where ``account(forToken:at:)`` is nil.
    ///
    /// - Throws: ``CredentialsError``
    public func name(ofToken text: String, at now: Timestamp) throws(CredentialsError) -> String? { try tokenBook.token(text, at: now)?.id }

    /// Whether the token of this name still opens its account.
    ///
    /// - Throws: ``CredentialsError``
    public func isValid(token id: String, at now: Timestamp) throws(CredentialsError) -> Bool {
        try tokenBook.token(named: id, at: now) != nil
    }

    /// Takes a token back, for ever.
    ///
    /// - Returns: what is kept of it; nil where there is no token of this name.
    /// - Throws: ``CredentialsError``
    public func revokeToken(_ id: String, at now: Timestamp) throws(CredentialsError) -> TokenRecord? {
        try tokenBook.revoke(id, at: now)
    }

    /// The tokens that are kept, in the order of their making: all but those that ended long ago.
    ///
    /// - Throws: ``CredentialsError``
    public func tokens() throws(CredentialsError) -> [TokenRecord] { try tokenBook.all() }

    // MARK: Passwords

    /// Sets an account's password: 8 to 1024 bytes.
    ///
    /// - Throws: ``CredentialsError``
    public func setPassword(_ password: String, for account: AccountID) throws(CredentialsError) {
        try PasswordBook(home: home).set(password, for: account)
    }

    /// Whether it is the account's password. It takes some 0.3 seconds, one after the other.
    ///
    /// - Throws: ``CredentialsError``
    public func checkPassword(_ password: String, for account: AccountID) throws(CredentialsError) -> Bool {
        try PasswordBook(home: home).check(password, for: account)
    }

    // MARK: Links and keys

    /// One-time links to sign in with.
    public var links: SignInLinks { SignInLinks(home) }

    /// The key that signs checkpoints, made the first time; `origin` is the first line of the archive's checkpoints.
    ///
    /// - Throws: ``CredentialsError``; `.noSigningKey` where the public key is there and the private one is not.
    public func signer(origin: String) throws(CredentialsError) -> NoteSigner { try SigningKeyStore(home: home).signer(named: origin) }

    /// The public key pinned when the signing key was made; nil where there was never one.
    ///
    /// - Throws: ``CredentialsError``
    public func pinnedKey() throws(CredentialsError) -> NoteVerifier? { try SigningKeyStore(home: home).verifier() }
}
