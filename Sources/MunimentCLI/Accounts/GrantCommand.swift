import Archive
import ArgumentParser
import Records
import Wording

struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: .said("查阅授权：让账号在某日之前看到其角色看不到的。", "Grants (查阅授权): let an account see, up to a day, what its roles do not."),
        discussion: """
              muniment grant give 陈国清 --document D-… --until 2026-12-31 --reason 审计
              muniment grant give 陈国清 --class XS-CW --until 2026-12-31 --reason 审计
              muniment grant end 1 --reason 审计结束
            """,
        subcommands: [Give.self, End.self, List.self])

    struct Give: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "give", abstract: .said("授予查阅权。", "Give a grant."))

        @Argument(help: .said("账号的名称。", "The account's name."))
        var account: String
        @Option(help: .said("一份文件。", "A document."))
        var document: Given<DocumentID>?
        @Option(help: .said("一个案卷及其全部文件。", "A dossier with all its documents."))
        var dossier: Given<DossierID>?
        @Option(name: .customLong("class"), help: .said("一个类目及其下级。", "A class with all below it."))
        var recordClass: String?
        @Option(help: .said("有效的最后一日。", "The last day on which it holds."))
        var until: Given<CivilDate>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let grant = GiveGrant(to: account, try scope(), until: try until.value(), reason: reason)
            try console.show(try await session.carryOut(grant).answer)
        }

        private func scope() throws(ArchiveError) -> GrantScope {
            let scopes: [GrantScope?] = [
                try document.map { id throws(ArchiveError) in .document(try id.value()) },
                try dossier.map { id throws(ArchiveError) in .dossier(try id.value()) }, recordClass.map { .recordClass($0) },
            ]
            let given = scopes.compactMap { $0 }
            guard given.count == 1 else { throw ArchiveError(.usage, DealMessage.grantScopeMissing, subject: "scope") }
            return given[0]
        }
    }

    struct End: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "end", abstract: .said("提前收回授权。", "End a grant before its day."))

        @Argument(help: .said("授权的序号。", "Its number."))
        var grant: Given<Ordinal>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(EndGrant(try grant.value().number, reason: reason)).answer)
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: .said("列出有效的授权。", "List the grants that hold."))

        @Flag(help: .said("已结束和过期的也列出。", "Past and ended ones too."))
        var ended = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let grants = try await session.ask(ListGrants(ended: ended))
            if console.json { return try console.object(["grants": grants]) }
            for grant in grants { try console.show(grant) }
        }
    }
}

struct RightsCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "rights",
        abstract: .said("列出谁可以看到这份文件、为什么。", "Say who can see a document, and why."),
        discussion: "  muniment rights D-7K3M-9QXT-2VHT")

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let rights = try await session.ask(ShowRights(to: try document.value()))
        if console.json { return try console.object(["rights": rights]) }
        for right in rights {
            let grounds = right.because.map { $0.text(console.tongue) }.joined(separator: console.word("、", ", "))
            let grants = right.grants.isEmpty ? "" : "  " + right.grants.map { "#\($0)" }.joined(separator: " ")
            console.line("\(right.name)  \(grounds)\(grants)")
        }
        console.note(console.word("档案库的运维人员可以看到一切", "The operator, who owns the files, can see all"))
    }
}

extension Console {
    fileprivate func show(_ grant: GrantView) throws {
        if json { return try object(["grant": grant]) }
        let scope =
            switch grant.scope {
            case .document(let id): "\(id)"
            case .dossier(let id): "\(id)"
            case .recordClass(let code): code
            }
        line(
            "\(grant.number)  \(grant.accountName)  \(grant.scope.kind.text(tongue)) \(scope)  \(grant.until)  \(grant.endedOn ?? "")  \(grant.reason)"
        )
    }
}
