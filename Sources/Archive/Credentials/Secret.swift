import Crypto
import Foundation
import Records

/// A secret text that somebody keeps, and of which only the digest is kept here: 256 random bits behind a word that tells
/// what it is, so that scanners for leaked secrets can find it.
struct Secret: Sendable {
    let text: String

    /// Draws a secret: `mun_` and 43 symbols of base 64 for URLs.
    init(prefix: String) {
        let symbols = Data(randomBytes(32)).base64EncodedString().map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
        text = prefix + String(symbols.filter { $0 != "=" })
    }

    /// The digest under which a secret is kept. 256 random bits need no salt and no slow hash.
    static func digest(of text: String) -> String { hexDigits(SHA256.hash(data: Array(text.utf8))) }

    /// Whether two digests are the same, in a time that does not depend on where they differ.
    static func isSame(_ left: String, _ right: String) -> Bool { isSame(Array(left.utf8), Array(right.utf8)) }

    static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Bytes from the system's cryptographic randomness.
func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in generator.next() }
}

/// So many random bytes in hexadecimal digits.
func hexSecret(_ count: Int) -> String { hexDigits(randomBytes(count)) }
