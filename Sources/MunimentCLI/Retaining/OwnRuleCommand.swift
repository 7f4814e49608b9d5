import Archive
import ArgumentParser
import Records
import Wording

struct OwnRuleCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "own-rule",
        abstract: .said("给文件另定保管期限，只能延长。", "Give a document a retention rule of its own, which may only lengthen."),
        discussion: """
              muniment own-rule D-… XS-HT-ZY --reason 集团要求永久保存
              muniment own-rule D-… none --reason 不再要求
            """)

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @Argument(help: .said("保管期限表中的规则；none 表示取消。", "A rule of the schedule; none to take it away."))
    var rule: String
    @Option(help: .said("原因。", "Why."))
    var reason: String
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let set = SetOwnRule(rule == "none" ? nil : rule, for: try document.value(), reason: reason)
        let answer = try await session.carryOut(set).answer
        if console.json { return try console.object(answer) }
        console.line("\(answer.document)  \(answer.rule ?? "–")")
        console.line(console.word("可处置日：", "Due: ") + DueDay(answer.due).text(console.tongue))
    }
}
