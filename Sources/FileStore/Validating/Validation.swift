public import Records
public import Wording

/// What was judged, and what was found wrong with it.
public struct Validation: Sendable {
    /// Whether it is an object, or a root with all its objects.
    public enum Kind: Sendable, Equatable { case object, root }

    public let kind: Kind
    /// How many objects were looked at.
    public internal(set) var objects: Int
    /// Against the specification's MUST.
    public internal(set) var errors: [Fault] = []
    /// Against its SHOULD.
    public internal(set) var warnings: [Fault] = []
    /// How many errors and warnings there are beside those listed; see ``mostListed``.
    public internal(set) var unlisted = 0
    /// Digest algorithms of fixity blocks that OCFL or its extensions know and this program cannot compute: their digests were not compared
    /// (OCFL 1.1, 3.4, E028).
    public internal(set) var passedOver: [String] = []

    /// Whether no error was found. Warnings are allowed.
    public var isValid: Bool { errors.isEmpty }

    /// Most findings that are listed of one object, and ten times as many of a root: what is made up to be wrong everywhere would fill any memory.
    public static let mostListed = 10_000

    /// One thing that is wrong, and where.
    public struct Fault: Sendable, Hashable {
        public let code: StorageFinding
        /// The object's folder, relative to the root: empty for the object that was named itself, nil for what is in no object.
        public let object: String?
        /// The file or folder, relative to the object, or to the root for what is in no object.
        public let place: String
        /// What is there, and what should be.
        public let detail: StorageDetail

        /// The version in whose folder it is, for what is in one.
        public var version: String? {
            object.flatMap { _ in place.split(separator: "/").first.flatMap { VersionName(String($0)) }?.text }
        }

        /// One sentence that ends in what was found.
        public var phrase: Phrase {
            let (said, found) = (code.phrase, detail.phrase)
            func short(_ text: String) -> String { text.utf8.count > 4000 ? text.prefix(1000) + " …" : text }
            return Phrase("\(said.chinese)（\(short(found.chinese))）", "\(said.english) (\(short(found.english)))")
        }
    }

    mutating func add(_ fault: Fault, limit: Int) {
        if fault.code.isWarning {
            if warnings.count < limit { return warnings.append(fault) }
        } else if errors.count < limit {
            return errors.append(fault)
        }
        unlisted += 1
    }
}
