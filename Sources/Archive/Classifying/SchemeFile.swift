public import Records
import Retention
import Wording
import Yams

/// A scheme or a schedule as a YAML file, read with the line of each of its items.
struct DefinitionFile<Item: Decodable & Sendable>: Sendable {
    let items: [Item]
    /// The line of each, from 1.
    let lines: [Int]

    /// Most bytes of such a file.
    static var largest: Int { 1 << 20 }

    /// - Throws: ``ArchiveError`` `.valueRefused`, naming the line.
    init(_ yaml: String) throws(ArchiveError) {
        guard yaml.utf8.count <= Self.largest else {
            throw ArchiveError(.tooLarge, ArchiveMessage.textTooLong(field: "YAML", limit: Self.largest), subject: "yaml")
        }
        let node: Node?
        do { node = try Yams.compose(yaml: yaml) } catch {
            throw Self.refused((error as? YamlError)?.line ?? 1)
        }
        guard let sequence = node?.sequence else { throw Self.refused(node?.mark?.line ?? 1) }
        var (items, lines): ([Item], [Int]) = ([], [])
        for item in sequence {
            let line = item.mark?.line ?? 1
            do { items.append(try YAMLDecoder().decode(Item.self, from: item)) } catch { throw Self.refused(line) }
            lines.append(line)
        }
        (self.items, self.lines) = (items, lines)
    }

    private static func refused(_ line: Int) -> ArchiveError {
        ArchiveError(
            .valueRefused, DefinitionMessage(line: line, name: "", problem: nil), remedy: DefinitionRemedy.form, subject: "yaml")
    }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }
}

/// A finding with its line, as programs get it.
public struct DefinitionProblem: Listable, Hashable {
    public var identity: String { "\(line) \(name) \(problem.english)" }

    /// From 1.
    public let line: Int
    /// The class or rule.
    public let name: String
    public let problem: Phrase

    init(_ finding: DefinitionFinding, lines: [Int]) {
        line = lines.indices.contains(finding.index) ? lines[finding.index] : 0
        name = finding.name
        problem = DefinitionMessage(line: line, name: finding.name, problem: finding.problem).phrase
    }

    /// - Throws: ``ArchiveError`` `.valueRefused` with the first problem, if there is one.
    static func refuse(_ problems: [DefinitionProblem]) throws(ArchiveError) {
        guard let first = problems.first else { return }
        throw ArchiveError(.valueRefused, Said(phrase: first.problem), remedy: DefinitionRemedy.check, subject: "yaml")
    }

    /// A sentence that was worded before.
    private struct Said: Message { let phrase: Phrase }
}
