import Archive
import ArgumentParser
import Records
import Wording

struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Holds (冻结): nothing in their scope may be destroyed, withdrawn or redacted.",
        discussion: """
              muniment hold place --document D-… --reason "诉讼 2026-017" --authority 法务部
              muniment hold place --standing "客户:青禾置业" --reason "诉讼 2026-017" --authority 法务部
              muniment hold lift H-… --reason 结案 --authority 法务部
            """,
        subcommands: [Place.self, Lift.self, List.self])

    struct Place: ArchiveCommand {
        static let configuration = CommandConfiguration(abstract: "Place a hold on one scope.")

        @Option(help: "A document.")
        var document: Given<DocumentID>?
        @Option(help: "A dossier with all its documents.")
        var dossier: Given<DossierID>?
        @Option(help: "A party with all its documents, by name or identifier.")
        var party: String?
        @Option(name: .customLong("class"), help: "A class with all below it.")
        var recordClass: String?
        @Option(help: "What this query finds now.")
        var frozen: String?
        @Option(help: "What this query finds whenever it is asked, also what is filed later.")
        var standing: String?
        @Option(help: "Why.")
        var reason: String
        @Option(help: "Who ordered it.")
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
        static let configuration = CommandConfiguration(abstract: "Lift a hold.")

        @Argument(help: "The hold.")
        var hold: Given<HoldID>
        @Option(help: "Why.")
        var reason: String
        @Option(help: "Who ordered it.")
        var authority: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(LiftHold(try hold.value(), reason: reason, authority: authority)).answer)
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(abstract: "List holds, the newest first.")

        @Flag(help: "Lifted ones too.")
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
    }
}
