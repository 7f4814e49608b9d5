import Crypto
import Foundation
import Records
import Wording

/// What was asked under a key, in a form whose digest tells one request from another.
enum Request {
    struct Filing: Encodable {
        let words: MetadataWords
        let kind: VersionKind
        let allowDuplicate: Bool
    }

    private struct File: Encodable {
        let name: FileName
        let role: FileRole
        let sha256: ContentDigest
    }

    private struct Whole<Body: Encodable>: Encodable {
        let body: Body
        let files: [File]
    }

    /// The key with the digest of its request; nil without a key.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` for a key that is empty or too long.
    static func key(_ key: String?, for body: some Encodable, files: [FileRecord] = []) throws(ArchiveError) -> RequestKey? {
        guard let key else { return nil }
        guard (1...RequestKey.longest).contains(key.utf8.count) else {
            throw ArchiveError(.valueRefused, ArchiveMessage.keyRefused, remedy: Remedy.newKey, subject: "key")
        }
        return try translating {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let whole = Whole(body: body, files: files.map { File(name: $0.name, role: $0.role, sha256: $0.sha256) })
            return RequestKey(key: key, digest: ContentDigest(.sha256, bytes: SHA256.hash(data: try encoder.encode(whole))))
        }
    }
}
