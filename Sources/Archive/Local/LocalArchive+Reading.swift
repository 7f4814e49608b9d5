public import Catalogue
import FileStore
public import Records
import Wording

extension LocalArchive {
    public func document(_ id: DocumentID, by actor: Actor) async throws(ArchiveError) -> DocumentView {
        try await recordingRefusals(of: .readDocument, to: actor) { () async throws(ArchiveError) in
            try await read { [self] db in
                try authorise(.readDocument, for: actor, in: db)
                return try visibleDocument(id, for: actor, in: db)
            }
        }
    }

    public func open(_ request: ContentRequest, by actor: Actor) async throws(ArchiveError) -> Content {
        try await recordingRefusals(of: .readContent, to: actor) { () async throws(ArchiveError) in
            let (view, version, file) = try await read { [self] db in
                try authorise(.readContent, for: actor, in: db)
                let view = try visibleDocument(request.document, for: actor, in: db)
                let (version, file) = try Self.find(request, in: view)
                return (view, version, file)
            }
            let store = store
            let stored = try await blocking.run { () throws(ArchiveError) in
                try translating { try store.open(view.id, version, file.name.logicalPath) }
            }
            if view.confidentiality == .secret {
                try await record(.contentSent(ContentSent(document: view.id, version: version, name: file.name)), by: actor)
            }
            return Content(document: view.id, version: version, file: file, stored: stored)
        }
    }

    private static func find(_ request: ContentRequest, in view: DocumentView) throws(ArchiveError) -> (VersionNumber, FileRecord) {
        let number = request.version ?? view.version
        guard let version = view.version(number) else {
            throw ArchiveError(.versionUnknown, ArchiveMessage.versionUnknown("\(view.id)", number.value), subject: "\(view.id)")
        }
        let file = request.name.map { name in version.files.first { $0.record.name == name } } ?? version.mainFile
        guard let file else {
            throw ArchiveError(
                .fileUnknown, ArchiveMessage.fileUnknown("\(view.id)", name: request.name?.text ?? ""), subject: "\(view.id)")
        }
        return (number, file.record)
    }

    /// Records a fact that needs no decision: a reading, a refusal, an alarm.
    func record(_ fact: Fact, by actor: Actor) async throws(ArchiveError) {
        _ = try await commit(Writer.Change(actor: actor, request: nil) { decision in try decision.state(fact) })
    }

    public func recordRefusal(of operation: String, to actor: Actor) async throws(ArchiveError) {
        try await record(.accessRefused(AccessRefused(operation: operation)), by: actor)
    }

    /// Records that bytes differ from their digest.
    public func recordDamage(of content: Content, by actor: Actor) async throws(ArchiveError) {
        let fact = DigestDiffered(
            document: content.document, version: content.version, name: content.file.name.text, expected: content.file.sha512)
        try await record(.digestDiffered(fact), by: actor)
    }
}

extension LocalArchive {
    /// The identifiers of all documents that the actor may know of, in the order of filing, withdrawn ones too.
    public func allDocuments(by actor: Actor) async throws(ArchiveError) -> [DocumentID] {
        try await read { [self] db in
            try authorise(.search, for: actor, in: db)
            return try DocumentQueries.allIDs(in: db).filter { (try? visibleDocument($0, for: actor, in: db)) != nil }
        }
    }
}
