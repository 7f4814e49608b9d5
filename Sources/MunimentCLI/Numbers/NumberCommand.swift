import Archive
import ArgumentParser
import Records
import Wording

struct NumberCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number",
        abstract: .said(
            "本公司编号（合同编号）：预留下一个，列出漏号，说明某号为何不用。", "Our own numbers (合同编号): reserve the next one, list gaps (漏号), say why one stays unused."),
        subcommands: [Reserve.self, Gaps.self, Explain.self, Pattern.self])

    struct Reserve: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "reserve", abstract: .said("预留下一个编号，或指定的空号。", "Set the next number aside, or a given free one."))

        @Option(help: .said("文件类型。", "Document type."))
        var type = "contract"
        @Option(help: .said("预留这个编号，而不是下一个。", "This number rather than the next."))
        var number: String?
        @Option(help: .said("用途。", "What for."))
        var reason: String?
        @Option(help: .said("自定的请求键：同一请求用它提出两次，只执行一次。", "A key of yours: the same request asked twice under it is carried out once."))
        var key: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let reserved = try await session.carryOut(ReserveNumber(of: type, number: number, reason: reason), key: key).answer
            if console.json { return try console.object(["number": reserved]) }
            console.line(reserved.number)
        }
    }

    struct Gaps: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "gaps", abstract: .said("列出没有文件的编号：已预留、已说明、漏号。", "List numbers without a document: reserved, explained, open."))

        @Option(help: .said("只列这种文件类型。", "Only this document type."))
        var type: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let gaps = try await session.ask(ListNumberGaps(of: type, oneByOne: console.json ? ListNumberGaps.usual : 0))
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
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: .said("说明某编号为何没有文件（作废等）。", "Say why a number stays without a document (作废 …)."))

        @Argument(help: .said("编号。", "The number."))
        var number: String
        @Option(help: .said("文件类型。", "Document type."))
        var type = "contract"
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let explained = try await session.carryOut(ExplainNumber(number, of: type, reason: reason)).answer
            if console.json { return try console.object(["number": explained]) }
            console.say("已记录：\(explained.number) \(reason)", "Recorded: \(explained.number) \(reason)")
        }
    }

    struct Pattern: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "pattern",
            abstract: .said(
                "给文件类型另设编号规则，例如 HT-{year}-{seq:4}。", "Give a document type another numbering pattern, such as HT-{year}-{seq:4}."))

        @Argument(help: .said("编号规则。", "The pattern."))
        var pattern: String
        @Option(help: .said("文件类型。", "Document type."))
        var type = "contract"
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try await session.carryOut(SetNumbering(of: type, pattern: pattern))
            if console.json { return try console.object(["pattern": pattern]) }
            console.say("编号规则已改为 \(pattern)", "The pattern is \(pattern) now")
        }
    }
}
