import Archive
import ArgumentParser
import Records

struct StatsCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: .said("档案库存了多少，还有多少空间。", "How much the archive holds, and how much room is left."))

    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let stats = try await session.ask(ShowStatistics())
        if console.json { return try console.object(stats) }
        let rows: [(String, String)] = [
            (console.word("文件", "documents"), "\(stats.counts.documents)"),
            (console.word("已撤回", "withdrawn"), "\(stats.counts.withdrawn)"),
            (console.word("版本", "versions"), "\(stats.counts.versions)"), (console.word("字节", "bytes"), "\(stats.counts.bytes)"),
            (console.word("客户", "parties"), "\(stats.counts.parties)"),
            (console.word("事件", "events"), stats.counts.events.map { "\($0)" } ?? "–"),
            (console.word("待读文字", "waiting for text"), "\(stats.counts.waiting)"),
            (console.word("最早的核对", "oldest check"), stats.counts.oldestCheck.map { "\($0)" } ?? "–"),
            (console.word("剩余字节", "free bytes"), "\(stats.freeBytes)"),
            (console.word("还能建的文件数", "free inodes"), "\(stats.freeInodes)"),
        ]
        if let since = stats.uncheckedSince {
            console.say(
                "未核对：恢复时没有控制登记簿，\(since) 之后的冻结、解除和销毁无从得知",
                "Unchecked: restored without the control register; nobody knows what was held, lifted or destroyed since \(since)")
        }
        for (name, value) in rows { console.line(console.padded(name, to: 20) + value) }
    }
}
