import Archive
import ArgumentParser
import Foundation
import Records
import Wording

struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: .said("保管期限表：什么保管到何时，为什么。", "The retention schedule (保管期限表): what is kept until when, and why."),
        discussion: """
              muniment schedule show
              muniment schedule show --yaml > 期限表.yaml
              muniment schedule simulate 期限表.yaml
              muniment schedule load 期限表.yaml
              muniment schedule try questions.jsonl
            """,
        subcommands: [Show.self, Explain.self, Check.self, Simulate.self, Load.self, Try.self])

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: .said("显示现行的保管期限表。", "Show the schedule in force."))

        @Flag(help: .said("输出可修改后再载入的文件。", "As a file to change and load."))
        var yaml = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let shown = try await session.ask(ShowSchedule())
            if yaml { return FileHandle.standardOutput.write(Data(try DefinitionText.of(shown).utf8)) }
            if console.json { return try console.object(shown) }
            console.line(console.word("第 \(shown.version) 版", "Version \(shown.version)"))
            for rule in shown.rules { console.line(RulePhrase(rule).text(console.tongue)) }
        }
    }

    struct Explain: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: .said("解释一条保管期限，并说明它适用哪些类目。", "Explain one rule, and say which classes it keeps."))

        @Argument(help: .said("保管期限的代号。", "The rule."))
        var rule: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let schedule = try await session.ask(ShowSchedule())
            let rules = schedule.rules
            guard let found = rules.first(where: { $0.id == rule }) else {
                throw ArchiveError(
                    .recordUnknown, DealMessage.unknown(rule), remedy: DealRemedy.choices(rules.map(\.id)), subject: rule)
            }
            let classes = try await session.ask(ShowScheme()).classes.filter { $0.rules?.contains(rule) == true }
            if console.json { return try console.object(Explained(version: schedule.version, rule: found, classes: classes.map(\.code))) }
            console.line(RulePhrase(found).text(console.tongue))
            for item in classes { console.line("  \(item.code)  \(Phrase(item.chinese, item.english).text(console.tongue))") }
        }

        private struct Explained: Encodable {
            let version: Int
            let rule: RuleDefinition
            let classes: [String]
        }
    }

    struct Check: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: .said("按行列出保管期限表的问题；有问题时退出码为 1。", "List what is wrong with a schedule, by line; exit code 1 where something is."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(
                try await session.ask(CheckSchedule(try InputFile.text(file))))
        }
    }

    struct Simulate: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "simulate",
            abstract: .said("生效之前，先看保管期限表会改动哪些到期日（R-36）。", "Show which due dates a schedule would move, before it takes effect (R-36)."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let moves = try await session.ask(SimulateSchedule(try InputFile.text(file)))
            if console.json { return try console.object(Simulated(count: moves.count, moves: moves)) }
            for move in moves {
                let (before, after) = (DueDay(move.before).text(console.tongue), DueDay(move.after).text(console.tongue))
                console.line("\(move.document)  \(before) → \(after)  \(move.title)")
            }
            console.line(console.word("共 \(moves.count) 份文件的可处置日会变", "\(moves.count) due dates would move"))
        }

        private struct Simulated: Encodable {
            let count: Int
            let moves: [DueMove]
        }
    }

    struct Load: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "load", abstract: .said("启用另一份保管期限表，作为新版本。", "Put another schedule in force, as a new version."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let version = try await session.carryOut(LoadSchedule(try InputFile.text(file))).answer.version
            if console.json { return try console.object(["version": version]) }
            console.say("保管期限表第 \(version) 版已启用", "Version \(version) of the schedule is in force")
        }
    }
}

extension Console {
    /// Shows what is wrong with a scheme or schedule; exit code 1 where something is.
    func show(_ problems: [DefinitionProblem]) throws {
        if json { try object(["findings": problems]) } else { for problem in problems { line(problem.problem.text(tongue)) } }
        if !problems.isEmpty { throw ExitCode(1) }
        say("没有问题", "Nothing is wrong")
    }
}
