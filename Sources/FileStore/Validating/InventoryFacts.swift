import Records

/// What the inventory of any OCFL object says, as far as it can be understood.
struct InventoryFacts {
    var identifier: String?
    /// The version of the specification that its type names.
    var specification: Specification?
    /// As written; nil where there is none.
    var algorithmName: String?
    /// Nil for one that no inventory may have.
    var algorithm: DigestAlgorithm?
    var head: String?
    /// As set; ``contentFolder`` knows the default.
    var contentDirectory: String?
    /// Content paths by digest, as written; digests that are none are left out.
    var manifest: [String: [LogicalPath]] = [:]
    /// In the order of their numbers.
    var versions: [Version] = []
    /// Whether the block of versions could be read, so that a version that it lacks is lacking.
    var hasVersions = false
    /// The digests in the versions' states, in lower case, also those of paths that are refused.
    var used: Set<String> = []
    /// Whether each version's state could be read, so that a digest that none has is in none.
    var hasStates = true
    /// Whether the manifest could be read, so that a digest that it lacks is lacking.
    var hasManifest = false
    var fixity: [Fixity] = []
    /// The place in ``versions`` by number.
    private var places: [Int: Int] = [:]

    struct Version {
        let name: VersionName
        var created: String?
        var message: String?
        var userName: String?
        var userAddress: String?
        /// Digests as written, by logical path.
        var state: [LogicalPath: String] = [:]
    }

    struct Fixity {
        let algorithm: FixityAlgorithm
        /// Lower case.
        let digest: String
        let path: LogicalPath
    }

    var contentFolder: String { contentDirectory ?? "content" }

    /// Digest as written, by content path.
    var digests: [LogicalPath: String] {
        var digests: [LogicalPath: String] = [:]
        for (digest, paths) in manifest { for path in paths { digests[path] = digest } }
        return digests
    }

    func version(_ number: Int) -> Version? { places[number].map { versions[$0] } }

    /// Puts the versions in order.
    mutating func sortVersions() {
        versions.sort { $0.name.number < $1.name.number }
        places = Dictionary(versions.enumerated().map { ($1.name.number, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A version of OCFL.
enum Specification: String, Comparable, CaseIterable {
    case first = "1.0"
    case second = "1.1"

    var inventoryType: String { "https://ocfl.io/\(rawValue)/spec/#inventory" }

    static func < (left: Specification, right: Specification) -> Bool { left.rawValue < right.rawValue }
}

/// The name of a version and of its folder: `v3`, or padded with zeros `v0003`.
struct VersionName: Hashable {
    let text: String
    let number: Int
    /// Digits, for a padded name; else nil.
    let padding: Int?

    /// - Returns: nil for any other name.
    init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        // Eighteen digits fit into an integer; more versions than that are no archive's.
        guard text.utf8.first == 118, (1...18).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }),
            let number = Int(text.dropFirst()), number > 0
        else { return nil }
        self.text = text
        self.number = number
        padding = digits.first == 48 ? digits.count : nil
    }
}
