import Archive
import ArgumentParser
import Records
import Wording

struct RestrictionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restriction",
        abstract: .said(
            "限制处理：含个人信息的文件只保管，不再列出、检索和统计。", "Restriction (限制处理): a document with personal data is kept, and no more."),
        discussion: """
              muniment restriction set D-… --reason 处理目的已实现，保管期未满
              muniment restriction open D-… --reason 监管部门来函
              muniment restriction lift D-… --reason 重新取得同意
            """,
        subcommands: [Set.self, Open.self, Lift.self, List.self])

    struct Set: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: .said("限制处理一份文件。", "Restrict the processing of a document."))

        @Argument(help: .said("文件的标识符。", "The document."))
        var document: Given<DocumentID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(RestrictDocument(try document.value(), reason: reason)).answer)
        }
    }

    struct Open: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: .said("说明理由，当日内可以查阅。", "Open it for oneself, for the rest of the day, with the reason."))

        @Argument(help: .said("文件的标识符。", "The document."))
        var document: Given<DocumentID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(OpenRestricted(try document.value(), reason: reason)).answer)
        }
    }

    struct Lift: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "lift", abstract: .said("解除限制处理。", "Lift the restriction."))

        @Argument(help: .said("文件的标识符。", "The document."))
        var document: Given<DocumentID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let view = try await session.carryOut(LiftRestriction(try document.value(), reason: reason)).answer
            if console.json { return try console.object(["document": view]) }
            console.line("\(view.id)  \(view.title)")
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: .said("列出限制处理的文件。", "List restricted documents."))

        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let restricted = try await session.ask(ListRestricted())
            if console.json { return try console.object(["restricted": restricted]) }
            for one in restricted { try console.show(one) }
        }
    }
}

extension Console {
    fileprivate func show(_ restriction: RestrictionView) throws {
        if json { return try object(["restriction": restriction]) }
        line("\(restriction.document)  \(restriction.number ?? "–")  \(restriction.title)  \(restriction.since)  \(restriction.reason)")
    }
}
