/// One file of a version, as its event records it.
public struct FileRecord: Sendable, Hashable, Codable {
    /// The name as the user gave it.
    public let name: FileName
    public let role: FileRole
    /// In bytes.
    public let size: Int64
    public let sha512: ContentDigest
    public let sha256: ContentDigest
    /// What the bytes are, whatever the name says.
    public let mediaType: MediaType
    /// What the name claims the bytes to be, where that is something else.
    public let claimedType: MediaType?
    /// Why the media type could not be found.
    public let typeProblem: String?
    /// The name's bytes, in hexadecimal digits, where they were not UTF-8 and had to be read as GB18030.
    public let nameBytes: String?

    public init(
        name: FileName, role: FileRole, size: Int64, sha512: ContentDigest, sha256: ContentDigest, mediaType: MediaType,
        claimedType: MediaType? = nil, typeProblem: String? = nil, nameBytes: String? = nil
    ) {
        self.name = name
        self.role = role
        self.size = size
        self.sha512 = sha512
        self.sha256 = sha256
        self.mediaType = mediaType
        self.claimedType = claimedType
        self.typeProblem = typeProblem
        self.nameBytes = nameBytes
    }
}

/// A version of a document as its event records it.
public struct VersionRecord: Sendable, Hashable, Codable {
    public let number: VersionNumber
    public let kind: VersionKind
    /// Why it was made; a first version needs no reason.
    public let reason: String?
    /// In the order the user gave them; the first is the main one.
    public let files: [FileRecord]
    /// Digest of the object's inventory before this version; nil for the first.
    public let inventoryBefore: ContentDigest?
    /// Digest of the object's inventory with this version.
    public let inventoryAfter: ContentDigest
    /// Where under `staging/` the object waited while this was decided; settling looks there.
    public let staged: String

    public init(
        number: VersionNumber, kind: VersionKind, reason: String?, files: [FileRecord], inventoryBefore: ContentDigest?,
        inventoryAfter: ContentDigest, staged: String
    ) {
        self.number = number
        self.kind = kind
        self.reason = reason
        self.files = files
        self.inventoryBefore = inventoryBefore
        self.inventoryAfter = inventoryAfter
        self.staged = staged
    }

    /// For samples: a first version with one file.
    public static var sample: VersionRecord {
        let file = FileRecord(
            name: .sample, role: .main, size: 6, sha512: .sample, sha256: ContentDigest(.sha256, bytes: [UInt8](repeating: 1, count: 32)),
            mediaType: .unknown)
        return VersionRecord(
            number: .first, kind: .signed, reason: nil, files: [file], inventoryBefore: nil, inventoryAfter: .sample, staged: "5f3a")
    }
}
