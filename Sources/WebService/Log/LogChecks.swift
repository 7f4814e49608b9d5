import Archive
import HTTPTypes
import Journal
import Records
import Wording

extension Route {
    /// The journal's proof, and the clock that stamps it.
    static let log: [Route] = [
        .call("log/verify", VerifyLog.self, for: .verifyLog) { asked, archive, actor in
            let findings = try await archive.verifyLog(
                checkpoint: try asked.note(), keys: try asked.trusted(), by: actor, progress: { _, _ in })
            return LogFindings(findings: findings.map(LogFinding.init))
        },
        .call("log/checkpoints", SignCheckpoint.self, for: .signCheckpoint, status: .created) { _, archive, actor in
            Checkpoint(checkpoint: String(decoding: try await archive.signCheckpoint(by: actor).bytes, as: UTF8.self))
        },
        .change("clock/accept", AcceptClock.self),
    ]
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
