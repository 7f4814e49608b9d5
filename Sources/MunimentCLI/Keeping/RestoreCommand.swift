import Archive
import ArgumentParser
import Records
import SystemPackage
import Wording

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: .said(
            "由备份恢复成档案库，放在空的或还没有的文件夹里。", "Make an archive of a backup, in a folder that is empty or does not exist yet."))

    @Argument(help: .said("放备份的文件夹。", "The folder with the backup.", valueName: "backup"))
    var backup: String
    @Argument(help: .said("档案库的新位置。", "Where the archive is to be.", valueName: "folder"))
    var folder: String
    @Option(help: .said("另处保存的较新的检查点：由它得知备份缺少哪些事件。", "A later checkpoint kept elsewhere: it tells which events the backup lacks."))
    var checkpoint: String?
    @OptionGroup var trusted: TrustedKeys
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.run { () async throws in
            guard common.actingAs == nil else {
                throw ArchiveError(.notAllowed, BackupMessage.operatorAlone, remedy: BackupMessage.asOperator, subject: "as")
            }
            let restored = try await restore(console)
            if console.json { try console.object(restored) } else { tell(restored, console) }
        }
    }

    private func restore(_ console: Console) async throws(ArchiveError) -> Restored {
        let from = absolute(backup)
        var options = RestoreOptions()
        options.keys = try trusted.keys()
        options.checkpoint = try checkpoint.map { path throws(ArchiveError) in try CheckpointFile.read(absolute(path)) }
        let surroundings = LocalArchive.Surroundings(credentials: try BackupHome.credentials(of: from))
        let progress = ProgressLine(console)
        let restored = try await LocalArchive.restore(from, to: absolute(folder), surroundings: surroundings, options: options) {
            progress.show($0, of: $1)
        }
        progress.end()
        return restored
    }

    private func tell(_ restored: Restored, _ console: Console) {
        console.say(
            "已恢复到 \(restored.archive)：\(restored.documents) 份文件、\(restored.events) 个事件，截至 \(restored.backedUpOn)",
            "Restored to \(restored.archive): \(restored.documents) documents and \(restored.events) events, as of \(restored.backedUpOn)")
        if restored.highestKnown > restored.events {
            console.say(
                "备份之后至少还有事件 \(restored.events + 1)–\(restored.highestKnown)，这里没有",
                "Events \(restored.events + 1)–\(restored.highestKnown), at least, came after the backup and are not here")
        }
        if !restored.signed { console.say("签名未核对：没有固定的公钥", "The signature was not checked: no key is pinned") }
        list(restored.holdsPlaced.map { "\($0)" }, "备份之后的冻结，已补记", "holds placed after the backup, placed again", console)
        list(restored.holdsLifted.map { "\($0)" }, "备份之后解除的冻结，已解除", "holds lifted after the backup, lifted again", console)
        list(restored.holdsLost.map { "\($0)" }, "冻结的对象不在备份里", "holds on what the backup does not have", console)
        list(restored.destroyed.map { "\($0)" }, "备份之后已销毁，未恢复", "destroyed after the backup, not restored", console)
        list(restored.redacted.map { "\($0)" }, "备份之后已脱敏，原内容未恢复", "redacted after the backup, the bytes not restored", console)
        if let since = restored.uncheckedSince {
            console.say(
                "未核对：没有控制登记簿，\(since) 之后的冻结、解除和销毁无从得知；不得处置",
                "Unchecked: without the control register nobody knows what was held, lifted or destroyed since \(since); nothing may be disposed of"
            )
        }
    }

    private func list(_ names: [String], _ chinese: String, _ english: String, _ console: Console) {
        if !names.isEmpty { console.say("\(chinese)：\(names.joined(separator: "、"))", "\(english): \(names.joined(separator: ", "))") }
    }
}
