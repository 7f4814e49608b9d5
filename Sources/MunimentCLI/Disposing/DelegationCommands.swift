import Archive
import ArgumentParser
import Records
import Wording

/// Who may approve in the stead of the head of the company.
extension DisposalCommand {
    struct Delegate: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "delegate", abstract: .said("书面委托他人在某日之前批准销毁。", "Let somebody approve disposals up to a day, in writing."))

        @Argument(help: .said("账号的名称。", "The account's name."))
        var account: String
        @Option(help: .said("有效的最后一日。", "The last day on which it holds."))
        var until: Given<CivilDate>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @Option(help: .said("已归档的书面委托。", "The written delegation, where it is filed."))
        var document: Given<DocumentID>?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let change = DelegateDisposal(to: account, until: try until.value(), reason: reason, document: try document?.value())
            try console.show(try await session.carryOut(change).answer)
        }
    }

    struct Undelegate: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "undelegate", abstract: .said("提前收回委托。", "End a delegation before its day."))

        @Argument(help: .said("委托的序号。", "Its number."))
        var delegation: Given<Ordinal>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(EndDelegation(try delegation.value().number, reason: reason)).answer)
        }
    }

    struct Delegations: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "delegations", abstract: .said("列出有效的委托。", "List the delegations that hold."))

        @Flag(help: .said("已结束和过期的也列出。", "Past and ended ones too."))
        var ended = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let delegations = try await session.ask(ListDelegations(ended: ended))
            if console.json { return try console.object(["delegations": delegations]) }
            for delegation in delegations { try console.show(delegation) }
        }
    }
}

extension Console {
    fileprivate func show(_ delegation: DelegationView) throws {
        if json { return try object(["delegation": delegation]) }
        line("\(delegation.number)  \(delegation.accountName)  \(delegation.until)  \(delegation.endedOn ?? "")  \(delegation.reason)")
    }
}
