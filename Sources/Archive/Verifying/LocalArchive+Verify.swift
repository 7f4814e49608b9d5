import Catalogue
public import FileStore
public import Records
public import Wording

/// What a verification looked at and found.
public struct Verification: Sendable, Codable {
    /// How many documents were looked at.
    public let documents: Int
    /// Whether the catalogue was compared row by row with journal and derived files.
    public let catalogue: VerifiedCatalogue
    /// How many texts that the catalogue has are in `derived` no more, and were put back into the queue of files to read.
    public let toReadAgain: Int
    public let findings: [Finding]
    /// Where the archive was restored without its control register (未核对): the day from which on nobody can know what was held or destroyed.
    public var uncheckedSince: CivilDate?
}

extension LocalArchive {
    /// Checks objects, derived files and, where all documents are checked, the catalogue.
    ///
    /// Others may write meanwhile: what looks wrong is looked at again under the writer's lock before it is a finding.
    /// - Parameter progress: told how many of how many documents are checked, and then how many events are held against the catalogue.
    public func verify(
        _ documents: [DocumentID]? = nil, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> Verification {
        try await recordingRefusals(of: .verify, to: actor) { () async throws(ArchiveError) in
            let since = try await read(as: actor, for: .verify) { reading in
                try reading.refuseUnknown(documents ?? [])
                return try reading.uncheckedSince()
            }
            try Words.refuseEmpty(documents, "documents")
            return try await blocking.run { [self] () throws(ArchiveError) in
                do throws(ArchiveError) {
                    var result = try translating { try verifyNow(documents, progress) }
                    result.uncheckedSince = since
                    return result
                } catch {
                    // Nothing can be held against a catalogue that cannot be read: that is what is found, and it is made anew first.
                    guard documents == nil, error.code == .catalogueDamaged else { throw error }
                    return Verification(documents: 0, catalogue: .damaged, toReadAgain: 0, findings: [CatalogueCheck.unreadable(error)])
                }
            }
        }
    }

    private func verifyNow(_ chosen: [DocumentID]?, _ progress: (Int, Int) -> Void) throws -> Verification {
        let check = ObjectsCheck(store: store)
        let inventories = try writer.read { try $0.inventories() }
        var (documents, findings) = (chosen ?? [], [Finding]())
        if chosen == nil {
            (documents, findings) = try check.root(inventories)
            findings = try confirmed(findings) { try check.root(try $0.inventories()).findings }
        }
        for (index, document) in documents.enumerated() {
            try Task.checkCancellation()
            findings += try look(at: document, expected: inventories[document])
            progress(index + 1, documents.count)
        }
        let derived = DerivedCheck(derived: place.derivedFiles)
        var forged = try writer.read { try derived.findings(chosen, in: $0) }
        forged = try confirmed(forged) { try derived.findings(chosen, in: $0) }
        let catalogue = chosen == nil ? try CatalogueCheck(writer: writer).run(progress) : CatalogueCheck.Result(state: .notAsked)
        // What was filed is asked of the catalogue: where that is wrong, nothing can be said of what nobody filed.
        if !catalogue.findings.isEmpty { forged.removeAll { $0.code == .derivedUnknown } }
        return Verification(
            documents: documents.count, catalogue: catalogue.state, toReadAgain: catalogue.toReadAgain,
            findings: findings + forged + catalogue.findings)
    }

    /// What is wrong with an object, also while nobody writes.
    func look(at document: DocumentID, expected inventory: String?) throws -> [Finding] {
        let check = ObjectsCheck(store: store)
        let found = try check.document(document, expected: inventory)
        return try confirmed(found) { try check.document(document, expected: try $0.inventory(of: document)) }
    }

    /// What is found again while nobody writes. Where the lock cannot be had, what was found stands.
    private func confirmed(_ found: [Finding], _ again: (CatalogueTransaction) throws -> [Finding]) throws -> [Finding] {
        guard !found.isEmpty else { return [] }
        return try writer.alone { try $0.read(again) } ?? found
    }
}
