import Archive
import ArgumentParser
import Records
import Wording

struct NextCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: .said("待办：按日期列出等你办的事。", "What waits for you (待办), by day."),
        discussion: .said(
            "列出你负责的案卷缺的材料，以及轮到你的销毁步骤；系统操作者看到所有人的案卷。",
            "What the dossiers lack that you are responsible for, and steps of disposals that are yours; the operator sees everybody's dossiers."
        ))

    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let waiting = try await session.ask(ListNext())
        if console.json { return try console.object(["next": waiting]) }
        guard !waiting.isEmpty else { return console.line(console.word("没有待办", "Nothing waits for you")) }
        var table = TextTable([
            console.word("期限", "by"), console.word("待办", "what"), console.word("标识", "id"), console.word("题名", "title"),
            console.word("责任人", "responsible"),
        ])
        for line in waiting {
            let overdue = line.isOverdue ? console.word("（逾期）", " (overdue)") : ""
            let what = line.item.map { $0.name.text(console.tongue) } ?? line.kind.text(console.tongue)
            table.add([(line.by ?? "") + overdue, what, line.record, line.title, line.responsible ?? ""])
        }
        table.lines.forEach(console.line)
    }
}
