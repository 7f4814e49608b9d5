import Crypto
import Disk
import Records

/// Computes several digests of one file in one pass over its bytes.
struct ContentHashes {
    private var sha512: SHA512?
    private var sha256: SHA256?
    private var sha1: Insecure.SHA1?
    private var md5: Insecure.MD5?

    /// In bytes; as large as one reading ahead of the system.
    private static let blockSize = 1 << 20

    /// - Parameter algorithms: OCFL's names; those not known here are passed over (OCFL 1.1, E028).
    init(_ algorithms: Set<String>) {
        if algorithms.contains("sha512") { sha512 = SHA512() }
        if algorithms.contains("sha256") { sha256 = SHA256() }
        if algorithms.contains("sha1") { sha1 = Insecure.SHA1() }
        if algorithms.contains("md5") { md5 = Insecure.MD5() }
    }

    /// Reads a file to its end; answers the digests in lower case by the algorithms' names.
    mutating func read(_ file: DiskFile) throws(DiskError) -> [String: String] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ContentHashes.blockSize, alignment: 16)
        defer { buffer.deallocate() }
        var offset: Int64 = 0
        while true {
            let count = try file.read(into: buffer, at: offset)
            guard count > 0 else { break }
            let block = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            sha512?.update(bufferPointer: block)
            sha256?.update(bufferPointer: block)
            sha1?.update(bufferPointer: block)
            md5?.update(bufferPointer: block)
            offset += Int64(count)
        }
        var digests: [String: String] = [:]
        digests["sha512"] = sha512.map { hexDigits($0.finalize()) }
        digests["sha256"] = sha256.map { hexDigits($0.finalize()) }
        digests["sha1"] = sha1.map { hexDigits($0.finalize()) }
        digests["md5"] = md5.map { hexDigits($0.finalize()) }
        return digests
    }
}
