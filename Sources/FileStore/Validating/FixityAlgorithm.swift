import Wording

/// A digest algorithm that a fixity block may name: OCFL's own table (OCFL 1.1, 3.4) and those of the extensions
/// 0001-digest-algorithms and 0009-digest-algorithms.
enum FixityAlgorithm: String, CaseIterable {
    case md5, sha1, sha256, sha512
    case blake2b512 = "blake2b-512"
    case blake2b384 = "blake2b-384"
    case blake2b256 = "blake2b-256"
    case blake2b160 = "blake2b-160"
    case sha512t256 = "sha512/256"
    /// The length in bytes, in decimal digits.
    case size

    /// Hexadecimal digits; nil for a length.
    private var digits: Int? {
        switch self {
        case .md5: 32
        case .sha1, .blake2b160: 40
        case .sha256, .blake2b256, .sha512t256: 64
        case .blake2b384: 96
        case .sha512, .blake2b512: 128
        case .size: nil
        }
    }

    /// Whether a digest of this kind can be computed here.
    var isComputed: Bool { self != .sha512t256 }

    /// Whether a text is a digest of this kind, in either case (RFC 4648).
    func isDigest(_ text: String) -> Bool {
        guard let digits else { return (1...19).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } }
        return text.utf8.count == digits && isHexadecimal(text)
    }

    /// The code for a digest that is malformed: the table says of some how they must be encoded.
    var malformed: Finding.Code {
        switch self {
        case .sha1: .sha1Malformed
        case .sha256: .sha256Malformed
        case .sha512: .sha512Malformed
        case .blake2b512: .blakeMalformed
        default: .fixityUnusable
        }
    }
}
