import Archive
import ArgumentParser
import Records
import Wording

struct OriginalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "original", abstract: .said("原件：在哪里，由谁负责。", "Originals (原件): where they are, and who answers for them."),
        discussion: """
              muniment original register D-… --form paper --copies 4
              muniment original move O-… --to 赵财
              muniment original confirm O-…
              muniment original shelve O-… --place 档案室-3柜-2层-5盒
              muniment original lend O-… --to 王敏 --until 2026-12-31 --reason 诉讼举证
              muniment original list --holder 赵财
            """,
        subcommands: [
            Register.self, Move.self, Confirm.self, Refuse.self, Shelve.self, Lend.self, Return.self, Send.self, Release.self,
            Missing.self, Found.self, Show.self, List.self, Consent.self, LoanRules.self, ReplaceLoanRules.self,
            Stocktake.self, Stocktakes.self, StocktakeList.self, Labels.self,
        ])

    struct Register: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "register",
            abstract: .said("登记一个版本的原件，登记人先负责。", "Register the originals of a version; whoever does answers for them first."))

        @Argument(help: .said("文件的标识符。", "The document."))
        var document: Given<DocumentID>
        @Option(help: .said("纸质 paper 或电子 electronic。", "paper 纸质 or electronic 电子."))
        var form: Given<OriginalForm>
        @Option(help: .said("一式几份。", "How many copies were signed."))
        var copies = 1
        @Option(help: .said("哪个版本的；不给为最新的。", "Of which version; the current one without it."))
        var version: Given<VersionNumber>?
        @Option(help: .said("页数、印章等。", "Pages, seals and the like."))
        var note: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = RegisterOriginals(
                try document.value(), version: try version?.value(), try form.value(), copies: copies, note: note)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: .said("显示一份原件的来龙去脉。", "Show an original with all that was done with it."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let shown = try await session.ask(ShowOriginal(try original.value()))
            if console.json { return try console.object(["history": shown]) }
            try console.show([shown.original])
            for consent in shown.consents {
                console.line(
                    "  \(consent.on)  \(consent.by)  \(console.word("同意借出", "consented"))  → \(consent.to)  \(consent.until ?? "")")
            }
            for step in shown.steps {
                let facts = [
                    step.answerable, step.with.map { "→ \($0)" }, step.place, step.reason, step.proof.map { "\($0)" }, step.waybill,
                ].compactMap(\.self)
                let what = step.step?.text(console.tongue) ?? console.word("登记", "registered")
                console.line("  \(step.on)  \(step.by)  \(what)  \(step.state.text(console.tongue))  \(facts.joined(separator: "  "))")
            }
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: .said("列出原件。", "List originals."))

        @Option(help: .said("由这个账号负责、持有或待接收的。", "Those that this account answers for, has or is to confirm.", valueName: "account"))
        var holder: String?
        @Flag(help: .said("逾期未还的。", "Those that should be back by now."))
        var overdue = false
        @Flag(help: .said("在途未接收的。", "Those on their way that nobody has confirmed."))
        var unconfirmed = false
        @Option(help: .said("这份文件的。", "Those of a document."))
        var document: Given<DocumentID>?
        @Option(help: .said("这个案卷的。", "Those of a dossier."))
        var dossier: Given<DossierID>?
        @Option(help: .said("放在这里的，例如 档案室-3柜。", "Those shelved here, as 档案室-3柜."))
        var place: String?
        @Option(help: .said("用这个运单号寄出的。", "Those that were sent under this number."))
        var waybill: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            var question = ListOriginals()
            (question.holder, question.place, question.waybill) = (holder, place, waybill)
            (question.overdue, question.unconfirmed) = (overdue ? true : nil, unconfirmed ? true : nil)
            (question.document, question.dossier) = (try document?.value(), try dossier?.value())
            try console.show(try await session.ask(question))
        }
    }
}

extension Console {
    /// Shows originals, a line each.
    func show(_ originals: [OriginalView]) throws {
        if json { return try object(["originals": originals]) }
        var table = TextTable([
            word("标识", "id"), word("文件", "document"), word("份", "copy"), word("状态", "state"), word("负责人", "answers"),
            word("对方", "with"), word("位置", "place"), word("应还", "until"),
        ])
        for one in originals {
            let overdue = one.isOverdue ? word("（逾期）", " (overdue)") : ""
            table.add([
                "\(one.id)", [one.number, one.title].compactMap(\.self).joined(separator: " "), "\(one.copy)/\(one.copies)",
                one.state.text(tongue), one.answerable ?? "", one.with ?? "", one.place ?? "", (one.until ?? "") + overdue,
            ])
        }
        table.lines.forEach(line)
    }

    /// Shows an original as it is now.
    func show(_ original: OriginalView) throws {
        if json { return try object(["original": original]) }
        try show([original])
    }
}
