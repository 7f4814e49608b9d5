import Records
import Wording

/// A value on its way in: from a JSON body, or a word of a path, a query or a header that becomes whatever type is asked of it.
enum Member {
    case json(JSONText)
    case word(String)
}

/// Why members are not what a use case asks for; each names the member.
enum MemberProblem: Error, Equatable {
    case missing(String)
    case unknown(String, known: [String])
    /// What cannot be read, and the forms that can, where its type says them.
    case wrong(String, remedy: Remedy? = nil)
    /// What is to be an identifier, of things whose identifiers begin with this letter.
    case noIdentifier(String, kind: Character)
    /// It stands in the path and in the query, or in the body besides.
    case twice(String)
}

/// What the decoders of one value share: which members were asked for, so that those that nobody asked for are refused.
final class MemberLedger {
    /// By path: `words.title`; the root is empty.
    private(set) var known: [String: Set<String>] = [:]
    private(set) var given: [String: Set<String>] = [:]

    func ask(_ name: String, at path: String) { known[path, default: []].insert(name) }
    func give(_ names: some Sequence<String>, at path: String) { given[path, default: []].formUnion(names) }

    /// - Throws: ``MemberProblem/unknown(_:known:)`` for the first member that was not asked for.
    func refuseUnknown() throws {
        for (path, names) in given.sorted(by: { $0.key < $1.key }) {
            let asked = known[path] ?? []
            if let unknown = names.subtracting(asked).min() { throw MemberProblem.unknown(joined(path, unknown), known: asked.sorted()) }
        }
    }
}

/// The path of a member below another.
func joined(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
