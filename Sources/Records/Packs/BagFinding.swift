/// Something that is wrong with a bag (BagIt, RFC 8493 and its drafts), or that other programs may stumble over.
public struct BagFinding: Sendable, Hashable, Codable {
    public let kind: Kind
    /// The file in the bag that it is about, as it is written there.
    public let path: String?
    /// What was found, or what was said, where that helps: an algorithm, a line.
    public let detail: String?

    public init(_ kind: Kind, _ path: String? = nil, _ detail: String? = nil) {
        self.kind = kind
        self.path = path
        self.detail = detail
    }

    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        // What makes a bag invalid.
        case notABag = "not_a_bag"
        case declarationWrong = "declaration_wrong"
        case encodingUnknown = "encoding_unknown"
        case unreadable, encrypted
        case archiveWrong = "archive_wrong"
        case nameUnreadable = "name_unreadable"
        case versionUnknown = "version_unknown"
        case tooLarge = "too_large"
        case manifestMissing = "manifest_missing"
        case algorithmUnknown = "algorithm_unknown"
        case lineWrong = "line_wrong"
        case pathUnsafe = "path_unsafe"
        case pathMisplaced = "path_misplaced"
        case listedTwice = "listed_twice"
        case missing
        case notFetched = "not_fetched"
        case notListed = "not_listed"
        case digestDiffers = "digest_differs"
        case oxumDiffers = "oxum_differs"
        case notAFile = "not_a_file"
        case twoOfOneName = "two_of_one_name"
        // What a bag is still valid with.
        case listedAgain = "listed_again"
        case caseDiffers = "case_differs"
        case normalizationDiffers = "normalization_differs"
        case markedBinary = "marked_binary"
        case dotSlash = "dot_slash"
        case systemFileMissing = "system_file_missing"

        /// Whether a bag is still valid with it.
        public var isWarning: Bool {
            switch self {
            case .listedAgain, .caseDiffers, .normalizationDiffers, .markedBinary, .dotSlash, .systemFileMissing: true
            default: false
            }
        }
    }
}

/// What was found of a bag.
public struct BagReport: Sendable, Hashable, Codable {
    /// `1.0`; nil where nothing says so.
    public let version: String?
    /// The algorithms of its manifests, in the order of their names.
    public let algorithms: [String]
    /// Files of the payload, and their bytes.
    public let files: Int
    public let bytes: Int64
    /// As many as help: of more, the first.
    public let findings: [BagFinding]

    public init(version: String?, algorithms: [String], files: Int, bytes: Int64, findings: [BagFinding]) {
        self.version = version
        self.algorithms = algorithms
        self.files = files
        self.bytes = bytes
        self.findings = findings
    }

    /// Whether it is complete and every file is what its manifests say (RFC 8493, 3).
    public var isValid: Bool { findings.allSatisfy(\.kind.isWarning) }
}
