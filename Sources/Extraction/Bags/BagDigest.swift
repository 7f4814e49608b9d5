import CLibCrypto
import Records

/// A digest by the name that manifests have for its algorithm, over bytes that come in blocks.
final class BagDigest {
    private let context: OpaquePointer

    /// What manifests of bags are written in: those that RFC 8493 names, and their kin.
    private static let known: Set = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sm3"]

    private static func method(_ algorithm: String) -> OpaquePointer? {
        known.contains(algorithm) ? EVP_get_digestbyname(algorithm) : nil
    }

    /// How many hexadecimal digits one has; nil for an algorithm that is not known.
    static func digits(_ algorithm: String) -> Int? { method(algorithm).map { 2 * Int(EVP_MD_get_size($0)) } }

    /// - Returns: nil for an algorithm that is not known.
    init?(_ algorithm: String) {
        guard let method = Self.method(algorithm), let context = EVP_MD_CTX_new() else { return nil }
        self.context = context
        guard EVP_DigestInit_ex(context, method, nil) == 1 else { return nil }
    }

    deinit { EVP_MD_CTX_free(context) }

    func update(_ block: ArraySlice<UInt8>) { block.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) } }

    /// In hexadecimal digits; nothing may be added afterwards.
    func end() -> String {
        var (digest, count) = ([UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE)), UInt32(0))
        guard EVP_DigestFinal_ex(context, &digest, &count) == 1 else { return "" }
        return hexDigits(digest.prefix(Int(count)))
    }
}
