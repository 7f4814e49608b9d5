import Archive
import ArgumentParser
import Records
import Wording

struct FactCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "fact",
        abstract: .said("记录保管期限所需的事实，更正或撤销它。", "Record a fact that retention rules ask for, correct it, or take it back."),
        discussion: """
              muniment fact D-… performed 2013-05-20 --evidence D-…
              muniment fact D-… originalKeptByFinance false
              muniment fact D-… performed 2013-06 --reason 验收单更正
              muniment fact D-… performed --remove --reason 记错
              muniment fact D-… accountingYear 2015
              muniment fact D-… accountingYear 2015 --remove --reason 记错
            """)

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @Argument(
        help: .said(
            "事实：performed、expired、terminated、awarded、accountingYear、framework、event:NAME ……，见 docs/retention.md。",
            "performed, expired, terminated, awarded, accountingYear, framework, event:NAME …; see docs/retention.md."))
    var name: String
    @Argument(help: .said("日期，可只到月或年；或 true、false。", "A date known to the day, month or year; or true or false."))
    var value: String?
    @Flag(help: .said("撤销这个事实；会计年度有几个时须写明哪一个。", "Take the fact back; of several accounting years the one that is given."))
    var remove = false
    @Option(help: .said("作为凭据的文件。", "The document that shows it."))
    var evidence: Given<DocumentID>?
    @Option(help: .said("更改原值的原因。", "Why an earlier value is changed."))
    var reason: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if value == nil, !remove { throw ValidationError(.removeFact) }
    }

    func run(_ session: Session, _ console: Console) async throws {
        let document = try document.value()
        let change = try await session.carryOut(
            RecordFact(name, value, of: document, remove: remove ? true : nil, evidence: try evidence?.value(), reason: reason)
        ).answer
        if console.json { return try console.object(change) }
        func due(_ day: String?) -> String { DueDay(day).text(console.tongue) }
        func shown(_ value: String?) -> String { value.map { AwaitedFact.value($0).text(console.tongue) } ?? "–" }
        console.line("\(document)  \(AwaitedFact(change.name).text(console.tongue))  \(shown(change.before)) → \(shown(change.value))")
        console.line(console.word("可处置日：", "Due: ") + "\(due(change.dueBefore)) → \(due(change.due))")
    }
}

struct MatterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matter", abstract: .said("未结事项：有则不得销毁（R-35）。", "Open matters (未结事项) that stop destruction (R-35)."),
        discussion: """
              muniment matter open D-… claim --note "尾款 12,000.00 未收"
              muniment matter settle 3 --reason 已收讫
              muniment matter list
            """,
        subcommands: [Open.self, Settle.self, List.self])

    struct Open: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "open", abstract: .said("记录一件未结事项。", "Record something open."))

        @Argument(help: .said("文件的标识符。", "The document."))
        var document: Given<DocumentID>
        @Argument(
            help: .said(
                "种类：claim 未结清债权债务、complaint 投诉、dispute 争议、review 评审、renewal 续签或 loan 借出。",
                "claim, complaint, dispute, review, renewal or loan."))
        var kind: Given<MatterKind>
        @Option(help: .said("是什么事。", "What it is."))
        var note: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(OpenMatter(try kind.value(), on: try document.value(), note: note)).answer)
        }
    }

    struct Settle: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "settle", abstract: .said("说明事项已了结。", "Say that it is settled."))

        @Argument(help: .said("事项的序号。", "Its number."))
        var number: Given<Ordinal>
        @Option(help: .said("如何了结。", "How."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(CloseMatter(try number.value().number, reason: reason)).answer)
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: .said("列出未结事项。", "List what is open."))

        @Option(help: .said("只列这份文件的。", "Only of this document."))
        var document: Given<DocumentID>?
        @Flag(help: .said("已了结的也列出。", "What is settled too."))
        var settled = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let matters = try await session.ask(ListMatters(of: try document?.value(), settled: settled))
            if console.json { return try console.object(["matters": matters]) }
            for matter in matters { try console.show(matter) }
        }
    }
}

extension Console {
    fileprivate func show(_ matter: MatterView) throws {
        if json { return try object(["matter": matter]) }
        line(
            "\(matter.number)  \(matter.document)  \(matter.kind.text(tongue))  \(matter.openedOn)  \(matter.settledOn ?? "")  \(matter.note)"
        )
    }
}
