import Crypto
public import Records

/// A bag by BagIt 1.0 (RFC 8493): what people and programs need to see, years later and without this program, that all is there and nothing was
/// changed.
public struct Bag: Sendable {
    /// A file of what is handed over.
    public struct Payload: Sendable, Hashable {
        /// Below `data/`.
        public let path: String
        /// In bytes.
        public let size: Int64
        public let sha256: ContentDigest
        public let sha512: ContentDigest

        public init(path: String, size: Int64, sha256: ContentDigest, sha512: ContentDigest) {
            self.path = path
            self.size = size
            self.sha256 = sha256
            self.sha512 = sha512
        }

        public init(path: String, bytes: [UInt8]) {
            self.init(
                path: path, size: Int64(bytes.count), sha256: ContentDigest(.sha256, bytes: SHA256.hash(data: bytes)),
                sha512: ContentDigest(.sha512, bytes: SHA512.hash(data: bytes)))
        }
    }

    public let payload: [Payload]
    private let info: [(name: String, value: String)]

    /// - Parameters:
    ///   - payload: No two of one path, none with `%`, which readers do not agree on (2.1.3).
    ///   - info: Lines of `bag-info.txt` besides `Payload-Oxum`; what ends a line in a value is a blank there.
    public init(_ payload: [Payload], info: [(name: String, value: String)]) {
        self.payload = payload
        self.info = info
    }

    /// Everything beside the payload, by its path in the bag.
    public var tagFiles: [(path: String, bytes: [UInt8])] {
        let described = [
            ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"), ("bag-info.txt", infoText),
            ("manifest-sha256.txt", manifest(\.sha256)), ("manifest-sha512.txt", manifest(\.sha512)),
        ].map { ($0.0, Array($0.1.utf8)) }
        let digests = described.map { ($0.0, Payload(path: $0.0, bytes: $0.1)) }
        func tags(_ digest: (Payload) -> ContentDigest) -> [UInt8] {
            Array(digests.map { "\(digest($0.1).hex)  \($0.0)\n" }.joined().utf8)
        }
        return described + [("tagmanifest-sha256.txt", tags(\.sha256)), ("tagmanifest-sha512.txt", tags(\.sha512))]
    }

    private func manifest(_ digest: (Payload) -> ContentDigest) -> String {
        payload.map { "\(digest($0).hex)  data/\($0.path)\n" }.joined()
    }

    private var infoText: String {
        let oxum = "\(payload.reduce(0) { $0 + $1.size }).\(payload.count)"
        return (info + [("Payload-Oxum", oxum)]).map { line in
            "\(line.name): \(line.value.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
        }.joined()
    }
}
