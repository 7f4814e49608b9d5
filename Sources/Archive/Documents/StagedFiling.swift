import Catalogue
import FileStore
import Records
import Wording

/// A filing that waits in its staging folder for the decision.
struct StagedFiling: Sendable {
    let document: DocumentID
    let understood: MetadataReader.Understood
    let version: Stager.StagedVersion
    let staging: String
    let kind: VersionKind
    let request: RequestKey?
    let allowDuplicate: Bool

    func decide(_ decision: Decision) throws {
        let reading = decision.reading
        // The identifier stands in the staged object, so that it cannot be drawn again here.
        guard try !decision.isTaken(document) else {
            throw ArchiveError(.unsettled, ArchiveMessage.identifierTaken, remedy: Remedy.tryAgainIn(seconds: 2))
        }
        var metadata = understood.metadata
        if let code = metadata.recordClass { try reading.refuseClass(code) }
        try reading.refuseHiding(metadata)
        metadata.number = try understood.number.map { try reading.documentNumber($0, of: metadata.type) }
        metadata.party = try understood.party.flatMap { try reading.party(meantBy: $0) }
        // A party that nobody knows yet has no documents; without one, those without a party are meant.
        let isNewParty = understood.party != nil && metadata.party == nil
        let duplicates = try Self.duplicates(of: version.files, number: isNewParty ? nil : metadata.number?.text, metadata.party, reading)
        let isRefused = !duplicates.isEmpty && !allowDuplicate
        if isRefused, duplicates.contains(where: { $0.reason != .number }) {
            throw try Self.refusal(duplicates, metadata, version.files, decision.reading)
        }
        // Before what may be allowed: nothing can be about a number of our own that is taken.
        try reading.refuseTaken(metadata.number, of: metadata.type, by: nil, duplicates: duplicates)
        if isRefused { throw try Self.refusal(duplicates, metadata, version.files, decision.reading) }
        metadata.party = try understood.party.map { try decision.party(named: $0) }
        let record = VersionRecord(
            number: .first, kind: kind, reason: nil, files: version.files, inventoryBefore: nil, inventoryAfter: version.sealed.after,
            staged: staging)
        try decision.state(DocumentFiled(document: document, metadata: metadata, version: record))
        decision.install(version.sealed)
    }

    /// The document as it is now, with what else holds the same.
    static func answer(after events: [any Event], _ reading: Reading) throws -> Filed {
        let event = try events.the(DocumentFiled.self)
        let duplicates = try duplicates(
            of: event.version.files, number: event.metadata.number?.text, event.metadata.party, reading
        ).filter { $0.id != event.document }
        return Filed(document: try reading.known(event.document), duplicates: duplicates, applied: true)
    }

    private static func duplicates(
        of files: [FileRecord], number: String?, _ party: PartyID?, _ reading: Reading
    ) throws -> [Duplicate] {
        try reading.duplicates(holding: files.filter { $0.size > 0 }.map(\.sha256), number: number, party: party)
    }

    private static func refusal(
        _ duplicates: [Duplicate], _ metadata: Metadata, _ files: [FileRecord], _ reading: Reading
    ) throws -> ArchiveError {
        let known = duplicates.filter { $0.id != nil }
        if let destroyed = try destroyed(known, files, reading) { return destroyed }
        let message: any Message =
            if known.isEmpty {
                ArchiveMessage.duplicateHidden
            } else if known.contains(where: { $0.reason == .bytes }) {
                ArchiveMessage.duplicateBytes(known.filter { $0.reason == .bytes }.count)
            } else { ArchiveMessage.duplicateNumber(metadata.number?.text ?? "") }
        return ArchiveError(
            .duplicate, message,
            remedy: known.isEmpty ? Remedy.askArchivist : Remedy.allowDuplicateOrVersion,
            subject: known.first?.id?.description, duplicates: duplicates)
    }

    /// That bytes are those of something that was destroyed, or redacted; nil where they are not, as far as the reader may know.
    static func destroyed(_ duplicates: [Duplicate], _ files: [FileRecord], _ reading: Reading) throws -> ArchiveError? {
        guard let first = duplicates.first(where: { [.destroyed, .redacted].contains($0.reason) && $0.id != nil }), let id = first.id else {
            return nil
        }
        let contents = Set(files.map(\.sha256))
        let redacted = try reading.document(id)?.versions.flatMap(\.files).compactMap(\.redacted).first {
            contents.contains($0.content.sha256)
        }
        let tombstone = try reading.tombstone(of: id)
        let message = redacted.map { DisposalMessage.redacted(first.title ?? "", $0) } ?? tombstone.map { DisposalMessage.destroyed($0) }
        return message.map {
            ArchiveError(.duplicate, $0, remedy: Remedy.allowDuplicate, subject: id.description, duplicates: duplicates)
        }
    }
}
