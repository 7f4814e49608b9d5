import Archive
import ArgumentParser
import Disk
import Foundation
import Journal
import Records
import SystemPackage
import Wording

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: .said("备份档案库，核对备份。", "Back the archive up, and check backups."),
        subcommands: [Make.self, Verify.self], defaultSubcommand: Make.self)

    struct Make: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "make",
            abstract:
                .said(
                    "备份到一个文件夹；只拷贝新的和变了的，其间照常归档。",
                    "Back up to a folder; only what is new or has changed is copied, and filing goes on."))

        @Argument(
            help: .said("文件夹：空的、还没有的，或放着本档案库备份的。", "The folder: empty, absent, or with a backup of this archive.", valueName: "folder"))
        var folder: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let progress = ProgressLine(console)
            let made = try await session.archive.backUp(to: absolute(folder), by: session.actor) { progress.show($0, of: $1) }
            progress.end()
            if console.json { return try console.object(made) }
            console.say(
                "已备份 \(made.documents) 份文件、\(made.events) 个事件；这次拷贝了 \(made.copied) 份文件，\(made.bytes) 字节",
                "Backed up \(made.documents) documents and \(made.events) events; \(made.copied) documents were copied, \(made.bytes) bytes"
            )
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract:
                .said(
                    "逐字节核对一份备份；档案库不必在。有问题时退出码为 1。",
                    "Check a backup byte for byte; the archive need not be there. Exit code 1 with findings."))

        @Argument(help: .said("放备份的文件夹。", "The folder with the backup.", valueName: "folder"))
        var folder: String
        @OptionGroup var trusted: TrustedKeys
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run { () async throws in
                // Whoever can read the files can check them; an account is asked for the right to.
                if common.actingAs != nil {
                    let session = try await common.session()
                    try await session.archive.mayBegin(.backUp, as: session.actor)
                    await session.archive.close()
                }
                try await check(console)
            }
        }

        private func check(_ console: Console) async throws {
            let folder = absolute(folder)
            let keys = try trusted.keys() ?? BackupHome.keys(of: folder)
            let progress = ProgressLine(console)
            let result = try await LocalArchive.verifyBackup(folder, keys: keys) { progress.show($0, of: $1) }
            progress.end()
            if console.json { try console.object(result) } else { tell(result, console) }
            if !result.findings.isEmpty { throw ExitCode(1) }
        }

        private func tell(_ result: BackupVerification, _ console: Console) {
            for finding in result.findings {
                let document = finding.document.map { "\($0)" } ?? "-"
                console.line("\(finding.code)  \(document)  \(finding.place)  \(finding.phrase.text(console.tongue))")
            }
            console.say(
                "核对了 \(result.documents) 份文件、\(result.events) 个事件，发现 \(result.findings.count) 处问题",
                "Checked \(result.documents) documents and \(result.events) events, \(result.findings.count) findings")
            if !result.signed {
                console.say("签名未核对：没有固定的公钥", "The signature was not checked, or is not valid: no pinned key vouches for it")
            }
            if result.unfinished {
                console.say("之后的一次备份没有做完；再备份一次即可", "A later run was broken off; the next one goes on from there")
            }
        }
    }
}

/// Where the secrets of the archive lie of which a folder holds a backup.
enum BackupHome {
    /// The credentials, whether or not there are any; nil where the environment names no home.
    static func credentials(of backup: FilePath) throws(ArchiveError) -> Credentials? {
        let identity = try LocalArchive.identity(ofBackup: backup)
        let home = Credentials.home(ofArchive: identity, environment: ProcessInfo.processInfo.environment)
        let credentials = home.map { Credentials(home: $0, disk: Disk(), archive: identity) }
        do throws(CredentialsError) { try credentials?.check() } catch { throw error.archiveError }
        return credentials
    }

    /// The key that is pinned there; none where there is none.
    static func keys(of backup: FilePath) throws(ArchiveError) -> [NoteVerifier] {
        let credentials = try credentials(of: backup)
        do throws(CredentialsError) { return try credentials?.pinnedKey().map { [$0] } ?? [] } catch { throw error.archiveError }
    }
}
