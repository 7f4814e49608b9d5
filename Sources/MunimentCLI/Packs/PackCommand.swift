import Archive
import ArgumentParser
import Records
import Wording

struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: .said(
            "编制、签发、签收和导出交底资料。", "Put packs together for those who take over a deal, issue, sign for and export them."),
        subcommands: [
            Make.self, Fill.self, Issue.self, Sign.self, Show.self, List.self, Export.self, Check.self, Receivers.self,
            LoadReceiversFile.self,
        ])

    struct Make: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "make", abstract: .said("为接收方开始编制一份交底资料。", "Begin a pack for somebody who takes over a deal."),
            discussion: """
                  muniment pack make C-… --receiver 客服
                """)

        @Argument(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>
        @Option(help: .said("接收方的名称或代码。", "The receiver: its name or its code."))
        var receiver: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(MakePack(try dossier.value(), for: receiver)).answer)
        }
    }

    struct Fill: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "fill",
            abstract: .said(
                "填写一项交底内容，或说明它为何不适用、何时补来。", "Say what there is to know of an item, why it does not apply, or by when it comes."),
            discussion: """
                  muniment pack fill K-… 特殊承诺 --text 两年免费清洗
                  muniment pack fill K-… 图纸 --by 2026-12-31 --reason 设计院未出图
                  muniment pack fill K-… 验收单 --not-applicable --reason 只供货
                  muniment pack fill K-… 图纸 --clear
                """)

        @Argument(help: .said("交底资料的标识符。", "The pack."))
        var pack: Given<PackID>
        @Argument(help: .said("交底内容的名称或代码。", "The item: its name or its code."))
        var item: String
        @Option(help: .said("要让接收方知道的。", "What is to be known."))
        var text: String?
        @Flag(help: .said("它不适用。", "It does not apply."))
        var notApplicable = false
        @Option(help: .said("它最迟哪天补来。", "The day by which it comes."))
        var by: Given<CivilDate>?
        @Flag(help: .said("撤销以前填写的。", "Take back what was said."))
        var clear = false
        @Option(help: .said("为何不适用，或为何以后补来。", "Why it does not apply, or comes later."))
        var reason: String?
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard [text != nil, notApplicable, by != nil, clear].count(where: \.self) == 1 else { throw ValidationError(.oneOfFillings) }
            guard (notApplicable || by != nil) == (reason != nil) else { throw ValidationError(.reasonOfGap) }
        }

        func run(_ session: Session, _ console: Console) async throws {
            let kind: PackMark.Kind? = clear ? nil : text != nil ? .words : notApplicable ? .notApplicable : .promised
            let change = FillPackItem(try pack.value(), item, kind, text ?? reason, by: try by?.value())
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Issue: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "issue", abstract: .said("签发下一版：其中的版本和内容从此不变。", "Issue the next edition: its versions and words stay as they are.")
        )

        @Argument(help: .said("交底资料的标识符。", "The pack."))
        var pack: Given<PackID>
        @Option(help: .said("参加人。", "Who else was there."))
        var participants: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(IssuePack(try pack.value(), participants: participants)).answer)
        }
    }

    struct Sign: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign", abstract: .said("签收最新一版，可以逐项退回。", "Sign for the newest edition, but for items that are sent back."),
            discussion: """
                  muniment pack sign K-…
                  muniment pack sign K-… --reject 图纸=不是最新版 --reject contacts=电话有误
                """)

        @Argument(help: .said("交底资料的标识符。", "The pack."))
        var pack: Given<PackID>
        @Option(help: .said("看过的版次；已有新版时就不签收。", "The edition that was looked at; a newer one is not signed for then."))
        var edition: Given<Ordinal>?
        @Option(help: .said("退回的内容和原因，写成 内容=原因。", "An item that is sent back, and why: item=reason.", valueName: "item=reason"))
        var reject: [String] = []
        @OptionGroup var common: CommonOptions

        func validate() throws {
            for text in reject where text.firstIndex(of: "=") == nil { throw ValidationError(.itemAndReason) }
        }

        func run(_ session: Session, _ console: Console) async throws {
            let rejections = reject.map { text in
                let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return PackRejection(item: String(parts[0]), reason: String(parts[1]))
            }
            let change = SignPack(try pack.value(), edition: try edition?.value().number, rejecting: rejections)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: .said("显示交底资料：有什么，缺什么。", "Show a pack: what is there, what is missing."))

        @Argument(help: .said("交底资料的标识符。", "The pack."))
        var pack: Given<PackID>
        @Option(help: .said("版次；不给则为最新一版。", "The edition; without one, the newest."))
        var edition: Given<Ordinal>?
        @Flag(help: .said("显示下一版现在会是什么样。", "What the next edition would be."))
        var draft = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let question = ShowPack(try pack.value(), edition: try edition?.value().number, draft: draft)
            try console.show(try await session.ask(question))
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: .said("列出交底资料。", "List packs."))

        @Option(help: .said("客户的名称或标识符。", "The party: its name or its identifier."))
        var party: String?
        @Option(help: .said("案卷的标识符。", "The dossier."))
        var dossier: Given<DossierID>?
        @Option(help: .said("接收方的名称或代码。", "The receiver: its name or its code."))
        var receiver: String?
        @Option(help: .said("状态，如 待签收。", "How it stands, such as issued."))
        var state: Given<PackState>?
        @Argument(help: .said("客户、现场、合同或案卷的名称里的词。", "Words of the name of customer, site, contract or deal."))
        var words: [String] = []
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            var question = ListPacks(state: try state?.value())
            (question.party, question.dossier, question.receiver) = (party, try dossier?.value(), receiver)
            question.words = words.isEmpty ? nil : words.joined(separator: " ")
            try console.show(try await session.ask(question))
        }
    }
}

extension Console {
    func show(_ view: PackView) throws {
        if json { return try object(["pack": view]) }
        let pack = view.pack
        let edition = view.edition.map { "\(PackFileMessage.editionNumber($0).text(tongue))  \(pack.state.text(tongue))" }
        line("\(pack.id)  \(pack.title)  \(pack.receiver.name.text(tongue))  \(edition ?? PackState.draft.text(tongue))")
        if let newest = view.supersededBy { line(PackFileMessage.superseded(by: newest).text(tongue)) }
        if view.isWithheld { line(PackWord.withheld.text(tongue)) }
        var table = TextTable([word("内容", "item"), word("情况", "state"), word("期限", "by"), word("说明或文件", "words or documents")])
        for item in view.checklist {
            let documents = item.documents.map { document in
                [
                    "\(document.id)", document.title, PackFileMessage.version(document.version.value).text(tongue),
                    document.newer.map { PackFileMessage.newer($0.value).text(tongue) },
                    document.destroyedOn.map { PackFileMessage.destroyed(on: $0).text(tongue) },
                ].compactMap(\.self).joined(separator: " ")
            }
            let rejected = item.rejected.map { PackFileMessage.rejected($0).text(tongue) }
            let told = ([item.text] + documents + [rejected]).compactMap(\.self).joined(separator: "; ")
            table.add([item.name.text(tongue), item.state.text(tongue), item.by ?? "", told.replacing("\n", with: " ")])
        }
        table.lines.forEach(line)
    }

    fileprivate func show(_ packs: [PackLine]) throws {
        if json { return try object(["packs": packs]) }
        var table = TextTable([
            word("标识符", "id"), word("案卷", "dossier"), word("客户", "party"), word("接收方", "receiver"), word("版次", "edition"),
            word("状态", "state"), word("签发", "issued"), word("签收", "signed for"),
        ])
        for pack in packs {
            table.add([
                "\(pack.id)", pack.title, pack.party?.name ?? "", pack.receiver.name.text(tongue), pack.newest.map { "\($0)" } ?? "",
                pack.state.text(tongue), pack.issued ?? "",
                pack.signed ?? "",
            ])
        }
        table.lines.forEach(line)
    }
}
