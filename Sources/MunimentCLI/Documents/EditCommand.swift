import Archive
import ArgumentParser
import Records

struct EditCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: .said("更改元数据，并写明原因；新旧值都保留。", "Edit metadata, with the reason; old and new values are kept."),
        discussion: "  muniment edit D-7K3M-9QXT-2VHT --amount 130万 --reason 笔误")

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @OptionGroup var metadata: MetadataOptions
    @Option(
        name: .customLong("clear"), parsing: .singleValue,
        help: .said(
            "清空这一项：number、party、amount、signed …… 或字段名；可重复。",
            "Empty this: number, party, amount, signed, … or a field's name. May be repeated."))
    var cleared: [String] = []
    @Option(help: .said("原因。", "Why."))
    var reason: String
    @Option(help: .said("自定的请求键：同一请求用它提出两次，只执行一次。", "A key of yours: the same request asked twice under it is carried out once."))
    var key: String?
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let edit = EditDocument(try document.value(), words: try metadata.words(), cleared: cleared, reason: reason)
        try console.show(try await session.carryOut(edit, key: key), chinese: "已修改", english: "Edited")
    }
}

struct WithdrawCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: .said(
            "把误归档的文件撤出各种列表和检索，或恢复它。", "Take a document that was filed by mistake (误归档) out of every list and search, or bring it back.")
    )

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @Option(help: .said("原因。", "Why."))
    var reason: String
    @Flag(help: .said("恢复它。", "Bring it back."))
    var back = false
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let document = try document.value()
        let outcome =
            back
            ? try await session.carryOut(ReinstateDocument(document, reason: reason))
            : try await session.carryOut(WithdrawDocument(document, reason: reason))
        try console.show(outcome, chinese: back ? "已恢复" : "已撤回", english: back ? "Brought back" : "Withdrawn")
    }
}
