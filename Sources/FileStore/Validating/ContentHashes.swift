import Crypto
import Disk
import Records

/// Computes several digests of one file in one pass over its bytes.
struct ContentHashes {
    private var sha512: SHA512?
    private var sha256: SHA256?
    private var sha1: Insecure.SHA1?
    private var md5: Insecure.MD5?
    private var blakes: [(FixityAlgorithm, Blake2b)] = []
    private let measures: Bool

    /// In bytes; as large as one reading ahead of the system.
    private static let blockSize = 1 << 20

    /// - Parameter algorithms: Those that cannot be computed are passed over (OCFL 1.1, E028).
    init(_ algorithms: Set<FixityAlgorithm>) {
        if algorithms.contains(.sha512) { sha512 = SHA512() }
        if algorithms.contains(.sha256) { sha256 = SHA256() }
        if algorithms.contains(.sha1) { sha1 = Insecure.SHA1() }
        if algorithms.contains(.md5) { md5 = Insecure.MD5() }
        let lengths: [(FixityAlgorithm, Int)] = [(.blake2b512, 64), (.blake2b384, 48), (.blake2b256, 32), (.blake2b160, 20)]
        for (algorithm, length) in lengths where algorithms.contains(algorithm) { blakes.append((algorithm, Blake2b(length: length))) }
        measures = algorithms.contains(.size)
    }

    /// Reads a file to its end; answers the digests, in lower case.
    mutating func read(_ file: DiskFile) throws(DiskError) -> [FixityAlgorithm: String] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ContentHashes.blockSize, alignment: 16)
        defer { buffer.deallocate() }
        var offset: Int64 = 0
        while true {
            let count = try file.read(into: buffer, at: offset)
            guard count > 0 else { break }
            update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += Int64(count)
        }
        return digests(length: offset)
    }

    fileprivate mutating func update(_ block: UnsafeRawBufferPointer) {
        sha512?.update(bufferPointer: block)
        sha256?.update(bufferPointer: block)
        sha1?.update(bufferPointer: block)
        md5?.update(bufferPointer: block)
        for index in blakes.indices { blakes[index].1.update(bufferPointer: block) }
    }

    fileprivate mutating func digests(length: Int64) -> [FixityAlgorithm: String] {
        var digests: [FixityAlgorithm: String] = [:]
        digests[.sha512] = sha512.map { hexDigits($0.finalize()) }
        digests[.sha256] = sha256.map { hexDigits($0.finalize()) }
        digests[.sha1] = sha1.map { hexDigits($0.finalize()) }
        digests[.md5] = md5.map { hexDigits($0.finalize()) }
        for index in blakes.indices { digests[blakes[index].0] = hexDigits(blakes[index].1.finalize()) }
        if measures { digests[.size] = String(length) }
        return digests
    }
}

extension FixityAlgorithm {
    /// The digest of some bytes, in lower case; empty for an algorithm that cannot be computed.
    func digest(of bytes: [UInt8]) -> String {
        var hashes = ContentHashes([self])
        bytes.withUnsafeBytes { hashes.update($0) }
        return hashes.digests(length: Int64(bytes.count))[self] ?? ""
    }
}
