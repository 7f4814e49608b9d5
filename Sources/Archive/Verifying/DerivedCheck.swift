import Catalogue
import FileStore
import Records
import SystemPackage
import Wording

/// Compares what lies in `derived/` with what was filed: each file there belongs to a content, and is what was read of that content.
struct DerivedCheck: Sendable {
    let derived: DerivedFiles

    /// - Parameter documents: only these; all without.
    func findings(_ documents: [DocumentID]?, in transaction: CatalogueTransaction) throws -> [Finding] {
        let filed = FiledContents(try transaction.allContents())
        let chosen = documents.map { Set($0) }
        return try derived.contents().compactMap { path in
            try Task.checkCancellation()
            let document = filed.document(of: path)
            if let chosen, !(document.map(chosen.contains) ?? false) { return nil }
            let place = "derived/\(path.string)"
            guard let document, let sha256 = filed.content(of: path) else {
                return Finding(.derivedUnknown, document, place, .value(path.lastComponent?.string ?? ""))
            }
            return derived.outcome(of: document, sha256) == nil ? Finding(.derivedForged, document, place, .value(sha256)) : nil
        }
    }
}

/// What was filed, by the names that it has in `derived/`.
struct FiledContents {
    private let known: [String: (id: DocumentID, digests: Set<String>)]

    init(_ contents: [DocumentContents]) {
        known = Dictionary(contents.map { ($0.0.compact, ($0.0, Set($0.1))) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whose folder a path below `derived/` begins with.
    func document(of path: FilePath) -> DocumentID? { path.components.first.flatMap { known[$0.string]?.id } }

    /// The content whose outcome lies there; nil where none can.
    func content(of path: FilePath) -> String? {
        guard path.components.count == 2, let folder = path.components.first, let name = path.lastComponent, name.extension == "json",
            known[folder.string]?.digests.contains(name.stem) == true
        else { return nil }
        return name.stem
    }
}
