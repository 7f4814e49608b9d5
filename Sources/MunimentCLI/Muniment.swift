import Archive
import ArgumentParser
import Disk
import Extraction
import Glibc
import Records
import Wording

/// The program `muniment`.
@main
struct Muniment: AsyncParsableCommand {
    /// Whatever the program makes is its owner's alone, also what libraries make: databases, temporary files.
    ///
    /// A worker is begun before anything else, while there is one thread: Landlock confines the thread that asks for it.
    @MainActor static func main() async {
        umask(0o077)
        Descriptors.takeAll()
        let words = CommandLine.arguments
        if words.count == 3, words[1] == WorkerCommand.configuration.commandName { Glibc.exit(WorkerMain.run(kind: words[2])) }
        do {
            let spoken = try Spoken.rest(of: Array(words.dropFirst()))
            // The parser would take it for the program's version wherever it stands; commands speak of versions of documents.
            if spoken == ["--version"] { throw CleanExit.message(Self.version) }
            if spoken.first == "help" { try GivenWords.refuseUnknown(commands: spoken.dropFirst()) }
            var command = try parseAsRoot(spoken)
            try GivenWords.refuseRepeated(spoken, of: command)
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch {
            let error = GivenWords.explained(error, words.dropFirst())
            // What a command tells of itself it has told.
            if words.contains("--json"), !(error is ExitCode), exitCode(for: error) == .validationFailure {
                Console(json: true, tongue: Spoken.tongue).report(
                    ArchiveError(.usage, ArchiveMessage.commandMisused(ParserText.message(message(for: error))), remedy: Remedy.readHelp))
                Glibc.exit(ErrorCode.usage.exitCode)
            }
            Parting.leave(with: error)
        }
    }

    private static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "muniment",
        abstract: .said(
            "交易文件的档案库：合同、标书、报价书、交底资料。", "An archive for the papers of a deal: contracts, tenders, quotes, handover packs. 合同、标书、报价书的档案库。"),
        discussion: .said(
            """
            档案库由 --archive、变量 MUNIMENT_ARCHIVE 指定，否则为当前或上级文件夹里的 storage/。

              muniment init storage
              muniment file 合同.pdf --type 合同 --number HT-2024-0013 --party 华为 --amount 128万 --signed 2024-03-01
              muniment show D-7K3M-9QXT-2VHT
              muniment get D-7K3M-9QXT-2VHT --output 合同.pdf

            muniment --version 显示版本。

            退出码：0 完成，1 发现问题，64 用法不对，65 输入被拒绝，66 输入不存在，73 输出已存在，74 磁盘出错，75 请稍后再试，77 无权。见 docs/errors.md。
            """,
            """
            The archive is found by --archive, the variable MUNIMENT_ARCHIVE, or storage/ here or in a folder above.

              muniment init storage
              muniment file 合同.pdf --type contract --number HT-2024-0013 --party 华为 --amount 128万 --signed 2024-03-01
              muniment show D-7K3M-9QXT-2VHT
              muniment get D-7K3M-9QXT-2VHT --output 合同.pdf

            muniment --version shows the version.

            Exit codes: 0 done, 1 findings, 64 wrong usage, 65 refused input, 66 input missing, 73 output exists, 74 disk,
            75 try again, 77 not allowed. See docs/errors.md.
            """),
        subcommands: [
            InitCommand.self, FileCommand.self, ImportCommand.self, WatchCommand.self, VersionCommand.self, EditCommand.self,
            WithdrawCommand.self, ShowCommand.self, VersionsCommand.self,
            GetCommand.self, NumberCommand.self, ClockCommand.self, AccountCommand.self, GrantCommand.self, RightsCommand.self,
            TokenCommand.self, SearchCommand.self,
            DossierCommand.self, OriginalCommand.self, TransmittalCommand.self, PackCommand.self, NextCommand.self, RelateCommand.self,
            PartyCommand.self,
            ClassifyCommand.self,
            SuggestClassCommand.self,
            SchemeCommand.self,
            ScheduleCommand.self,
            FactCommand.self, OwnRuleCommand.self, MatterCommand.self, HoldCommand.self, RestrictionCommand.self, RetentionCommand.self,
            DueCommand.self, DisposalCommand.self, RedactCommand.self,
            ExtractionCommand.self,
            StatsCommand.self, LogCommand.self, EvidenceCommand.self, ServeCommand.self, VerifyCommand.self,
            RebuildCommand.self, BackupCommand.self, RestoreCommand.self,
            WorkerCommand.self, OpenAPICommand.self,
        ])
}
