import Catalogue
public import Records
import Wording

/// Bytes that are to be destroyed while their document stays, and the redacted copy that takes their place (脱敏, R-49).
public struct NewRedaction: Sendable {
    public var document: DocumentID
    /// Which file of which version has the bytes. Wherever else the document has them, they go as well.
    public var version: VersionNumber
    public var name: FileName
    /// The redacted copy (脱敏副本).
    public var substitute: IncomingFile
    public var reason: String
    /// The state in which the document must be.
    public var match: DocumentMatch?
    /// The caller's key (R-5): the same under it again is carried out once.
    public var key: String?

    public init(
        of name: FileName, in document: DocumentID, version: VersionNumber, with substitute: IncomingFile, reason: String,
        key: String? = nil
    ) {
        self.document = document
        self.version = version
        self.name = name
        self.substitute = substitute
        self.reason = reason
        self.key = key
    }
}

/// What became of a proposal to redact.
public struct Redacted: Sendable, Codable {
    /// With the redacted copy in its current version.
    public let document: DocumentView
    /// By which the bytes are destroyed, once everybody has done their part.
    public let batch: BatchView
    /// False where it happened but is not carried out on the disk yet; the next writer finishes it.
    public let applied: Bool
}

extension LocalArchive {
    /// Puts a redacted copy into a document, and proposes that the bytes it stands for are destroyed under the same approvals as a document
    /// (R-42, R-49).
    ///
    /// The copy is a version of its own at once (脱敏副本). Where the current version has the bytes, it takes their file's place and name there;
    /// else it comes beside what the current version has, under a name that says what it is.
    /// - Throws: ``ArchiveError``; `.blocked` where a hold or an open matter forbids it, `.stateWrong` where the document stands in a batch already.
    public func redact(_ redaction: NewRedaction, by actor: Actor) async throws(ArchiveError) -> Redacted {
        try await recordingRefusals(of: .redact, to: actor) { () async throws(ArchiveError) in
            try await mayBringIn(.redact, actor)
            let reason = try Words.reason(redaction.reason)
            let (before, target) = try await read(as: actor, for: .redact) { reading in
                let before = try reading.known(redaction.document)
                let target = Result { () throws(ArchiveError) in try Target(of: redaction, in: before) }
                // Under a key it may have been asked before, and be done by now (R-5): then the bytes are gone.
                if redaction.key == nil { _ = try target.get() }
                return (before, target)
            }
            let change = try translating { try place.staging.begin() }
            do throws(ArchiveError) {
                var version = NewVersion(
                    of: redaction.document,
                    files: [
                        IncomingFile(
                            name: (try? target.get())?.name ?? redaction.name, role: redaction.substitute.role,
                            source: redaction.substitute.source)
                    ],
                    kind: .redacted, reason: reason)
                version.keepsOthers = true
                version.allowEmpty = true
                version.allowDuplicate = true
                var staging = try await stage(version, reason: reason, after: before, actor, in: change)
                staging.allowsWithdrawn = true
                let staged = staging
                // What the copy is called hangs on what the document has by now; the request is the same whatever that is.
                let request = try Request.key(
                    redaction.key,
                    for: ["redact", "\(redaction.document)", "\(redaction.version.value)", redaction.name.text, reason]
                        + staged.contents.map(\.description))
                let outcome = try await commit(
                    .redact, as: actor, request: request,
                    decide: { decision in
                        try redaction.match?.check(decision.reading)
                        // Asked before there is a copy that nobody has read: a hold on words is on it until somebody has.
                        let description = try decision.mayRedact(redaction.document)
                        let content = try target.get().content
                        guard !staged.contents.contains(content.sha512) else {
                            throw ArchiveError(.valueRefused, DisposalMessage.sameBytes, subject: "with")
                        }
                        try staged.refuseDestroyedCopy(decision.reading)
                        try staged.decide(decision)
                        try decision.propose(content, of: redaction.document, description, after: staged.number, reason: reason)
                    },
                    answer: { events, reading in
                        let proposed = try events.the(RedactionProposed.self)
                        return (try reading.known(proposed.item.document), try reading.known(proposed.batch))
                    })
                cleanUp(change, applied: outcome.applied)
                return Redacted(document: outcome.answer.0, batch: outcome.answer.1, applied: outcome.applied)
            } catch {
                cleanUp(change, applied: error.code != .outcomeUnknown)
                throw error
            }
        }
    }
}

/// What is to go, and what the copy that takes its place is called.
private struct Target: Sendable {
    let content: RedactedContent
    /// Like the file whose place it takes in the current version; `合同（第1版脱敏）.pdf` where there is none.
    let name: FileName

    /// - Throws: ``ArchiveError`` for what is not there, is gone already, or stands several times in the current version.
    init(of redaction: NewRedaction, in view: DocumentView) throws(ArchiveError) {
        let request = ContentRequest(document: view.id, version: redaction.version, name: redaction.name)
        let file = try LocalArchive.find(request, in: view).file.record
        content = RedactedContent(file)
        let files = view.version(view.version)?.files.map(\.record) ?? []
        let same = files.filter { $0.sha512 == file.sha512 }
        if let replaced = same.first {
            guard same.count == 1 else {
                throw ArchiveError(.stateWrong, DisposalMessage.severalTimes(same.map(\.name.text)), subject: "\(view.id)")
            }
            name = replaced.name
        } else {
            name = try Self.free(file.name, redaction.version, besides: Set(files.map(\.name)))
        }
    }

    private static func free(_ name: FileName, _ version: VersionNumber, besides names: Set<FileName>) throws(ArchiveError) -> FileName {
        for attempt in 1...(names.count + 1) {
            let mark = "（第\(version.value)版脱敏\(attempt == 1 ? "" : "\(attempt)")）"
            guard let marked = try? name.marked(mark) else { break }
            if !names.contains(marked) { return marked }
        }
        throw .fault("no name is free")
    }
}

extension RedactedContent {
    fileprivate init(_ file: FileRecord) { self.init(size: file.size, sha512: file.sha512, sha256: file.sha256) }
}

extension Decision {
    /// Draws up a batch about a content whose redacted copy is there (R-42, R-49).
    ///
    /// - Parameter description: the digest of what a list says of the document.
    fileprivate func propose(
        _ content: RedactedContent, of document: DocumentID, _ description: ContentDigest, after substitute: VersionNumber, reason: String
    ) throws {
        let item = RedactionItem(
            document: document, content: content, places: try reading.redactable(content.sha512, in: document), substitute: substitute,
            description: description)
        guard !item.places.isEmpty else { throw ArchiveError.fault("a content that nothing has") }
        let batch: BatchID = try draw()
        try state(
            RedactionProposed(
                batch: batch, by: try person(), reason: reason,
                duties: try duties(on: document), item: item,
                digest: digest(of: [(.content(item), nil)], in: batch)))
    }
}

extension Decision {
    /// Refuses a document of which nothing may be redacted now, or not by whose department does not answer for it (R-42).
    ///
    /// - Returns: the digest of what a list says of it.
    func mayRedact(_ document: DocumentID) throws -> ContentDigest {
        if let code = try reading.known(document).class, try othersClasses().contains(code) {
            throw ArchiveError(.notAllowed, DisposalMessage.ownedByOthers, subject: "\(document)")
        }
        return try reading.mayRedact(document)
    }
}

extension Reading {
    /// Refuses a document of which nothing may be redacted now.
    ///
    /// - Returns: the digest of what a list says of it.
    func mayRedact(_ document: DocumentID) throws -> ContentDigest {
        try refuseUnchecked()
        guard try !isInBatch(document) else {
            throw ArchiveError(.stateWrong, DisposalMessage.inBatch("\(document)"), remedy: DisposalRemedy.showIt, subject: "\(document)")
        }
        let blocks = try everything.blocks(on: document)
        guard blocks.isEmpty else {
            // Whatever blocks, who may not know of holds, or of all that blocks, is told the same (R-50).
            guard viewer.seesHolds, try self.blocks(on: document) == blocks else {
                throw ArchiveError(.blocked, DealMessage.blocked, subject: "\(document)")
            }
            let obstacles = blocks.compactMap { DisposalObstacle(rawValue: $0) }
            throw ArchiveError(.blocked, DisposalMessage.redactionBlocked(obstacles), subject: "\(document)")
        }
        guard let description = try listed(document) else { throw ArchiveError.fault("a document without a row") }
        return description
    }
}
