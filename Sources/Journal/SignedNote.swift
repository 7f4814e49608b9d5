/// A text with signatures, in the C2SP `signed-note` form.
public struct SignedNote: Sendable, Hashable {
    /// One signature line.
    public struct Signature: Sendable, Hashable {
        /// The key's name.
        public let name: String
        /// The first four bytes of the digest of name, kind and key.
        public let keyID: UInt32
        public let signature: [UInt8]
    }

    /// What is signed: lines that each end in a line feed.
    public let text: String
    public let signatures: [Signature]
}
