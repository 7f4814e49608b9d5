/// The key that checks a note's signature, as it is pinned outside the archive.
public struct NoteVerifier: Sendable, Hashable {
    public let name: String
    public let keyID: UInt32
    /// The Ed25519 public key, 32 bytes.
    public let publicKey: [UInt8]
}

/// The key that signs notes.
public struct NoteSigner: Sendable {
    public let verifier: NoteVerifier
    let privateKey: [UInt8]
}
