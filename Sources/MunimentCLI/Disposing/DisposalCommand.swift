import Archive
import ArgumentParser
import Records
import Wording

struct DisposalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disposal",
        abstract: .said("销毁：提出、鉴定、签署、批准、监销、执行、出具证明，每一步由本人办理。", "Disposal (销毁) in its steps, each by a person of their own."),
        discussion: """
              muniment disposal propose --by 2026-12-31 --reason 保管期满 --as 陈国清
              muniment disposal appraise B-… --all destroy --opinion 同意销毁 --as 档案员
              muniment disposal sign B-… --digest sha256:… --as 档案员
              muniment disposal approve B-… --digest sha256:… --as 单位负责人
              muniment disposal supervise B-… --date 2027-01-05 --as 监销人
              muniment disposal execute B-… --as 档案员
              muniment disposal confirm B-… --date 2027-01-05 --paper 12 --as 监销人
              muniment disposal certify B-… --output 销毁档案 --as 档案员
            """,
        subcommands: [
            Propose.self, Show.self, List.self, Appraise.self, Vacant.self, Sign.self, Approve.self, Supervise.self, Execute.self,
            Confirm.self, Certify.self, Cancel.self, Destroyed.self, Delegate.self, Undelegate.self, Delegations.self, Duties.self,
            SetDuties.self,
        ])

    struct Propose: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "propose", abstract: .said("列出到期可处置的，提出一个批次。", "Draw up what is due as a batch."))

        @Option(help: .said("到这一天可处置的，不晚于今天。", "Free on this day or before, today at the latest."))
        var by: Given<CivilDate>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @Option(name: .customLong("class"), help: .said("只限一个类目及其下级。", "Only a class with all below it."))
        var recordClass: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let proposal = ProposeDisposal(by: try by.value(), reason: reason, recordClass: recordClass)
            try console.show(try await session.carryOut(proposal).answer)
        }
    }

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: .said("显示一个批次：清册、已办的手续和下一步。", "Show a batch: its list, what was done, who is next."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.ask(ShowDisposal(try batch.value())))
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: .said("列出批次，最新的在前。", "List batches, the newest first."))

        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let batches = try await session.ask(ListDisposals())
            if console.json { return try console.object(["batches": batches]) }
            var table = TextTable([
                console.word("批次", "batch"), console.word("状态", "state"), console.word("提出", "proposed"), console.word("份数", "documents"),
                console.word("原因", "reason"),
            ])
            for batch in batches {
                table.add(["\(batch.id)", batch.state.text(console.tongue), batch.proposedOn, "\(batch.count)", batch.reason])
            }
            table.lines.forEach(console.line)
        }
    }

    struct Execute: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "execute",
            abstract: .said("执行销毁；可以中断，再执行一次就接着做。", "Carry a batch out; it can be stopped, and goes on when run again."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let progress = ProgressLine(console)
            let outcome = try await session.archive.execute(try batch.value(), by: session.actor) { progress.show($0, of: $1) }
            progress.end()
            if console.json { return try console.object(outcome) }
            console.say(
                "已销毁 \(outcome.destroyed.count) 份；脱敏 \(outcome.redacted.count) 份；移出 \(outcome.dropped.count) 份；延长 \(outcome.extended.count) 份；待移交 \(outcome.transfer.count) 份",
                """
                Destroyed \(outcome.destroyed.count); redacted \(outcome.redacted.count); dropped \(outcome.dropped.count); kept longer \(outcome.extended.count); \
                to be passed on \(outcome.transfer.count)
                """)
            for item in outcome.dropped { console.line("  \(item.document)  \(console.reason(of: item))") }
        }
    }

    struct Certify: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "certify", abstract: .said("归档并写出销毁清册、鉴定意见书和销毁证明。", "File list, opinion and certificate, and write them out."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @Option(
            name: [.long, .short],
            help: .said("写到哪个文件夹：空的或还没有的。", "The folder to write to: empty or absent."))
        var output: String
        @Option(
            name: .customLong("class"),
            help: .said("归入哪个类目；不给则为存放销毁记录的类目。", "The class to file them in; without it, that of disposal records."))
        var recordClass: String?
        @OptionGroup var common: CommonOptions

        /// What was certified already is only written out again.
        func run(_ session: Session, _ console: Console) async throws {
            let id = try batch.value()
            let before = try await session.ask(ShowDisposal(id))
            let folder = try OutputFolder(absolute(output))
            if before.state == .executed { try folder.make() }
            let isRepeated = before.state == .certified && recordClass == nil
            let done = isRepeated ? before : try await session.archive.certify(id, in: recordClass, by: session.actor)
            let written = try await folder.write(done, session)
            if console.json { return try console.object(Certified(batch: done, files: written)) }
            for path in written { console.line(path) }
        }

        private struct Certified: Encodable {
            let batch: BatchView
            let files: [String]
        }
    }

    struct Cancel: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: .said("撤销一个还没有开始销毁的批次。", "Give up a batch of which nothing is destroyed."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(CancelDisposal(try batch.value(), reason: reason)).answer)
        }
    }

    struct Destroyed: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "destroyed", abstract: .said("列出已销毁文件留下的记录。", "List what stays of destroyed documents."))

        @Argument(help: .said("编号或题名中的字词；不给则全部。", "Words of number or title; without, all."))
        var words: [String] = []
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let tombstones = try await session.ask(ListDestroyed(words.isEmpty ? nil : words.joined(separator: " ")))
            if console.json { return try console.object(["destroyed": tombstones]) }
            var table = TextTable([
                console.word("标识", "id"), console.word("编号", "number"), console.word("销毁于", "destroyed"), console.word("批次", "batch"),
                console.word("标题", "title"),
            ])
            for one in tombstones { table.add(["\(one.document)", one.number ?? "", one.destroyedOn, "\(one.batch)", one.title]) }
            table.lines.forEach(console.line)
        }
    }
}
