import Archive
import ArgumentParser
import Foundation
import Records
import SystemPackage
import Wording

/// Packs as files, and who they are for.
extension PackCommand {
    struct Export: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: .said("导出为一个 ZIP 文件，不用本程序也能看、能核对。", "Export as one ZIP file that can be read and checked without this program."),
            discussion: """
                  muniment pack export K-… --output 青禾广场-交底.zip
                  muniment pack export K-… --output - | ssh archive "cat > pack.zip"
                """)

        @Argument(help: .said("交底资料的标识符。", "The pack."))
        var pack: Given<PackID>
        @Option(help: .said("版次；不给则为最新一版。", "The edition; without one, the newest."))
        var edition: Given<Ordinal>?
        @Option(help: .said("交给谁，记入日志。", "Who gets it, for the journal.", valueName: "recipient"))
        var to: String?
        @Option(
            name: [.long, .short],
            help: .said("写到哪里：一个还不存在的文件，或 - 表示标准输出。", "Where to: a file that does not exist yet, or - for the standard output."))
        var output: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            if output != "-" { try ContentOutput.refuseExisting(absolute(output)) }
            let progress = ProgressLine(console)
            let export = try await session.archive.export(
                try pack.value(), edition: try edition?.value().number, to: to, by: session.actor
            ) {
                progress.show(Int($0), of: Int($1))
            }
            progress.end()
            if output == "-" { return try ContentOutput.stream(export) }
            try ContentOutput.save(export, as: absolute(output))
            if console.json { return try console.object(["output": absolute(output).string, "edition": "\(export.edition)"]) }
            console.say("已写入 \(output)", "Written to \(output)")
        }
    }

    struct Receivers: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "receivers", abstract: .said("显示交底接收方和它们的清单。", "Show who takes over deals, and what they must get."))

        @Flag(help: .said("输出可修改后再载入的文件。", "As a file to change and load."))
        var yaml = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let receivers = try await session.ask(ListReceivers())
            if yaml { return FileHandle.standardOutput.write(Data(try DefinitionText.of(receivers).utf8)) }
            try console.show(receivers)
        }
    }

    struct LoadReceiversFile: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "load-receivers", abstract: .said("启用新的接收方和清单。", "Put other receivers in force."))

        @Argument(help: .said("YAML 文件。", "The YAML file."))
        var file: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(LoadReceivers(try InputFile.text(file))).answer)
        }
    }
}

extension Console {
    fileprivate func show(_ receivers: Records.Receivers) throws {
        if json { return try object(receivers) }
        line(word("第 \(receivers.version) 版", "Version \(receivers.version)"))
        for receiver in receivers.receivers {
            let roles = receiver.roles.map { $0.text(tongue) }.joined(separator: word("、", ", "))
            line("\(receiver.code)  \(receiver.name.text(tongue))  \(roles)  \(receiver.department ?? "")")
            for list in receiver.checklists {
                line("  \(list.templates?.joined(separator: ", ") ?? word("其他交易", "all other deals"))")
                line("    \(list.items.map { $0.name.text(tongue) }.joined(separator: word("、", ", ")))")
            }
        }
    }
}
