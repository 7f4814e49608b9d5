import Archive
import ArgumentParser
import Journal
import Records
import Wording

extension LogCommand {
    struct Verify: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract:
                .said(
                    "核对日志的每一行和链；给出另处保存的检查点，还核对末尾没有被截去。有问题时退出码为 1。",
                    "Check every line and the chain; with a checkpoint kept elsewhere also that nothing was cut off. Exit code 1 with findings."
                )
        )

        @Option(help: .said("保存在档案库之外的检查点。", "A checkpoint kept outside the archive."))
        var checkpoint: String?
        @OptionGroup var trusted: TrustedKeys
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let note = try checkpoint.map { path throws(ArchiveError) in try CheckpointFile.read(absolute(path)) }
            let progress = ProgressLine(console)
            let findings = try await session.archive.verifyLog(
                checkpoint: note, keys: try trusted.keys(), by: session.actor
            ) {
                progress.show(Int($0), of: Int($1))
            }
            progress.end()
            if console.json {
                try console.object(["findings": findings.map(LogFinding.init)])
            } else {
                for finding in findings {
                    console.line(
                        "\(finding.place.map { "\($0)" } ?? "-")  \(finding.message.text(console.tongue)) "
                            + "(\(finding.detail.text(console.tongue)))")
                }
                if findings.isEmpty { console.say("日志完整", "The journal is whole") }
            }
            if !findings.isEmpty { throw ExitCode(1) }
        }
    }

    struct Checkpoint: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "checkpoint",
            abstract: .said("签署日志的长度和根；文件请保存在档案库之外。", "Sign the journal's size and root; keep the file outside the archive."))

        @Option(
            name: [.long, .short],
            help: .said("写到哪里：一个还不存在的文件，或 - 表示标准输出。", "Where to: a file that does not exist yet, or - for the standard output."))
        var output: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let note = try await session.archive.signCheckpoint(by: session.actor)
            try ContentOutput.write(note.bytes, to: output)
            if console.json { return try console.object(["output": output, "key": try session.archive.pinnedKey().map { "\($0)" } ?? ""]) }
            if output != "-" { console.say("检查点已写入 \(output)", "The checkpoint is written to \(output)") }
        }
    }
}
