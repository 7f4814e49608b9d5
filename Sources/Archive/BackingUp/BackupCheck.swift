import Catalogue
import Disk
import FileStore
import Journal
public import Records
import SystemPackage
import Wording

/// What a check of a backup looked at and found.
public struct BackupVerification: Sendable, Codable {
    public let archive: String
    /// When the backup was made, and how far it goes.
    public let madeAt: Timestamp
    public let events: Int
    public let documents: Int
    /// Whether size and root are signed by a key that is pinned outside; false where none was there to check with.
    public let signed: Bool
    /// Whether a later run was broken off: the next one goes on from there.
    public let unfinished: Bool
    public let findings: [BackupFinding]
}

/// Something that a check of a backup found to be wrong.
public struct BackupFinding: Sendable, Codable {
    /// A code of the journal's findings, of OCFL's, or of the backup's own.
    public let code: String
    public let document: DocumentID?
    /// The file or folder, relative to the backup.
    public let place: String
    /// The facts, in English whoever asks, as programs know them.
    public let detail: String
    /// The same for people.
    public let phrase: Phrase

    private enum CodingKeys: String, CodingKey { case code, document, place, detail }

    init(_ code: String, _ document: DocumentID? = nil, at place: String, _ message: any Message) {
        (self.code, self.document, self.place) = (code, document, place)
        (detail, phrase) = (message.text(.english), message.phrase)
    }

    init(_ finding: Finding) {
        let (words, facts) = (finding.message.phrase, finding.detail)
        let place = finding.document == nil ? "objects" : "\(finding.document.map { "\($0)" } ?? "")"
        code = finding.code.rawValue
        document = finding.document
        self.place = finding.place.isEmpty ? place : place + "/" + finding.place
        detail = "\(words.english) (\(facts.text(.english)))"
        phrase = Phrase("\(words.chinese)（\(facts.text(.chinese))）", detail)
    }

    init(_ finding: JournalFinding) {
        let (words, facts) = (finding.message.phrase, finding.detail)
        code = finding.code.rawValue
        document = nil
        place = "journal/\(finding.place.map { "\($0)" } ?? "")"
        detail = "\(words.english) (\(facts.text(.english)))"
        phrase = Phrase("\(words.chinese)（\(facts.text(.chinese))）", detail)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        document = try container.decodeIfPresent(DocumentID.self, forKey: .document)
        place = try container.decode(String.self, forKey: .place)
        detail = try container.decode(String.self, forKey: .detail)
        phrase = Phrase(detail, detail)
    }
}

/// Checks a backup: every line of its journal and the tree over them, the signature, and every byte of every object.
struct BackupCheck {
    let folder: BackupFolder
    /// The keys pinned outside; without any, the signature is not checked.
    let keys: [NoteVerifier]

    /// What a backup is, as far as its journal tells.
    struct Story {
        let manifest: BackupManifest
        let extent: JournalExtent
        let living: LivingObjects
        /// Whether a later run was broken off.
        let isUnfinished: Bool
    }

    /// Reads the journal and holds it against `backup.json` and its signature.
    ///
    /// - Parameter findings: what is wrong is added here.
    /// - Returns: nil where nothing more can be said.
    /// - Throws: ``ArchiveError`` `.archiveMissing` where no backup is there, `.newerProgramNeeded`.
    func story(_ findings: inout [BackupFinding]) throws -> Story? {
        guard let manifest = try folder.manifest() else {
            throw ArchiveError(
                .archiveMissing, BackupMessage.missing(folder.path.string), remedy: BackupMessage.otherBackup, subject: folder.path.string)
        }
        let origin = "muniment.archive/\(manifest.archive)"
        checkSignature(manifest, &findings)
        try checkIdentity(manifest, &findings)
        var living = LivingObjects()
        do {
            let facts = JournalFacts(folder.journal)
            let sizes = Set(try folder.journal.checkpoints().map(\.size))
            let extent = try folder.journal.survey(through: manifest.events, rootsAt: sizes) { try living.take($0, facts) }
            if extent.root.contentDigest != manifest.root || extent.head.contentDigest != manifest.head {
                findings.append(BackupFinding("rewritten", at: "journal", BackupMessage.otherRoot(manifest.events)))
            }
            try checkNotes(extent, origin, &findings)
            return Story(manifest: manifest, extent: extent, living: living, isUnfinished: try folder.isUnfinished())
        } catch let error as JournalError {
            // What exactly was done to the lines is the journal's to say.
            let found =
                (try? folder.journal.verify(
                    origin: origin, keys: keys, knownThrough: manifest.events, isErasureExplained: Erasures(folder.journal).account)) ?? []
            findings += found.map { BackupFinding($0) }
            if found.isEmpty { findings.append(BackupFinding("edited", at: "journal", error.message)) }
            return nil
        }
    }

    /// What `backup.json` says is what was signed; a backup without a signature is one that nobody can vouch for.
    private func checkSignature(_ manifest: BackupManifest, _ findings: inout [BackupFinding]) {
        guard !keys.isEmpty, !manifest.isSigned(by: keys) else { return }
        findings.append(BackupFinding("checkpoint_unsigned", at: BackupFolder.manifestName, BackupMessage.notSigned))
    }

    private func checkIdentity(_ manifest: BackupManifest, _ findings: inout [BackupFinding]) throws {
        do throws(ArchiveError) {
            let place = try ArchivePlace.read(folder.path, disk: folder.disk)
            guard place.identity == manifest.archive else {
                findings.append(BackupFinding("foreign", at: "archive.json", BackupMessage.otherIdentity))
                return
            }
        } catch {
            guard error.code == .archiveMissing else { throw error }
            findings.append(BackupFinding("missing", at: "archive.json", error.message))
        }
    }

    /// Notes that were kept beside the journal, as far as the backup goes.
    private func checkNotes(_ extent: JournalExtent, _ origin: String, _ findings: inout [BackupFinding]) throws {
        for (size, note) in try folder.journal.checkpoints() where size <= extent.size && !keys.isEmpty {
            guard note.isSigned(by: keys), let state = Checkpoint(note), state.origin == origin else { continue }
            let root = size == extent.size ? extent.root : extent.roots[size]
            guard root != state.root else { continue }
            findings.append(BackupFinding("rewritten", at: "journal/checkpoints/\(size)", BackupMessage.otherRoot(size)))
        }
    }

    /// Checks all of it.
    func run(_ progress: (Int, Int) -> Void) throws -> BackupVerification {
        var findings: [BackupFinding] = []
        let story = try story(&findings)
        guard let manifest = try story?.manifest ?? folder.manifest() else { throw ArchiveError.fault("a backup that was there is gone") }
        if let story { findings += try objects(story, progress) }
        return BackupVerification(
            archive: manifest.archive, madeAt: manifest.madeAt, events: manifest.events, documents: story?.living.objects.count ?? 0,
            signed: !keys.isEmpty && !findings.contains { $0.code == "checkpoint_unsigned" }, unfinished: try folder.isUnfinished(),
            findings: findings)
    }

    private func objects(_ story: Story, _ progress: (Int, Int) -> Void) throws -> [BackupFinding] {
        let store = folder.store
        guard try folder.disk.status(folder.objects)?.kind == .folder else {
            return [BackupFinding("missing", at: "objects", BackupMessage.unreadable(folder.objects.string))]
        }
        let present = try store.verifyRoot()
        var found = present.findings.map { BackupFinding($0) }
        let living = story.living.sorted
        for (index, object) in living.enumerated() {
            found += try check(object, story.isUnfinished).map { BackupFinding($0) }
            progress(index + 1, living.count)
        }
        guard !story.isUnfinished else { return found }
        // What a run that was broken off put there is the next one's; after one that ended, nothing else is there.
        for document in present.documents where story.living.objects[document] == nil {
            found.append(BackupFinding(Finding(.objectUnknown, document, "", .untold)))
        }
        if try folder.journal.goesOn(behind: story.extent) {
            found.append(BackupFinding("inserted", at: "journal", BackupMessage.linesBehind(story.manifest.events)))
        }
        return found
    }

    private func check(_ object: ObjectVersions, _ isUnfinished: Bool) throws -> [Finding] {
        let (store, document) = (try folder.isWaiting(object) ? folder.waitingStore : folder.store, object.document)
        let findings = store.verify(document)
        guard findings.isEmpty else { return findings }
        let digest = try store.inventoryDigest(of: document)
        if digest == object.last { return [] }
        if try isUnfinished && store.has(object) { return [] }
        return [
            Finding(
                .inventoryNotJournalled, document, "inventory.json",
                .notJournalled(expected: object.last.description, found: digest?.description))
        ]
    }
}
