import Archive
import Journal
import Records
import Wording

// The members of requests that are no values of the archive, because a secret or a long stream hangs on them, and of their answers.

/// Sets a password, of oneself or as administrator.
struct SetPassword: Codable {
    let name: String
    /// 8 to 1024 bytes.
    let password: String
}

/// The account that was changed.
struct Named: Codable {
    let name: String
}

/// Asks for a link that signs an account in once, within ten minutes.
struct IssueSignInLink: Codable {
    let name: String
}

struct SignInLink: Codable {
    /// What follows the address of the service.
    let path: String

    static func path(of secret: String) -> String { "/sign-in?link=\(PercentText.encoded(secret))" }
}

struct IssueToken: Codable {
    let account: String
    /// 1 to 3650; without, it does not expire.
    let days: Int?
}

struct RevokeToken: Codable {
    let id: String
}

/// Checks objects against their digests and events: some, or all.
struct VerifyObjects: Codable {
    let documents: [DocumentID]?
}

/// Reads again what could not be read, of some documents or all, and then whatever waits.
struct RetryExtraction: Codable {
    let documents: [DocumentID]?
}

/// How many files were read.
struct FilesRead: Codable {
    let files: Int
}

/// Checks the journal; with a checkpoint that was kept elsewhere also against that.
struct VerifyLog: Codable {
    /// The text of the checkpoint.
    let checkpoint: String?
    /// Whose signatures count: `name+number+base64`; without, the key that the archive has pinned.
    let keys: [String]?

    func note() throws(ArchiveError) -> SignedNote? {
        guard let checkpoint else { return nil }
        guard let note = SignedNote(bytes: Array(checkpoint.utf8)) else { throw Self.refused("checkpoint", checkpoint) }
        return note
    }

    func trusted() throws(ArchiveError) -> [NoteVerifier]? {
        guard let keys else { return nil }
        return try keys.map { text throws(ArchiveError) in
            guard let key = NoteVerifier(text) else { throw Self.refused("keys", text) }
            return key
        }
    }

    private static func refused(_ field: String, _ value: String) -> ArchiveError {
        ArchiveError(.valueRefused, ArchiveMessage.valueRefused(field: field, value: String(value.prefix(200))), subject: field)
    }
}

struct LogFindings: Codable {
    let findings: [LogFinding]
}

struct SignCheckpoint: Codable {}

struct Checkpoint: Codable {
    /// C2SP tlog-checkpoint, signed.
    let checkpoint: String
}

/// What the part `metadata` says of a new version.
struct VersionMembers: Decodable {
    /// Why there is a new version.
    let reason: String
    let kind: VersionKind?
    /// Whether the files of the version before stay, but for those of the same names.
    let keepsOthers: Bool
    let allowEmpty: Bool
    /// The version that the caller believes to be current; another one refuses the change.
    let expected: VersionNumber?
}
