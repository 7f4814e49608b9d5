import Archive
import ArgumentParser
import Foundation
import Records
import Wording

struct SchemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheme", abstract: .said("分类方案。", "The classification scheme (分类方案)."),
        discussion: """
              muniment scheme show
              muniment scheme show --yaml > 分类方案.yaml
              muniment scheme diff 分类方案.yaml
              muniment scheme load 分类方案.yaml
              muniment scheme close XS-ZL --on 2026-12-31
              muniment scheme merge XS-HT-WB XS-HT-YB --reason 不再单列
              muniment scheme split XS-HT-YB XS-HT-GZ --chinese 改造合同 --english 'refitting contracts' --query 改造 --reason 单列
            """,
        subcommands: [Show.self, Check.self, Diff.self, Load.self, Close.self, Merge.self, Split.self])

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: .said("显示现行的分类方案。", "Show the scheme in force."))

        @Flag(help: .said("输出可修改后再载入的文件。", "As a file to change and load."))
        var yaml = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let shown = try await session.ask(ShowScheme())
            if yaml { return FileHandle.standardOutput.write(Data(try DefinitionText.of(shown).utf8)) }
            if console.json { return try console.object(shown) }
            console.line(console.word("第 \(shown.version) 版", "Version \(shown.version)"))
            for item in shown.classes { console.line(Self.line(item, in: shown.classes, console)) }
        }

        private static func line(_ item: ClassDefinition, in classes: [ClassDefinition], _ console: Console) -> String {
            var (depth, parent) = (0, item.parent)
            while let code = parent, depth < 20 {
                depth += 1
                parent = classes.first { $0.code == code }?.parent
            }
            let rules = item.rules.map { "  [\($0.joined(separator: " "))]" } ?? ""
            let owners = item.owners.map { owners in
                let names = owners.map { $0.text(console.tongue) }.joined(separator: console.word("、", ", "))
                return console.word("  归\(names)", "  owned by \(names)")
            }
            return String(repeating: "  ", count: depth) + item.code + "  " + Phrase(item.chinese, item.english).text(console.tongue)
                + rules + (owners ?? "")
        }
    }

    struct Check: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: .said("按行列出分类方案的问题；有问题时退出码为 1。", "List what is wrong with a scheme, by line; exit code 1 where something is."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.ask(CheckScheme(try InputFile.text(file))))
        }
    }

    struct Diff: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", abstract: .said("显示与现行分类方案的不同之处。", "Show in what a scheme differs from the one in force."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let changes = try await session.ask(CompareScheme(try InputFile.text(file)))
            if console.json { return try console.object(changes) }
            for code in changes.added { console.line("+ \(code)") }
            for code in changes.removed { console.line("- \(code)") }
            for code in changes.changed { console.line("~ \(code)") }
        }
    }

    struct Load: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "load", abstract: .said("启用另一份分类方案，作为新版本。", "Put another scheme in force, as a new version."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let version = try await session.carryOut(LoadScheme(try InputFile.text(file))).answer.version
            if console.json { return try console.object(["version": version]) }
            console.say("分类方案第 \(version) 版已启用", "Version \(version) of the scheme is in force")
        }
    }
}
