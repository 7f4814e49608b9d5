import Catalogue
import FileStore
import Records
import Wording

/// Compares the stored objects with what the journal says of them.
struct ObjectsCheck: Sendable {
    let store: FileStore

    /// Looks at the storage root: what lies there, and what should.
    ///
    /// - Parameter inventories: the digest of each document's inventory, as its last event names it.
    func root(_ inventories: [DocumentID: String]) throws -> (documents: [DocumentID], findings: [Finding]) {
        let (present, findings) = try store.verifyRoot()
        let lacking = Set(inventories.keys).subtracting(present)
        return (
            present,
            findings + lacking.sorted().map { Finding(.objectMissing, $0, "", .noObject) }
                + present.filter { inventories[$0] == nil }.map { Finding(.objectUnknown, $0, "", .untold) }
        )
    }

    /// Checks every byte of a document's object, and that it is in the state that its last event names.
    func document(_ document: DocumentID, expected: String?) throws -> [Finding] {
        let findings = store.verify(document)
        let digest = try store.inventoryDigest(of: document)?.description
        guard let expected, digest != expected else { return findings }
        return findings + [
            Finding(
                .inventoryNotJournalled, document, "inventory.json",
                .notJournalled(expected: expected, found: digest))
        ]
    }
}
