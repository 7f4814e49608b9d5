import Catalogue
import FileStore
import Records
import Wording

/// Compares what lies in `derived/` with what was filed: each file there belongs to a content, and is what was read of that content.
struct DerivedCheck: Sendable {
    let derived: DerivedFiles

    /// - Parameter documents: only these; all without.
    func findings(_ documents: [DocumentID]?, in transaction: CatalogueTransaction) throws -> [Finding] {
        let contents = try transaction.allContents()
        let known = Dictionary(contents.map { ($0.0.compact, (id: $0.0, digests: Set($0.1))) }, uniquingKeysWith: { first, _ in first })
        let chosen = documents.map { Set($0.map(\.compact)) }
        return try derived.contents().compactMap { folder, name in
            try Task.checkCancellation()
            let document = known[folder]
            if let chosen, !chosen.contains(folder) { return nil }
            let place = "derived/\(folder)/\(name)"
            let sha256 = String(name.dropLast(5))
            guard let document, name == sha256 + ".json", document.digests.contains(sha256) else {
                return Finding(.derivedUnknown, document?.id, place, .value(name))
            }
            return derived.outcome(of: document.id, sha256) == nil ? Finding(.derivedForged, document.id, place, .value(sha256)) : nil
        }
    }
}
