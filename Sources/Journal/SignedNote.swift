import Foundation

/// A text with signatures, in the C2SP `signed-note` form, which other people's tools read and write too.
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
    /// By the archive, and by witnesses.
    public let signatures: [Signature]

    /// Most bytes of a note that is read: room for our three lines and 16 signatures of 5 kB, which every reader must take.
    public static let longest = 128 << 10

    init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note's bytes.
    ///
    /// - Returns: nil unless they are a note: UTF-8 without control characters, a text, an empty line, and signature lines.
    public init?(bytes: [UInt8]) {
        guard bytes.count <= SignedNote.longest, bytes.allSatisfy({ $0 >= 32 || $0 == 10 }), bytes.last == 10,
            let all = String(validating: bytes, as: UTF8.self),
            let gap = all.range(of: "\n\n", options: [.backwards, .literal])
        else { return nil }
        var signatures: [Signature] = []
        for line in all[gap.upperBound...].dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            guard let signature = Signature(line: line) else { return nil }
            signatures.append(signature)
        }
        self.init(text: String(all[..<gap.lowerBound]) + "\n", signatures: signatures)
    }

    /// The note as it lies in a file.
    public var bytes: [UInt8] { Array((text + "\n" + signatures.map(\.line).joined()).utf8) }

    /// Whether at least one of the keys has signed the text. One wrong signature of a key that is known spoils the note;
    /// signatures of other keys count for nothing.
    public func isSigned(by keys: [NoteVerifier]) -> Bool {
        var isSigned = false
        for signature in signatures {
            for key in keys where key.keyID == signature.keyID && Array(key.name.utf8) == Array(signature.name.utf8) {
                guard key.isValid(signature.signature, over: text) else { return false }
                isSigned = true
            }
        }
        return isSigned
    }
}

extension SignedNote.Signature {
    fileprivate init?(line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, Array(parts[0].utf8) == [0xE2, 0x80, 0x94], !parts[1].isEmpty, !parts[1].contains("+"),
            let bytes = decodedBase64(parts[2]), bytes.count > 4
        else { return nil }
        self.init(name: parts[1], keyID: bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }, signature: Array(bytes[4...]))
    }

    fileprivate var line: String { "— \(name) \(encoded)\n" }

    /// Base 64 of the key's number and the signature.
    var encoded: String {
        let number = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - $0 * 8)) }
        return Data(number + signature).base64EncodedString()
    }
}

extension SignedNote: CustomStringConvertible {
    /// The note as it lies in a file.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}
