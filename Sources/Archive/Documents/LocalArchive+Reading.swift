import Catalogue
import FileStore
public import Records
import Wording

extension LocalArchive {
    public func open(_ request: ContentRequest, by actor: Actor) async throws(ArchiveError) -> Content {
        try await recordingRefusals(of: .readContent, to: actor) { () async throws(ArchiveError) in
            let (view, version, file) = try await read(as: actor, for: .readContent) { reading in
                let view = try reading.known(request.document)
                let (version, file) = try Self.find(request, in: view)
                return (view, version, file.record)
            }
            let store = store
            let stored: StoredFile
            do throws(ArchiveError) {
                stored = try await blocking.run { () throws(ArchiveError) in
                    try translating { try store.open(view.id, version, file.name.logicalPath, expecting: file.sha512) }
                }
            } catch {
                // Destroyed while it was asked for: then that is what is said.
                if error.code == .objectDamaged { _ = try await read(as: actor, for: .readContent) { try $0.known(request.document) } }
                if error.code == .digestDiffers { try await recordDamage(of: view.id, version, file.name, file.sha512, by: actor) }
                throw error
            }
            if view.confidentiality == .secret {
                try await record([ContentSent(document: view.id, version: version, name: file.name)], by: actor)
            }
            return Content(document: view.id, version: version, file: file, stored: stored)
        }
    }

    /// The file of a version that is asked for.
    ///
    /// - Throws: ``ArchiveError`` `.versionUnknown`, `.fileUnknown`, and `.destroyed` for one that was redacted.
    static func find(_ request: ContentRequest, in view: DocumentView) throws(ArchiveError) -> (version: VersionNumber, file: FileView) {
        let number = request.version ?? view.version
        guard let version = view.version(number) else {
            throw ArchiveError(.versionUnknown, ArchiveMessage.versionUnknown("\(view.id)", number.value), subject: "\(view.id)")
        }
        let file = request.name.map { name in version.files.first { $0.record.name == name } } ?? version.mainFile
        guard let file else {
            throw ArchiveError(
                .fileUnknown, ArchiveMessage.fileUnknown("\(view.id)", name: request.name?.text ?? ""), subject: "\(view.id)")
        }
        if let redacted = file.redacted {
            throw ArchiveError(
                .destroyed, DisposalMessage.redacted(file.record.name.text, redacted), remedy: DisposalRemedy.seeRedacted,
                subject: "\(view.id)")
        }
        return (number, file)
    }

    public func recordDamage(of content: Content, by actor: Actor) async throws(ArchiveError) {
        try await recordDamage(of: content.document, content.version, content.file.name, content.file.sha512, by: actor)
    }

    /// Once a day for a file, however often it is asked for: an alarm that comes with every request would fill the journal.
    func recordDamage(
        of document: DocumentID, _ version: VersionNumber, _ name: FileName, _ expected: ContentDigest, by actor: Actor
    ) async throws(ArchiveError) {
        let alarm = DigestDiffered(document: document, version: version, name: name.text, expected: expected)
        guard alarms.begin(alarm, at: clock.now()) else { return }
        do throws(ArchiveError) { try await record([alarm], by: actor) } catch {
            alarms.takeBack(alarm)
            throw error
        }
    }
}
