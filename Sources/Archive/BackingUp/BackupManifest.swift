import Disk
import Foundation
import Journal
import Records
import SystemPackage
import Wording

/// What `backup.json` says: how far a backup goes. The rename that puts it in place is what makes a backup new.
struct BackupManifest: Sendable, Codable, Hashable {
    /// The form of a backup; a program refuses any that it does not know.
    var format = BackupManifest.currentFormat
    /// The random name of the archive.
    let archive: String
    let madeAt: Timestamp
    /// The civil day, in the archive's zone.
    let day: CivilDate
    /// How many events the backup has.
    let events: Int
    /// The root of the tree over their headers.
    let root: ContentDigest
    /// The digest of the last header.
    let head: ContentDigest
    /// Size and root as a signed note.
    let checkpoint: String?
    /// How far the control register had come.
    let register: ArchiveRestored.Register?

    static let currentFormat = 1

    struct FormatOnly: Codable { let format: Int }

    /// The signed note; nil where there is none, or what stands there is none.
    var note: SignedNote? { checkpoint.flatMap { SignedNote(bytes: Array($0.utf8)) } }

    /// The bytes of the file.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    /// - Throws: ``ArchiveError`` `.newerProgramNeeded`; `.journalDamaged` for what is no such file.
    init(_ bytes: [UInt8], at path: FilePath) throws(ArchiveError) {
        if let found = try? JSONDecoder().decode(FormatOnly.self, from: Data(bytes)).format, found > Self.currentFormat {
            throw ArchiveError(
                .newerProgramNeeded, BackupMessage.newer(path.string, format: found), remedy: Remedy.updateProgram, subject: path.string)
        }
        guard let read = try? JSONDecoder().decode(Self.self, from: Data(bytes)), read.format == Self.currentFormat, read.events > 0 else {
            throw ArchiveError(
                .journalDamaged, BackupMessage.unreadable(path.string), remedy: BackupMessage.otherBackup, subject: path.string)
        }
        self = read
    }

    /// - Parameter signer: signs all that the file says; without one nobody can vouch for it.
    init(
        archive: String, madeAt: Timestamp, day: CivilDate, extent: JournalExtent, register: ArchiveRestored.Register?, signer: NoteSigner?
    ) throws {
        self.archive = archive
        self.madeAt = madeAt
        self.day = day
        events = extent.size
        root = extent.root.contentDigest
        head = extent.head.contentDigest
        self.register = register
        let text = Self.text(Checkpoint(origin: "muniment.archive/\(archive)", size: extent.size, root: extent.root), madeAt, day, register)
        checkpoint = try signer?.sign(text).description
    }

    /// What is signed: a checkpoint, whose further lines say what else stands here.
    private static func text(_ state: Checkpoint, _ madeAt: Timestamp, _ day: CivilDate, _ register: ArchiveRestored.Register?) -> String {
        state.text + "backup \(madeAt) \(day)\n" + (register.map { "register \($0.lines) \($0.last.hex)\n" } ?? "")
    }

    /// Whether one of the keys signed what the file says.
    func isSigned(by keys: [NoteVerifier]) -> Bool {
        guard let note, note.isSigned(by: keys), let root = JournalDigest(bytes: root.bytes) else { return false }
        let state = Checkpoint(origin: "muniment.archive/\(archive)", size: events, root: root)
        return note.text == Self.text(state, madeAt, day, register)
    }
}

extension ArchiveRestored.Register {
    /// How far a register has come; nil for one that was not begun.
    init?(_ contents: ControlRegister.Contents?) {
        guard let contents, let last = contents.last else { return nil }
        self.init(lines: contents.lines.count, last: last.digest.contentDigest)
    }
}

/// A backup that was made.
public struct BackedUp: Sendable, Hashable, Codable {
    /// Where it lies.
    public let backup: String
    /// How many events it has, and of how many documents.
    public let events: Int
    public let documents: Int
    /// How many documents were copied: those that were new or had changed.
    public let copied: Int
    /// In bytes, of their contents.
    public let bytes: Int64
}
