import CryptoExtras
import Foundation
import Records

/// The passwords of accounts, as scrypt leaves them.
struct PasswordBook: Sendable {
    /// One account's password.
    struct Record: Sendable, Codable {
        let account: AccountID
        let cost: Int
        let blockSize: Int
        let parallelism: Int
        let salt: String
        let hash: String
    }

    /// N: with r = 8 a try needs 32 MiB and some 0.3 s, which slows guessing and still lets a small machine answer.
    static let cost = 1 << 15
    static let blockSize = 8
    static let parallelism = 3
    /// In bytes. Below 8 guessing is too easy; above 1024 nobody types.
    static let length = 8...1024
    private let file: CredentialsFile<Record>
    private let home: CredentialsHome

    init(home: CredentialsHome) {
        self.home = home
        file = CredentialsFile(home: home, name: "passwords.json")
    }

    func set(_ password: String, for account: AccountID) throws(CredentialsError) {
        guard PasswordBook.length.contains(password.utf8.count) else { throw .passwordRefused }
        let salt = randomBytes(16)
        let hash = try hash(password, salt, PasswordBook.cost, PasswordBook.blockSize, PasswordBook.parallelism)
        try file.change { records in
            records.removeAll { $0.account == account }
            records.append(
                Record(
                    account: account, cost: PasswordBook.cost, blockSize: PasswordBook.blockSize, parallelism: PasswordBook.parallelism,
                    salt: hexDigits(salt), hash: hexDigits(hash)))
        }
    }

    /// Whether it is the account's password. For an account without one the same work is done, so that the time tells nothing.
    func check(_ password: String, for account: AccountID) throws(CredentialsError) -> Bool {
        guard password.utf8.count <= PasswordBook.length.upperBound else { return false }
        let record = try file.records().first { $0.account == account }
        guard let record else {
            _ = try hash(password, [UInt8](repeating: 0, count: 16), PasswordBook.cost, PasswordBook.blockSize, PasswordBook.parallelism)
            return false
        }
        guard let salt = bytesOfHexDigits(record.salt), let expected = bytesOfHexDigits(record.hash) else {
            throw .damaged(home.path("passwords.json"))
        }
        return Secret.isSame(try hash(password, salt, record.cost, record.blockSize, record.parallelism), expected)
    }

    /// scrypt over the password in its compatible composed form, so that another keyboard makes the same bytes. One at a time in
    /// all processes: memory for many at once is what an attacker would like us to spend.
    private func hash(_ password: String, _ salt: [UInt8], _ cost: Int, _ blockSize: Int, _ parallelism: Int) throws(CredentialsError)
        -> [UInt8]
    {
        try home.make()
        let bytes = Array(password.precomposedStringWithCompatibilityMapping.utf8)
        return try home.locked("scrypt.lock") { () throws(CredentialsError) in
            guard
                let key = try? KDF.Scrypt.deriveKey(
                    from: bytes, salt: salt, outputByteCount: 32, rounds: cost, blockSize: blockSize, parallelism: parallelism)
            else { throw .damaged(home.path("passwords.json")) }
            return key.withUnsafeBytes { Array($0) }
        }
    }
}
