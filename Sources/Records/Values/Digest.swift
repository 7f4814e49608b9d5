/// How a digest was computed. The name goes wherever the digest goes.
public enum DigestAlgorithm: String, Sendable, Codable, CaseIterable {
    case sha256, sha512

    /// Length of the digest in bytes.
    public var length: Int { self == .sha256 ? 32 : 64 }
}

/// The digest of some content, as lower-case hexadecimal digits.
public struct ContentDigest: Sendable, Hashable {
    public let algorithm: DigestAlgorithm
    /// Hexadecimal digits in lower case.
    public let hex: String

    /// Takes the digits of a digest as another program wrote them, in either case.
    ///
    /// - Returns: nil unless they are as many hexadecimal digits as the algorithm has.
    public init?(_ algorithm: DigestAlgorithm, hex: some StringProtocol) {
        guard hex.utf8.count == algorithm.length * 2, hex.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        self.algorithm = algorithm
        self.hex = hex.lowercased()
    }

    /// Takes the bytes of a digest just computed.
    public init(_ algorithm: DigestAlgorithm, bytes: some Sequence<UInt8>) {
        self.algorithm = algorithm
        hex = hexDigits(bytes)
        precondition(hex.utf8.count == algorithm.length * 2, "digest: wrong number of bytes")
    }

    /// For samples.
    public static let sample = ContentDigest(.sha512, bytes: [UInt8](repeating: 0x5A, count: 64))

    /// The digest's bytes.
    public var bytes: [UInt8] { bytesOfHexDigits(hex) ?? [] }
}

extension ContentDigest: CustomStringConvertible {
    /// `sha512:…`
    public var description: String { "\(algorithm.rawValue):\(hex)" }

    /// Reads ``description`` back.
    public init?(_ description: some StringProtocol) {
        let parts = description.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let algorithm = DigestAlgorithm(rawValue: String(parts[0])) else { return nil }
        self.init(algorithm, hex: parts[1])
    }
}

extension ContentDigest: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = ContentDigest(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a digest")
        }
        self = digest
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Lower-case hexadecimal digits of some bytes.
public func hexDigits(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

/// The bytes that hexadecimal digits stand for; nil for an odd number of digits or anything else.
public func bytesOfHexDigits(_ hex: some StringProtocol) -> [UInt8]? {
    let digits = Array(hex.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
        guard let high = hexValue(digits[index]), let low = hexValue(digits[index + 1]) else { return nil }
        bytes.append(high << 4 | low)
    }
    return bytes
}

private func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 65...70: digit - 55
    case 97...102: digit - 87
    default: nil
    }
}
