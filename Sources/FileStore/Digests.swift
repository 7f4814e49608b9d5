import Crypto
import Records

/// The sha512 digest of some bytes.
func sha512(_ bytes: [UInt8]) -> [UInt8] { Array(SHA512.hash(data: bytes)) }

/// The digest of some bytes, in lower-case digits.
func hexDigest(of bytes: [UInt8], _ algorithm: DigestAlgorithm) -> String {
    switch algorithm {
    case .sha256: hexDigits(SHA256.hash(data: bytes))
    case .sha512: hexDigits(SHA512.hash(data: bytes))
    }
}
