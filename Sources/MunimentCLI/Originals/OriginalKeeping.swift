import Archive
import ArgumentParser
import Records
import Wording

/// What is done with an original.
extension OriginalCommand {
    struct Move: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "move",
            abstract: .said("移交原件；对方接收后由对方负责。", "Give an original to somebody, who answers for it once they confirm it."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @Option(help: .said("接收人的账号。", "Who is to have it.", valueName: "account"))
        var to: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(MoveOriginal(try original.value(), to: to)).answer)
        }
    }

    struct Confirm: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm", abstract: .said("确认收到移交来的原件。", "Confirm an original that was given to you."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(ConfirmOriginal(try original.value())).answer)
        }
    }

    struct Refuse: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "refuse",
            abstract: .said("拒收移交来的原件，退回移交人。", "Refuse an original that was given to you: it is back with the giver."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(RefuseOriginal(try original.value(), reason: reason)).answer)
        }
    }

    struct Shelve: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "shelve", abstract: .said("原件上架。", "Put an original on a shelf."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @Option(help: .said("室-柜-层-盒。", "Room-cabinet-shelf-box."))
        var place: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(ShelveOriginal(try original.value(), at: place)).answer)
        }
    }

    struct Lend: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "lend", abstract: .said("借出原件，出借人继续负责。", "Lend an original; whoever lends it goes on answering for it."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @OptionGroup var loan: LoanOptions
        @Option(help: .said("目的。", "What for."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            guard let until = try loan.until?.value() else {
                throw ArchiveError(.valueRefused, OriginalMessage.dayNeeded, subject: "until")
            }
            let change = LendOriginal(try original.value(), to: loan.to, outside: loan.outside, until: until, reason: reason)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Return: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "return", abstract: .said("归还原件。", "Give an original back, or say that it is back."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(ReturnOriginal(try original.value())).answer)
        }
    }

    struct Send: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "send",
            abstract: .said("外寄原件：给出期限的要寄回，否则留在对方。", "Send an original out: with a day it comes back, without it stays."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @Option(help: .said("收件方。", "To whom.", valueName: "name"))
        var to: String
        @Option(help: .said("寄回期限。", "By when it comes back."))
        var until: Given<CivilDate>?
        @Option(help: .said("运单号。", "The carrier's number."))
        var waybill: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = SendOriginal(try original.value(), to: to, until: try until?.value(), waybill: waybill)
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Release: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "release",
            abstract: .said("移出原件：对方已签收，不再由我方负责。", "Let an original go: it is signed for, and others answer for it."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @Option(help: .said("签收方。", "Who signed for it.", valueName: "name"))
        var to: String
        @Option(help: .said("签收单，已归档的文件。", "The receipt, a filed document.", valueName: "document"))
        var proof: Given<DocumentID>
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = ReleaseOriginal(try original.value(), to: to, proof: try proof.value())
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Missing: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "missing", abstract: .said("报告原件遗失。", "Report that nobody knows where an original is."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @Option(help: .said("情况。", "What is known."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(MissOriginal(try original.value(), reason: reason)).answer)
        }
    }

    struct Found: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "found", abstract: .said("遗失的原件找到了。", "An original that was missing is there again."))

        @Argument(help: .said("原件的标识符。", "The original."))
        var original: Given<OriginalID>
        @Option(help: .said("情况。", "What is known."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(FindOriginal(try original.value(), reason: reason)).answer)
        }
    }
}
