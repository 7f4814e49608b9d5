import Foundation
public import Records
import Wording

/// What an OCFL object says of itself (OCFL 1.1, 3.5): every content file with its digest, and the state of every version.
///
/// Digests and version names are the only keys; names of users' files stand in arrays, because a dictionary would take the
/// NFC and NFD forms of a name for the same key.
public struct Inventory: Sendable, Hashable {
    public let document: DocumentID
    /// Content paths by sha512 digest, relative to the object's root.
    var manifest: [ContentDigest: [String]]
    /// The sha256 digest of each content, by its sha512 digest.
    var sha256: [ContentDigest: ContentDigest]
    /// In order; never empty.
    public internal(set) var versions: [Version]

    /// One version's state.
    public struct Version: Sendable, Hashable {
        public let number: VersionNumber
        public let created: Timestamp
        public let message: String
        public let user: String
        /// In the order of their bytes.
        public let files: [Entry]
    }

    /// A logical path and its content.
    public struct Entry: Sendable, Hashable {
        public let path: LogicalPath
        public let digest: ContentDigest
    }

    /// The current version.
    public var head: Version {
        guard let last = versions.last else { preconditionFailure("inventory: never without a version") }
        return last
    }

    /// The version of this number.
    public func version(_ number: VersionNumber) -> Version? {
        number.value <= versions.count ? versions[number.value - 1] : nil
    }

    /// Where a content lies, relative to the object's root.
    func contentPath(of digest: ContentDigest) -> String? { manifest[digest]?.first }
}

extension Inventory {
    /// The identifier of the object in OCFL: `info:muniment/D7K3M9QXT2VHT`.
    static func objectID(_ document: DocumentID) -> String { "info:muniment/" + document.compact }

    private struct Written: Codable {
        struct User: Codable { let name: String }
        struct Version: Codable {
            let created: Timestamp
            let message: String
            let user: User
            let state: [String: [String]]
        }
        let id: String
        let type: String
        let digestAlgorithm: String
        let head: String
        let contentDirectory: String
        let manifest: [String: [String]]
        let versions: [String: Version]
        let fixity: [String: [String: [String]]]
    }

    static let typeURI = "https://ocfl.io/1.1/spec/#inventory"

    /// The bytes of `inventory.json`.
    func bytes() throws(FileStoreError) -> [UInt8] {
        let states = versions.map { version in
            Written.Version(
                created: version.created, message: version.message, user: .init(name: version.user),
                state: Dictionary(grouping: version.files, by: \.digest.hex).mapValues { $0.map(\.path.text) })
        }
        let fixity = Dictionary(
            sha256.compactMap { digest, short in manifest[digest].map { (short.hex, $0) } }, uniquingKeysWith: +)
        let written = Written(
            id: Inventory.objectID(document), type: Inventory.typeURI, digestAlgorithm: "sha512", head: head.number.folderName,
            contentDirectory: "content", manifest: Dictionary(uniqueKeysWithValues: manifest.map { ($0.hex, $1) }),
            versions: Dictionary(uniqueKeysWithValues: zip(versions.map(\.number.folderName), states)), fixity: ["sha256": fixity])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(written)) } catch { throw .inventoryUnreadable(document, .form) }
    }

    /// Reads `inventory.json`, whose sidecar has been checked.
    ///
    /// - Throws: ``FileStoreError/inventoryUnreadable(_:_:)`` for anything this program would not have written.
    init(_ bytes: [UInt8], of document: DocumentID) throws(FileStoreError) {
        let written: Written
        do { written = try JSONDecoder().decode(Written.self, from: Data(bytes)) } catch {
            throw .inventoryUnreadable(document, .form)
        }
        guard written.id == Inventory.objectID(document), written.type == Inventory.typeURI, written.digestAlgorithm == "sha512" else {
            throw .inventoryUnreadable(document, .notOurs)
        }
        self.document = document
        manifest = [:]
        for (hex, paths) in written.manifest {
            guard let digest = ContentDigest(.sha512, hex: hex), !paths.isEmpty, paths.allSatisfy({ LogicalPath($0) != nil }) else {
                throw .inventoryUnreadable(document, .manifest)
            }
            manifest[digest] = paths
        }
        sha256 = try Inventory.shortDigests(written.fixity["sha256"] ?? [:], manifest, document)
        versions = try Inventory.versions(written, document)
        guard !versions.isEmpty, written.head == head.number.folderName else {
            throw .inventoryUnreadable(document, .head)
        }
    }

    private static func shortDigests(
        _ fixity: [String: [String]], _ manifest: [ContentDigest: [String]], _ document: DocumentID
    ) throws(FileStoreError) -> [ContentDigest: ContentDigest] {
        var byPath: [String: ContentDigest] = [:]
        for (digest, paths) in manifest { for path in paths { byPath[path] = digest } }
        var short: [ContentDigest: ContentDigest] = [:]
        for (hex, paths) in fixity {
            guard let digest = ContentDigest(.sha256, hex: hex) else {
                throw .inventoryUnreadable(document, .fixity)
            }
            for path in paths { if let long = byPath[path] { short[long] = digest } }
        }
        return short
    }

    private static func versions(_ written: Written, _ document: DocumentID) throws(FileStoreError) -> [Version] {
        var versions: [Version] = []
        var number = VersionNumber.first
        while let version = written.versions[number.folderName] {
            var files: [Entry] = []
            for (hex, paths) in version.state {
                guard let digest = ContentDigest(.sha512, hex: hex), written.manifest[hex] != nil else {
                    throw .inventoryUnreadable(document, .unlistedDigest)
                }
                for text in paths {
                    guard let path = LogicalPath(text) else { throw .inventoryUnreadable(document, .path) }
                    files.append(Entry(path: path, digest: digest))
                }
            }
            files.sort { $0.path.text.utf8.lexicographicallyPrecedes($1.path.text.utf8) }
            versions.append(
                Version(number: number, created: version.created, message: version.message, user: version.user.name, files: files))
            number = number.next
        }
        guard versions.count == written.versions.count else { throw .inventoryUnreadable(document, .versions) }
        return versions
    }
}
