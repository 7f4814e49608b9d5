import Crypto
import Foundation
import Journal
import Records
import SystemPackage

/// The Ed25519 key that signs the journal's checkpoints, and its public half pinned beside it.
///
/// `signing-key` has the key's 64 hexadecimal digits, `signing-key.pub` the public half in the form that note tools take.
/// Both lie outside the root: whoever can change the archive's files cannot sign what they made of them.
struct SigningKeyStore: Sendable {
    private static let privateName = "signing-key"
    private static let publicName = "signing-key.pub"
    private let home: CredentialsHome

    init(home: CredentialsHome) { self.home = home }

    /// The key, made the first time it is asked for; `name` is the origin line of the archive's checkpoints.
    func signer(named name: String) throws(CredentialsError) -> NoteSigner {
        try home.make()
        return try home.locked("signing-key.lock") { () throws(CredentialsError) in
            if try home.read(SigningKeyStore.privateName) == nil {
                // A public key without its private one is a key that was lost. Making another in silence would hide that.
                guard try home.read(SigningKeyStore.publicName) == nil else { throw .noSigningKey(home.path(SigningKeyStore.privateName)) }
                let key = Curve25519.Signing.PrivateKey()
                try home.write(Array("\(hexDigits(key.rawRepresentation))\n".utf8), to: SigningKeyStore.privateName)
            }
            let signer = try load(name)
            guard let pinned = try verifier() else {
                try home.write(Array("\(signer.verifier)\n".utf8), to: SigningKeyStore.publicName)
                return signer
            }
            guard pinned == signer.verifier else { throw .keysDiffer(home.path(SigningKeyStore.publicName)) }
            return signer
        }
    }

    /// The pinned public key; nil where there was never one.
    func verifier() throws(CredentialsError) -> NoteVerifier? {
        guard let bytes = try home.read(SigningKeyStore.publicName) else { return nil }
        guard let key = NoteVerifier(SigningKeyStore.line(bytes)) else { throw .damaged(home.path(SigningKeyStore.publicName)) }
        return key
    }

    private func load(_ name: String) throws(CredentialsError) -> NoteSigner {
        let path = home.path(SigningKeyStore.privateName)
        guard let bytes = try home.read(SigningKeyStore.privateName) else { throw .noSigningKey(path) }
        guard let key = bytesOfHexDigits(SigningKeyStore.line(bytes)), let signer = NoteSigner(name: name, privateKey: key) else {
            throw .damaged(path)
        }
        return signer
    }

    private static func line(_ bytes: [UInt8]) -> String { String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self) }
}
