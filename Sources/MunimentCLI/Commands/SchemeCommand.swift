import Archive
import ArgumentParser
import Catalogue
import Foundation
import Records
import Wording

struct SchemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scheme", abstract: "The classification scheme (分类方案).",
        discussion: """
              muniment scheme show
              muniment scheme show --yaml > 分类方案.yaml
              muniment scheme diff 分类方案.yaml
              muniment scheme load 分类方案.yaml
            """,
        subcommands: [Show.self, Check.self, Diff.self, Load.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the scheme in force.")

        @Flag(help: "As a file to change and load; the one that came with the program.")
        var yaml = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            if yaml { return FileHandle.standardOutput.write(Data(LocalArchive.standardScheme)) }
            try await console.run {
                let (archive, actor) = try await common.session()
                let (version, classes) = try await archive.scheme(by: actor)
                if console.json { return try console.object(ShownScheme(version: version, classes: classes)) }
                console.line(console.word("第 \(version) 版", "Version \(version)"))
                for item in classes { console.line(Self.line(item, in: classes, console)) }
            }
        }

        private static func line(_ item: ClassDefinition, in classes: [ClassDefinition], _ console: Console) -> String {
            var (depth, parent) = (0, item.parent)
            while let code = parent, depth < 20 {
                depth += 1
                parent = classes.first { $0.code == code }?.parent
            }
            let rules = item.rules.map { "  [\($0.joined(separator: " "))]" } ?? ""
            return String(repeating: "  ", count: depth) + item.code + "  " + Phrase(item.chinese, item.english).text(console.tongue)
                + rules
        }

        private struct ShownScheme: Encodable {
            let version: Int
            let classes: [ClassDefinition]
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what is wrong with a scheme, by line; exit code 1 where something is.")

        @Argument(help: "The YAML file.")
        var file: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.checkScheme(try InputFile.read(file, limit: ScheduleCommand.largest), by: actor))
            }
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show in what a scheme differs from the one in force.")

        @Argument(help: "The YAML file.")
        var file: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                let changes = try await archive.compareScheme(try InputFile.read(file, limit: ScheduleCommand.largest), by: actor)
                if console.json { return try console.object(changes) }
                for code in changes.added { console.line("+ \(code)") }
                for code in changes.removed { console.line("- \(code)") }
                for code in changes.changed { console.line("~ \(code)") }
            }
        }
    }

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Put another scheme in force, as a new version.")

        @Argument(help: "The YAML file.")
        var file: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                let version = try await archive.loadScheme(try InputFile.read(file, limit: ScheduleCommand.largest), by: actor)
                if console.json { return try console.object(["version": version]) }
                console.say("分类方案第 \(version) 版已启用", "Version \(version) of the scheme is in force")
            }
        }
    }
}
