import Archive
import ArgumentParser
import Records
import Wording

struct TransmittalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transmittal",
        abstract: .said("登记寄出和收到的文件：哪些版本，几份，运单号。", "Enter papers that go out and come in: which versions, how many, the waybill."),
        discussion: """
              muniment transmittal send O-… D-…@2x3 --to 青禾置业 --waybill SF1234567890123
              muniment transmittal settle T-… signed --signer 林工 --proof D-…
              muniment transmittal receive O-… --from 青禾置业
              muniment transmittal list SF1234567890123
              muniment transmittal print T-… --output 递送单.pdf
            """,
        subcommands: [Send.self, Receive.self, Settle.self, SetWaybill.self, Show.self, List.self, Print.self])

    /// How it travels.
    struct Carriage: ParsableArguments {
        @Option(help: .said("运单号。", "The carrier's number."))
        var waybill: String?
        @Option(help: .said("承运人；不给则按运单号判断。", "The carrier; the one that the waybill tells without it."))
        var carrier: Given<Carrier>?
        @Option(help: .said("备注。", "What else is to be said of it."))
        var note: String?
    }

    /// What travels.
    struct Things: ParsableArguments {
        @Argument(
            help: .said(
                "原件 O-…，或文件 D-…、D-…@版本、D-…@版本x份数。", "Originals O-…, or documents D-…, D-…@version, D-…@versionxcopies.",
                valueName: "items"))
        var items: [String]
        @Flag(help: .said("文件是电子文件，不是复印件。", "Documents go as files, and not as copies on paper."))
        var files = false

        func things() throws(ArchiveError) -> [TransmittedThing] {
            var things: [TransmittedThing] = []
            for item in items { things.append(try TransmittedThing(words: item, as: files ? .file : nil)) }
            return things
        }
    }

    struct Send: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "send", abstract: .said("登记寄出：原件从此在对方。", "Enter what goes out: originals are with the other party from then on."))

        @OptionGroup var things: Things
        @OptionGroup var carriage: Carriage
        @Option(help: .said("收件方。", "To whom.", valueName: "name"))
        var to: String
        @Option(help: .said("原件寄回期限；不给则留在对方。", "By when the originals come back; without it they stay."))
        var until: Given<CivilDate>?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SendTransmittal(
                to: to, try things.things(), waybill: carriage.waybill, by: try carriage.carrier?.value(), until: try until?.value(),
                note: carriage.note)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Receive: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "receive", abstract: .said("登记收件：寄出的原件回到负责人手里。", "Enter what came in: originals that were sent out are back."))

        @OptionGroup var things: Things
        @OptionGroup var carriage: Carriage
        @Option(help: .said("寄件方。", "From whom.", valueName: "name"))
        var from: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = ReceiveTransmittal(
                from: from, try things.things(), waybill: carriage.waybill, by: try carriage.carrier?.value(), note: carriage.note)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Settle: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "settle", abstract: .said("登记寄件的结果：签收、退回或遗失。", "Say what became of what was sent: signed for, come back or lost."),
            discussion: """
                  muniment transmittal settle T-… 签收 --signer 林工 --proof D-…
                  muniment transmittal settle T-… 退回 --reason 地址有误
                """)

        @Argument(help: .said("递送的标识符。", "The transmittal."))
        var transmittal: Given<TransmittalID>
        @Argument(help: .said("签收 signed、退回 returned 或遗失 lost。", "signed 签收, returned 退回 or lost 遗失."))
        var outcome: Given<TransmittalSettled.Outcome>
        @Option(help: .said("哪天；不给则为今天。", "When; today without it."))
        var on: Given<CivilDate>?
        @Option(help: .said("签收人。", "Who signed for it.", valueName: "name"))
        var signer: String?
        @Option(help: .said("签收单，已归档的文件。", "The receipt, a filed document.", valueName: "document"))
        var proof: Given<DocumentID>?
        @Option(help: .said("退回或遗失的原因。", "Why it came back, or what is known of the loss."))
        var reason: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SettleTransmittal(
                try transmittal.value(), try outcome.value(), on: try on?.value(), signer: signer, proof: try proof?.value(), reason: reason
            )
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct SetWaybill: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-waybill", abstract: .said("登记或更正运单号和承运人。", "Enter or correct waybill and carrier."))

        @Argument(help: .said("递送的标识符。", "The transmittal."))
        var transmittal: Given<TransmittalID>
        @OptionGroup var carriage: Carriage
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SetCarriage(
                of: try transmittal.value(), waybill: carriage.waybill, by: try carriage.carrier?.value(), note: carriage.note)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: .said("显示一次递送。", "Show a transmittal with all that is in it."))

        @Argument(help: .said("递送的标识符。", "The transmittal."))
        var transmittal: Given<TransmittalID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.ask(ShowTransmittal(try transmittal.value())))
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: .said("列出寄件和收件。", "List what went out and came in."))

        @Argument(help: .said("运单号，收寄方或其中文件的名称里的词。", "A waybill, or words of the correspondent or of a document in it."))
        var words: [String] = []
        @Option(help: .said("寄出 out 或收件 in。", "out 寄出 or in 收件."))
        var direction: Given<TransmittalDirection>?
        @Option(help: .said("状态，如 未签收。", "How it stands, such as sent."))
        var state: Given<TransmittalState>?
        @Option(help: .said("运单号。", "The carrier's number."))
        var waybill: String?
        @Option(help: .said("客户的名称或标识符。", "The party: its name or its identifier."))
        var party: String?
        @Option(help: .said("其中有这份文件的。", "Those with this document."))
        var document: Given<DocumentID>?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            var question = ListTransmittals(state: try state?.value())
            (question.direction, question.document) = (try direction?.value(), try document?.value())
            (question.waybill, question.party) = (waybill, party)
            question.words = words.isEmpty ? nil : words.joined(separator: " ")
            try console.show(try await session.ask(question))
        }
    }

    struct Print: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "print", abstract: .said("打印递送单。", "Print the form of a transmittal, to be enclosed and signed."))

        @Argument(help: .said("递送的标识符。", "The transmittal."))
        var transmittal: Given<TransmittalID>
        @OptionGroup var common: CommonOptions
        @Option(name: [.long, .short], help: .said("写到哪个 PDF 文件。", "The PDF file to write."))
        var output: String

        func run(_ session: Session, _ console: Console) async throws {
            let file = try await session.ask(PrintTransmittal(try transmittal.value(), in: console.tongue))
            try console.write(file, to: output)
        }
    }
}

extension Console {
    func show(_ view: TransmittalView) throws {
        if json { return try object(["transmittal": view]) }
        list([view.line])
        for item in view.items {
            let facts: [String?] = [
                item.original.map { "\($0)" } ?? "\(item.document)", item.form.text(tongue),
                TransmittalPageMessage.item(version: item.version.value, copies: item.copies).text(tongue),
                [item.number, item.title].compactMap(\.self).joined(separator: " "),
                item.destroyedOn.map { TransmittalPageMessage.destroyed(on: $0).text(tongue) },
            ]
            line("  \(facts.compactMap(\.self).joined(separator: "  "))")
        }
        if let note = view.line.note { line("  \(note)") }
        let outcome = [view.line.settledOn, view.line.signer, view.line.proof.map { "\($0)" }, view.line.reason].compactMap(\.self)
        if !outcome.isEmpty { line("  \(view.line.state.text(tongue))  \(outcome.joined(separator: "  "))") }
    }

    fileprivate func show(_ transmittals: [TransmittalLine]) throws {
        if json { return try object(["transmittals": transmittals]) }
        list(transmittals)
    }

    private func list(_ transmittals: [TransmittalLine]) {
        var table = TextTable([
            word("标识符", "id"), word("方向", "way"), word("状态", "state"), word("日期", "day"), word("收寄方", "with"), word("承运人", "carrier"),
            word("运单号", "waybill"), word("寄回", "until"), word("项", "items"), word("经办", "by"),
        ])
        for one in transmittals {
            table.add([
                "\(one.id)", one.direction.text(tongue), one.state.text(tongue), one.on, one.name, one.carrier?.text(tongue) ?? "",
                one.waybill?.number ?? "", one.until ?? "", "\(one.count)", one.by,
            ])
        }
        table.lines.forEach(line)
    }
}
