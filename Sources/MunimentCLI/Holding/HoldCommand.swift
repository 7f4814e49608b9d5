import Archive
import ArgumentParser
import Records
import Wording

struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: .said("冻结（保全）：范围内的一律不得销毁、撤回或脱敏。", "Holds (冻结): nothing in their scope may be destroyed, withdrawn or redacted."),
        discussion: """
              muniment hold place --document D-… --reason "诉讼 2026-017" --authority 法务部
              muniment hold place --standing "客户:青禾置业" --reason "诉讼 2026-017" --authority 法务部
              muniment hold lift H-… --reason 结案 --authority 法务部
            """,
        subcommands: [Place.self, Lift.self, List.self])

    struct Place: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "place", abstract: .said("冻结一个范围。", "Place a hold on one scope."))

        @Option(help: .said("一份文件。", "A document."))
        var document: Given<DocumentID>?
        @Option(help: .said("一个案卷及其全部文件。", "A dossier with all its documents."))
        var dossier: Given<DossierID>?
        @Option(help: .said("一个客户及其全部文件，用名称或标识符。", "A party with all its documents, by name or identifier."))
        var party: String?
        @Option(name: .customLong("class"), help: .said("一个类目及其下级。", "A class with all below it."))
        var recordClass: String?
        @Option(help: .said("这个查询现在查到的。", "What this query finds now."))
        var frozen: String?
        @Option(help: .said("凡是这个查询查到的，包括以后归档的。", "What this query finds whenever it is asked, also what is filed later."))
        var standing: String?
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @Option(help: .said("由谁决定。", "Who ordered it."))
        var authority: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(PlaceHold(on: try scope(), reason: reason, authority: authority)).answer)
        }

        private func scope() throws(ArchiveError) -> PlaceHold.Scope {
            let scopes: [PlaceHold.Scope?] = [
                try document.map { id throws(ArchiveError) in .document(try id.value()) },
                try dossier.map { id throws(ArchiveError) in .dossier(try id.value()) }, party.map { .party($0) },
                recordClass.map { .recordClass($0) },
                frozen.map { .frozen($0) }, standing.map { .standing($0) },
            ]
            let given = scopes.compactMap { $0 }
            guard given.count == 1 else { throw ArchiveError(.usage, DealMessage.scopeMissing, subject: "scope") }
            return given[0]
        }
    }

    struct Lift: ArchiveCommand {
        static let configuration = CommandConfiguration(commandName: "lift", abstract: .said("解除冻结。", "Lift a hold."))

        @Argument(help: .said("冻结的标识符。", "The hold."))
        var hold: Given<HoldID>
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @Option(help: .said("由谁决定。", "Who ordered it."))
        var authority: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(LiftHold(try hold.value(), reason: reason, authority: authority)).answer)
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: .said("列出冻结，最新的在前。", "List holds, the newest first."))

        @Flag(help: .said("已解除的也列出。", "Lifted ones too."))
        var lifted = false
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let holds = try await session.ask(ListHolds(lifted: lifted))
            if console.json { return try console.object(["holds": holds]) }
            var table = TextTable([
                console.word("标识", "id"), console.word("范围", "scope"), console.word("自", "from"), console.word("至", "to"),
                console.word("依据", "authority"), console.word("原因", "reason"),
            ])
            for hold in holds {
                table.add([
                    "\(hold.id)", console.scope(of: hold), hold.placedOn, hold.liftedOn ?? "", hold.authority,
                    hold.reason,
                ])
            }
            table.lines.forEach(console.line)
        }
    }
}

extension Console {
    /// A party by its name; what has a name that others may share, by its identifier and its name.
    fileprivate func scope(of hold: HoldView) -> String {
        let names = hold.kind == .party ? [hold.named ?? hold.scope] : [hold.scope, hold.named].compactMap { $0 }
        return ([hold.kind.text(tongue)] + names).joined(separator: " ")
    }

    fileprivate func show(_ hold: HoldView) throws {
        if json { return try object(["hold": hold]) }
        line("\(hold.id)  \(scope(of: hold))  \(hold.placedOn)  \(hold.liftedOn ?? "")")
        show(hold.incomplete)
    }
}
