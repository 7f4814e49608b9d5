public import Disk
public import Records
public import SystemPackage

/// Where the bytes of a file to be filed come from.
public enum FileSource: Sendable {
    /// A file on this machine that a person named. Links are followed; FIFOs, devices and folders are refused.
    case path(FilePath)
    /// A file found below a folder: no link is followed, neither its own nor one on the way.
    case entry(FilePath, below: FilePath)
    /// A plain file that is open already.
    case opened(DiskFile)
    /// Bytes that arrive: each call gives the next block, nil at the end. Called by one task at a time.
    case stream(@Sendable () async throws -> [UInt8]?)
}

/// One file on its way in.
public struct IncomingFile: Sendable {
    /// The name to file it under; without one, the last part of the path.
    public let name: FileName?
    public let role: FileRole
    public let source: FileSource

    /// Where on this machine it lies; nil for bytes that arrive.
    var path: FilePath? {
        switch source {
        case .path(let path): path
        case .entry(let entry, let folder): folder.pushing(entry)
        case .opened(let file): file.path
        case .stream: nil
        }
    }

    public init(name: FileName?, role: FileRole, source: FileSource) {
        self.name = name
        self.role = role
        self.source = source
    }
}

/// Metadata as people give them: words that are read by the rules of R-8. Empty words mean "not given".
public struct MetadataWords: Sendable, Hashable, Codable {
    /// A type's code or one of its names in either language.
    public var type: String?
    public var title: String?
    public var number: String?
    /// Its name, in whatever form of writing, or its identifier.
    public var party: String?
    /// As people write it: `12.5万元`, `叁拾万元整`, `USD 4,000`.
    public var amount: String?
    /// A day in any of the ways that offices write it, as are the other days.
    public var signed: String?
    public var effective: String?
    public var expiry: String?
    public var handler: String?
    public var `class`: String?
    /// Its code, or what people call it in either language, as is the state.
    public var confidentiality: String?
    public var state: String?
    public var note: String?
    public var fields: [String: String]?

    public init() {}

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case type, title, number, party, amount, signed, effective, expiry, handler, `class`, confidentiality, state, note, fields
    }

    /// The names of all members, as sidecars and requests write them.
    static let members = CodingKeys.allCases.map(\.rawValue)

    /// The names of the metadata that are given, further fields among them; what is blank is none. A mirror passes over no member.
    var given: [String] {
        let words = Mirror(reflecting: self).children.compactMap { child in
            child.label.flatMap { label in (child.value as? String).map { (label, $0) } }
        }
        return (words + (fields ?? [:]).map { ($0.key, $0.value) }).filter { !$0.1.allSatisfy(\.isWhitespace) }.map(\.0).sorted()
    }
}

/// What to file.
public struct Filing: Sendable {
    /// In order; the first main one is the document itself.
    public var files: [IncomingFile]
    /// Further files that come one after the other, when nobody knows yet how many; nil at the end.
    public var moreFiles: (@Sendable () async throws -> IncomingFile?)?
    public var words: MetadataWords
    public var kind: VersionKind
    /// The caller's idempotency key.
    public var key: String?
    /// Whether it is filed though a document with these bytes is there.
    public var allowDuplicate: Bool
    /// Whether files without a byte are taken.
    public var allowEmpty: Bool

    public init(files: [IncomingFile], words: MetadataWords, kind: VersionKind = .plain, key: String? = nil) {
        self.files = files
        self.words = words
        self.kind = kind
        self.key = key
        allowDuplicate = false
        allowEmpty = false
    }
}

/// A further version of a document.
public struct NewVersion: Sendable {
    public var document: DocumentID
    public var files: [IncomingFile]
    /// Further files that come one after the other, when nobody knows yet how many; nil at the end.
    public var moreFiles: (@Sendable () async throws -> IncomingFile?)?
    /// Whether the files of the version before stay, but for those of the same names.
    public var keepsOthers: Bool
    public var kind: VersionKind
    public var reason: String
    /// The version the caller believes to be current; another one refuses the change.
    public var expected: VersionNumber?
    /// The state in which the document must be.
    public var match: DocumentMatch?
    /// The caller's key: the same filing under it again is carried out once.
    public var key: String?
    public var allowEmpty: Bool
    /// Whether bytes are taken that were destroyed or redacted.
    public var allowDuplicate: Bool

    public init(of document: DocumentID, files: [IncomingFile], kind: VersionKind = .plain, reason: String, key: String? = nil) {
        self.document = document
        self.files = files
        keepsOthers = false
        self.kind = kind
        self.reason = reason
        self.key = key
        allowEmpty = false
        allowDuplicate = false
    }
}

/// Which bytes to read.
public struct ContentRequest: Sendable {
    public var document: DocumentID
    public var version: VersionNumber?
    public var name: FileName?

    public init(document: DocumentID, version: VersionNumber? = nil, name: FileName? = nil) {
        self.document = document
        self.version = version
        self.name = name
    }
}
