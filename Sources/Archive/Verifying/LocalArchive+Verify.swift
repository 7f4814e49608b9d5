import Catalogue
public import FileStore
public import Records
import Wording

/// What a verification looked at and found.
public struct Verification: Sendable, Codable {
    /// How many documents were looked at.
    public let documents: Int
    public let findings: [Finding]
}

extension LocalArchive {
    public func verify(
        _ documents: [DocumentID]? = nil, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> Verification {
        try await recordingRefusals(of: .verify, to: actor) { () async throws(ArchiveError) in
            try await read(as: actor, for: .verify) { _ in }
            let inventories = try await transaction { try $0.inventories() }
            return try await blocking.run { [self] () throws(ArchiveError) in
                try translating { try verifyNow(documents, inventories, progress) }
            }
        }
    }

    private func verifyNow(_ chosen: [DocumentID]?, _ inventories: [DocumentID: String], _ progress: (Int, Int) -> Void) throws
        -> Verification
    {
        var findings: [Finding] = []
        let documents: [DocumentID]
        if let chosen {
            documents = chosen
        } else {
            let (present, rootFindings) = try store.verifyRoot()
            findings = rootFindings
            let lacking = Set(inventories.keys).subtracting(present)
            findings += lacking.sorted().map { Finding(.objectMissing, $0, "", "The document has no object") }
            findings += present.filter { inventories[$0] == nil }.map { Finding(.objectUnknown, $0, "", "No event speaks of the object") }
            documents = present
        }
        for (index, document) in documents.enumerated() {
            try Task.checkCancellation()
            findings += store.verify(document)
            let digest = try store.inventoryDigest(of: document)?.description
            if let expected = inventories[document], digest != expected {
                findings.append(
                    Finding(
                        .inventoryNotJournalled, document, "inventory.json",
                        "The last event names inventory \(expected), found \(digest ?? "none")"))
            }
            progress(index + 1, documents.count)
        }
        return Verification(documents: documents.count, findings: findings)
    }
}
