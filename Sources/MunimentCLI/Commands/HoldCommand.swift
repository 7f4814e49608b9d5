import Archive
import ArgumentParser
import Catalogue
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

    struct Place: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Place a hold on one scope.")

        @Option(help: "A document.")
        var document: DocumentID?
        @Option(help: "A dossier with all its documents.")
        var dossier: DossierID?
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

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.placeHold(on: try order(), reason: reason, authority: authority, by: actor))
            }
        }

        private func order() throws(ArchiveError) -> LocalArchive.HoldOrder {
            let orders: [LocalArchive.HoldOrder?] = [
                document.map { .document($0) }, dossier.map { .dossier($0) }, party.map { .party($0) },
                recordClass.map { .recordClass($0) },
                frozen.map { .frozen($0) }, standing.map { .standing($0) },
            ]
            let given = orders.compactMap { $0 }
            guard given.count == 1 else { throw ArchiveError(.usage, DealMessage.scopeMissing, subject: "scope") }
            return given[0]
        }
    }

    struct Lift: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lift a hold.")

        @Argument(help: "The hold.")
        var hold: HoldID
        @Option(help: "Why.")
        var reason: String
        @Option(help: "Who ordered it.")
        var authority: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.liftHold(hold, reason: reason, authority: authority, by: actor))
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List holds, the newest first.")

        @Flag(help: "Lifted ones too.")
        var lifted = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                let holds = try await archive.holds(lifted: lifted, by: actor)
                if console.json { return try console.object(["holds": holds]) }
                var table = TextTable([
                    console.word("标识", "id"), console.word("范围", "scope"), console.word("自", "from"), console.word("至", "to"),
                    console.word("依据", "authority"), console.word("原因", "reason"),
                ])
                for hold in holds {
                    table.add([
                        "\(hold.id)", "\(hold.kind) \(hold.scope)", hold.placedOn, hold.liftedOn ?? "", hold.authority, hold.reason,
                    ])
                }
                table.lines.forEach(console.line)
            }
        }
    }
}

extension Console {
    fileprivate func show(_ hold: HoldView) throws {
        if json { return try object(["hold": hold]) }
        line("\(hold.id)  \(hold.kind) \(hold.scope)  \(hold.placedOn)  \(hold.liftedOn ?? "")")
    }
}
