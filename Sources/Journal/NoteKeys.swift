import Crypto
import Foundation

/// The key that checks a note's signature, as it is pinned outside the archive.
public struct NoteVerifier: Sendable, Hashable {
    /// Whose key it is; our own is named like the archive's origin line.
    public let name: String
    /// The first four bytes of the digest of name, kind of signature and key.
    public let keyID: UInt32
    /// The Ed25519 public key, 32 bytes.
    public let publicKey: [UInt8]

    /// The number C2SP gives to Ed25519 signatures.
    static let ed25519: UInt8 = 1

    /// Describes a key.
    ///
    /// - Returns: nil unless the key is an Ed25519 public key and the name has 1 to 200 visible ASCII characters without `+`.
    public init?(name: String, publicKey: [UInt8]) {
        guard (1...200).contains(name.utf8.count), name.utf8.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "+") }),
            (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil
        else { return nil }
        self.name = name
        self.publicKey = publicKey
        let digest = JournalDigest(of: Array(name.utf8) + [10, NoteVerifier.ed25519] + publicKey).bytes
        keyID = digest[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads the text form: name, `+`, the key's number in eight hexadecimal digits, `+`, base 64 of a 1 and the key.
    ///
    /// - Returns: nil for anything else, and where the number is not the key's.
    public init?(_ text: some StringProtocol) {
        let parts = String(text).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let key = decodedBase64(parts[2]), key.first == NoteVerifier.ed25519 else { return nil }
        self.init(name: parts[0], publicKey: Array(key.dropFirst()))
        guard Array(parts[1].utf8) == Array(keyDigits.utf8) else { return nil }
    }

    private var keyDigits: String {
        let digits = String(keyID, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    func isValid(_ signature: [UInt8], over text: String) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: Array(text.utf8))
    }
}

extension NoteVerifier: CustomStringConvertible {
    /// The text form that note tools take (`vkey`).
    public var description: String { "\(name)+\(keyDigits)+\(Data([NoteVerifier.ed25519] + publicKey).base64EncodedString())" }
}

/// The key that signs notes.
public struct NoteSigner: Sendable {
    /// The public half.
    public let verifier: NoteVerifier
    private let privateKey: [UInt8]

    /// Takes a name and an Ed25519 private key's 32 bytes.
    ///
    /// - Returns: nil unless the name is one that ``NoteVerifier`` takes and the key is a key.
    public init?(name: String, privateKey: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: privateKey),
            let verifier = NoteVerifier(name: name, publicKey: Array(key.publicKey.rawRepresentation))
        else { return nil }
        self.verifier = verifier
        self.privateKey = privateKey
    }

    /// Signs a text that ends in a line feed.
    ///
    /// - Throws: what the cryptographic library throws; it has no reason to.
    public func sign(_ text: String) throws -> SignedNote {
        precondition(text.hasSuffix("\n"), "note: the text ends in a line feed")
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: privateKey)
        let signature = Array(try key.signature(for: Array(text.utf8)))
        return SignedNote(text: text, signatures: [.init(name: verifier.name, keyID: verifier.keyID, signature: signature)])
    }
}

/// The bytes of base 64 text; nil unless it is exactly what encoding them would write.
func decodedBase64(_ text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), Array(data.base64EncodedString().utf8) == Array(text.utf8) else { return nil }
    return Array(data)
}
