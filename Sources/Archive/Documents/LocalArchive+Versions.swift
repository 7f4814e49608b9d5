import Catalogue
import FileStore
public import Records
import Wording

extension LocalArchive {
    public func makeVersion(_ version: NewVersion, by actor: Actor) async throws(ArchiveError) -> Filed {
        try await recordingRefusals(of: .makeVersion, to: actor) { () async throws(ArchiveError) in
            try await mayBringIn(.makeVersion, actor)
            let reason = try Words.reason(version.reason)
            let before = try await read(as: actor, for: .makeVersion) { try $0.known(version.document) }
            let change = try translating { try place.staging.begin() }
            do throws(ArchiveError) {
                let staged = try await stage(version, reason: reason, after: before, actor, in: change)
                let outcome = try await commit(
                    .makeVersion, as: actor, request: staged.request,
                    decide: {
                        try version.match?.check($0.reading)
                        try staged.decide($0)
                    },
                    answer: { try $1.known(try $0.the(VersionMade.self).document) })
                cleanUp(change, applied: outcome.applied)
                return Filed(document: outcome.answer, duplicates: [], applied: outcome.applied)
            } catch {
                cleanUp(change, applied: error.code != .outcomeUnknown)
                if error.code == .versionStale { try await refuseDamaged(version.document) }
                throw error
            }
        }
    }

    /// An object that is not in the state that its last event names is damaged; there is no later version to look at.
    private func refuseDamaged(_ document: DocumentID) async throws(ArchiveError) {
        try await writing.run { [store] writer throws(ArchiveError) in
            let (known, present) = try writer.exclusively { generation in
                (try generation.read { try $0.inventory(of: document) }, try store.inventoryDigest(of: document)?.description)
            }
            guard known == present else { throw .damaged(document) }
        }
    }

    func stage(_ version: NewVersion, reason: String, after before: DocumentView, _ actor: Actor, in change: StagedChange)
        async throws(ArchiveError) -> StagedNewVersion
    {
        let order = Stager.Order(
            document: version.document, files: version.files, moreFiles: version.moreFiles, allowEmpty: version.allowEmpty,
            keepsOthers: version.keepsOthers,
            description: VersionDescription(words: before.metadata, number: before.number, party: before.party?.name), actor: actor,
            message: reason, durability: .now)
        let staged = try await stager.stage(order, in: change)
        let request = try Request.key(
            version.key, for: ["version", "\(version.document)", reason, version.kind.rawValue], files: staged.files)
        return StagedNewVersion(
            document: version.document, kind: version.kind, reason: reason, expected: version.expected, keepsOthers: version.keepsOthers,
            staged: staged, staging: change.name, request: request, allowDuplicate: version.allowDuplicate)
    }
}

/// A version that waits in its staging folder for the decision.
struct StagedNewVersion: Sendable {
    let document: DocumentID
    let kind: VersionKind
    let reason: String
    let expected: VersionNumber?
    let keepsOthers: Bool
    fileprivate let staged: Stager.StagedVersion
    let staging: String
    let request: RequestKey?
    let allowDuplicate: Bool
    /// Whether the document may be withdrawn: its bytes stay until a disposal, and may have to go before.
    var allowsWithdrawn = false

    var number: VersionNumber { staged.sealed.version }
    /// Of the files that it brings.
    var contents: [ContentDigest] { staged.files.map(\.sha512) }

    func decide(_ decision: Decision) throws {
        let before = try allowsWithdrawn ? decision.reading.known(document) : decision.standing(document)
        if let expected, expected != before.version { throw stale(expected, before.version) }
        // Another version may have come in while this one was staged.
        guard staged.sealed.version == before.version.next else {
            throw stale(VersionNumber(staged.sealed.version.value - 1) ?? .first, before.version)
        }
        // Nor is it the same version where something of it was redacted meanwhile.
        guard staged.sealed.before?.description == before.version(before.version)?.inventory else {
            throw stale(before.version, before.version)
        }
        try refuseDestroyed(decision.reading)
        let record = VersionRecord(
            number: staged.sealed.version, kind: kind, reason: reason, files: files(after: before), inventoryBefore: staged.sealed.before,
            inventoryAfter: staged.sealed.after, staged: staging)
        try decision.state(VersionMade(document: document, version: record))
        decision.install(staged.sealed)
    }

    /// What was destroyed does not come back by a version either.
    private func refuseDestroyed(_ reading: Reading) throws {
        if !allowDuplicate, let destroyed = try destroyed(reading) { throw destroyed }
    }

    /// Nor as the copy that takes the place of something else.
    func refuseDestroyedCopy(_ reading: Reading) throws {
        guard let destroyed = try destroyed(reading) else { return }
        throw ArchiveError(.valueRefused, destroyed.message, remedy: Remedy.correctMember, subject: "with")
    }

    private func destroyed(_ reading: Reading) throws -> ArchiveError? {
        let contents = staged.files.filter { $0.size > 0 }.map(\.sha256)
        return try StagedFiling.destroyed(
            try reading.duplicates(holding: contents, number: nil, party: nil), staged.files, reading)
    }

    /// The new files, and those that stay. The document itself stays the main file, unless a new one of its name takes its place.
    private func files(after before: DocumentView) -> [FileRecord] {
        guard keepsOthers else { return staged.files }
        let names = Set(staged.files.map(\.name))
        let files = before.version(before.version)?.files.map(\.record) ?? []
        let keepsMain = files.contains { $0.role == .main && !names.contains($0.name) }
        let new = keepsMain ? staged.files.map { $0.with(.attachment) } : staged.files
        // One that replaces another stands in its place; what is new stands first, as it was given.
        let further = new.filter { file in !files.contains { $0.name == file.name } }
        return further + files.map { file in new.first { $0.name == file.name } ?? file }
    }

    private func stale(_ expected: VersionNumber, _ current: VersionNumber) -> ArchiveError {
        ArchiveError(
            .versionStale, ArchiveMessage.versionStale(expected: expected.value, current: current.value), remedy: Remedy.readAgain,
            subject: "\(document)")
    }
}

extension ArchiveError {
    fileprivate static func damaged(_ document: DocumentID) -> ArchiveError {
        ArchiveError(.objectDamaged, ArchiveMessage.objectDamaged("\(document)"), remedy: Remedy.verifyAndRestore, subject: "\(document)")
    }
}

extension FileRecord {
    /// The same file in another role.
    fileprivate func with(_ role: FileRole) -> FileRecord {
        FileRecord(
            name: name, role: role, size: size, sha512: sha512, sha256: sha256, mediaType: mediaType, claimedType: claimedType,
            typeProblem: typeProblem, nameBytes: nameBytes)
    }
}
