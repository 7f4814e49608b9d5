import Archive
import ArgumentParser
import Records
import Wording

/// The steps in which somebody puts their name to a batch.
extension DisposalCommand {
    struct Appraise: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "appraise", abstract: .said("鉴定：对清册中的文件给出意见。", "Judge the documents of a batch."),
            discussion: """
                  muniment disposal appraise B-… --all destroy --opinion 保管期满，同意销毁
                  muniment disposal appraise B-… --all destroy --item D-…=extend:5 --opinion 涉诉合同延长五年
                """)

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @Option(
            help: .said("对全部文件：destroy、extend:年数、keep 或 transfer。", "Of all: destroy, extend:YEARS, keep or transfer."))
        var all: String?
        @Option(
            name: .customLong("item"),
            help: .said("对一份文件：文件=意见；可给多次。", "Of one: DOCUMENT=DECISION; may be given often.", valueName: "document=decision"))
        var items: [String] = []
        @Option(help: .said("鉴定意见的文字。", "The opinion in words."))
        var opinion: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let judged = try items.map { words throws(ArchiveError) in try Self.judged(words) }
            let change = AppraiseDisposal(try batch.value(), all: all, items: judged.isEmpty ? nil : judged, opinion: opinion)
            try console.show(try await session.carryOut(change).answer)
        }

        private static func judged(_ words: String) throws(ArchiveError) -> AppraiseDisposal.Judged {
            let parts = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return AppraiseDisposal.Judged(try DocumentID.read(String(parts[0])), parts.count == 2 ? String(parts[1]) : "")
        }
    }

    struct Vacant: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "vacant", abstract: .said("登记公司没有某个须签署的职务。", "Enter that the company lacks a post that would have to sign."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @Option(help: .said("职务。", "The post."))
        var post: Given<DisposalPost>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(EnterVacantPost(try batch.value(), try post.value(), reason: reason)).answer)
        }
    }

    struct Sign: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "sign", abstract: .said("按职务签署清册。", "Sign the list for a post."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @Option(help: .said("你看到的清册的摘要。", "The digest of the list that you saw."))
        var digest: Given<ContentDigest>
        @Option(help: .said("职务；不给则为你的角色可签的第一个。", "The post; without, the first open one of your roles."))
        var post: Given<DisposalPost>?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SignDisposal(try batch.value(), digest: try digest.value(), post: try post?.value())
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Approve: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "approve", abstract: .said("批准：单位负责人或其书面委托的人。", "Approve, as head of the company or written delegate."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @Option(help: .said("你看到的清册的摘要。", "The digest of the list that you saw."))
        var digest: Given<ContentDigest>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(ApproveDisposal(try batch.value(), digest: try digest.value())).answer)
        }
    }

    struct Supervise: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "supervise", abstract: .said("监销：清点清册，确认当天的日期。", "Stand ready as supervisor: count the list, confirm the day."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @Option(help: .said("今天的日期。", "Today."))
        var date: Given<CivilDate>
        @Option(help: .said("你看到的清册的摘要；不给则为现在的清册。", "The digest of the list that you saw; without, the list as it is."))
        var digest: Given<ContentDigest>?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SuperviseDisposal(try batch.value(), on: try date.value(), digest: try digest?.value())
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Confirm: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm",
            abstract: .said("监销人确认已经销毁，并报纸质原件的份数。", "Confirm as supervisor that it was destroyed, with the count of paper."))

        @Argument(help: .said("批次的标识符。", "The batch."))
        var batch: Given<BatchID>
        @Option(help: .said("今天的日期。", "Today."))
        var date: Given<CivilDate>
        @Option(help: .said("当面销毁的纸质原件份数。", "How many paper originals were destroyed before your eyes."))
        var paper: Int?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = ConfirmDisposal(try batch.value(), on: try date.value(), paper: paper)
            try console.show(try await session.carryOut(change).answer)
        }
    }
}

extension DisposalPost: Givable {}

extension ContentDigest: Givable {
    /// With or without the name of its algorithm.
    static func read(_ text: String) throws(ArchiveError) -> ContentDigest {
        if let digest = ContentDigest(text) ?? ContentDigest(.sha256, hex: text) { return digest }
        throw ArchiveError(.valueRefused, ArchiveMessage.wordUnknown(text), remedy: DisposalRemedy.showIt, subject: "digest")
    }
}
