import Archive
import ArgumentParser
import Records

struct DossierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: .said("案卷：一笔交易的全部材料。", "Dossiers (案卷): everything of one deal."),
        discussion: """
              muniment dossier open "青禾广场空调安装" --party 青禾置业 --template 新装工程 --responsible 陈国清
              muniment dossier link C-7K3M-9QXT-2VHT D-7K3M-9QXT-2VHT --home
              muniment dossier lead C-7K3M-9QXT-2VHT D-7K3M-9QXT-2VHT
              muniment dossier check C-7K3M-9QXT-2VHT
              muniment dossier close C-7K3M-9QXT-2VHT --on 2026-11-30 --reason 质保期满
            """,
        subcommands: [
            Open.self, Link.self, Unlink.self, Lead.self, Close.self, Reopen.self, Show.self, List.self,
            Check.self, Template.self, Mark.self, Assign.self, Merge.self, Split.self, Templates.self, LoadTemplates.self,
            TransferList.self,
        ])

    struct Open: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "open", abstract: .said("建立案卷。", "Open a dossier."))

        @Argument(help: .said("案卷的名称。", "What it is called."))
        var title: String
        @Option(help: .said("客户，即交易的对方。", "The other side of the deal (客户)."))
        var party: String?
        @Option(help: .said("模板：属于哪种交易，从而应有哪些材料。", "The template: what kind of deal, and so what it should hold."))
        var template: String?
        @Option(help: .said("责任人的账号。", "The account that is responsible."))
        var responsible: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = OpenDossier(title: title, party: party, template: template, responsible: responsible)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Link: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "link", abstract: .said("把文件放入案卷。", "Put documents into a dossier."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Argument(help: .said("各文件的标识符。", "The documents."))
        var documents: [Given<DocumentID>]
        @Flag(help: .said("以此案卷为它们所属的案卷。", "This dossier is their home."))
        var home = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(LinkDocuments(try documents.values(), to: try dossier.value(), home: home)).answer)
        }
    }

    struct Unlink: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "unlink", abstract: .said("把文件移出案卷。", "Take a document out of a dossier."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Argument(help: .said("文件的标识符。", "The document."))
        var document: Given<DocumentID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(
                try await session.carryOut(UnlinkDocument(try document.value(), from: try dossier.value(), reason: reason)).answer)
        }
    }

    struct Lead: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "lead", abstract: .said("指定案卷的主合同，案卷按它的规则保管。", "Name the contract whose rule is the dossier's."),
            discussion: .said("不指定时按保管最久的合同的规则。", "Where none is named it is the rule of the contract that is kept longest."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Argument(help: .said("其中的合同；none 表示不再指定。", "A contract in it; none to name none."))
        var contract: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let named = try contract == "none" ? nil : Given<DocumentID>(argument: contract).value()
            try console.show(try await session.carryOut(LeadDossier(try dossier.value(), by: named)).answer)
        }
    }

    struct Close: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "close", abstract: .said("关闭案卷。", "Close a dossier."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Option(help: .said("日期，可只到月或年。", "The day, the month or the year."))
        var on: String
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(CloseDossier(try dossier.value(), on: on, reason: reason)).answer)
        }
    }

    struct Reopen: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "reopen", abstract: .said("重开已关闭的案卷。", "Open a closed dossier again."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(ReopenDossier(try dossier.value(), reason: reason)).answer)
        }
    }

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: .said("显示案卷和其中的文件。", "Show a dossier and its documents."))

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.ask(ShowDossier(try dossier.value())))
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: .said("列出案卷，最新的在前。", "List dossiers, the newest first."))

        @Option(help: .said("只列这个客户的：名称或标识符。", "Only of this party: its name or its identifier."))
        var party: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let dossiers = try await session.ask(ListDossiers(of: party))
            if console.json { return try console.object(["dossiers": dossiers]) }
            var table = TextTable([
                console.word("标识", "id"), console.word("题名", "title"), console.word("客户", "party"), console.word("建立", "opened"),
                console.word("关闭", "closed"),
            ])
            for dossier in dossiers {
                table.add(["\(dossier.id)", dossier.title, dossier.party?.name ?? "", dossier.openedOn, dossier.closedOn ?? ""])
            }
            table.lines.forEach(console.line)
        }
    }
}

extension Console {
    /// Shows one dossier.
    func show(_ dossier: DossierView) throws {
        if json { return try object(["dossier": dossier]) }
        line("\(dossier.id)  \(dossier.title)  \(dossier.party?.name ?? "")  \(dossier.openedOn)  \(dossier.closedOn ?? "")")
        let facts = [
            (word("模板", "template"), dossier.template?.name.text(tongue)), (word("责任人", "responsible"), dossier.responsible),
            (word("已并入", "merged into"), dossier.mergedInto.map { "\($0)" }),
        ]
        for case (let name, let value?) in facts { line("  \(name)  \(value)") }
        for document in dossier.documents {
            let leads = document.id == dossier.leader ? word("  主合同", "  leads") : ""
            line(
                "  \(document.id)  \(document.home ? "*" : " ")  \(name(of: document.type))  \(document.number ?? "")  \(document.title)\(leads)"
            )
        }
    }
}
