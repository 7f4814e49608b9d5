import Archive
import ArgumentParser
import Records
import Wording

struct NumberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number", abstract: "Our own numbers (合同编号): reserve the next one, list gaps (漏号), say why one stays unused.",
        subcommands: [Reserve.self, Gaps.self, Explain.self, Pattern.self])

    struct Reserve: ArchiveCommand {
        static let configuration = CommandConfiguration(abstract: "Set the next number aside, or a given free one.")

        @Option(help: "Document type.")
        var type = "contract"
        @Option(help: "This number rather than the next.")
        var number: String?
        @Option(help: "What for.")
        var reason: String?
        @Option(help: "A key of yours: the same request asked twice under it is carried out once.")
        var key: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let reserved = try await session.carryOut(
                ReserveNumber(of: try session.archive.vocabulary.required(type), number: number, reason: reason), key: key
            ).answer
            if console.json { return try console.object(["number": reserved]) }
            console.line(reserved.number)
        }
    }

    struct Gaps: ArchiveCommand {
        static let configuration = CommandConfiguration(abstract: "List numbers without a document: reserved, explained, open.")

        @Option(help: "Only this document type.")
        var type: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let gaps = try await session.ask(
                ListNumberGaps(
                    of: try type.map { name throws(ArchiveError) in try session.archive.vocabulary.required(name) },
                    oneByOne: console.json ? ListNumberGaps.usual : 0))
            if console.json { return try console.object(["gaps": gaps]) }
            var table = TextTable([
                console.word("编号", "number"), console.word("类型", "type"), console.word("情况", "state"), console.word("原因", "reason"),
            ])
            for gap in gaps {
                table.add([
                    run(gap, console), DocumentType(gap.type).map(console.name) ?? gap.type, gap.state.text(console.tongue),
                    gap.reason ?? "",
                ])
            }
            table.lines.forEach(console.line)
        }

        private func run(_ gap: NumberView, _ console: Console) -> String {
            guard let last = gap.through, let count = gap.count else { return gap.number }
            return "\(gap.number) … \(last)" + console.word("（\(count) 个）", " (\(count))")
        }
    }

    struct Explain: ArchiveCommand {
        static let configuration = CommandConfiguration(abstract: "Say why a number stays without a document (作废 …).")

        @Argument(help: "The number.")
        var number: String
        @Option(help: "Document type.")
        var type = "contract"
        @Option(help: "Why.")
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let explained = try await session.carryOut(
                ExplainNumber(number, of: try session.archive.vocabulary.required(type), reason: reason)
            ).answer
            if console.json { return try console.object(["number": explained]) }
            console.say("已记录：\(explained.number) \(reason)", "Recorded: \(explained.number) \(reason)")
        }
    }

    struct Pattern: ArchiveCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a document type another numbering pattern, such as HT-{year}-{seq:4}.")

        @Argument(help: "The pattern.")
        var pattern: String
        @Option(help: "Document type.")
        var type = "contract"
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try await session.carryOut(SetNumbering(of: try session.archive.vocabulary.required(type), pattern: pattern))
            if console.json { return try console.object(["pattern": pattern]) }
            console.say("编号规则已改为 \(pattern)", "The pattern is \(pattern) now")
        }
    }
}
