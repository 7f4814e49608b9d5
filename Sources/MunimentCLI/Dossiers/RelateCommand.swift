import Archive
import ArgumentParser
import Records
import Wording

struct RelateCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "relate", abstract: "Say how a document stands to another, or list how it does.",
        discussion: """
              muniment relate D-… amends D-…
              muniment relate D-… attached_to D-… --remove --reason 附错
              muniment relate D-…
            """)

    @Argument(help: "The document.")
    var document: Given<DocumentID>
    @Argument(help: "amends 变更, renews 续签, follows 依从, belongs_to 属于, attached_to 附于.")
    var relation: Given<Relation>?
    @Argument(help: "The other document.")
    var other: Given<DocumentID>?
    @Flag(help: "Take the relation back.")
    var remove = false
    @Option(help: "Why it is taken back.")
    var reason: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if (relation == nil) != (other == nil) { throw ValidationError(.relationAndOther) }
        if remove, reason == nil || relation == nil { throw ValidationError(.removeRelation) }
    }

    func run(_ session: Session, _ console: Console) async throws {
        let document = try document.value()
        let relations =
            if let relation = try relation?.value(), let other = try other?.value() {
                remove
                    ? try await session.carryOut(UnrelateDocuments(document, relation, to: other, reason: reason ?? "")).answer
                    : try await session.carryOut(RelateDocuments(document, relation, to: other)).answer
            } else {
                try await session.ask(ListRelations(of: document))
            }
        if console.json { return try console.object(["relations": relations]) }
        for relation in relations { console.line("\(relation.document)  \(relation.relation.text(console.tongue))  \(relation.other)") }
    }
}

struct PartyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "party", abstract: "Parties (客户、相对方).", subcommands: [Register.self, List.self])

    struct Register: ArchiveCommand {
        static let configuration = CommandConfiguration(abstract: "Register a party before anything of it is filed.")

        @Argument(help: "Its name.")
        var name: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let party = try await session.carryOut(RegisterParty(named: name)).answer
            if console.json { return try console.object(["party": party]) }
            console.line("\(party.id)  \(party.name)")
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(abstract: "List all parties by name.")

        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let parties = try await session.ask(ListParties())
            if console.json { return try console.object(["parties": parties]) }
            for party in parties { console.line("\(party.id)  \(party.name)") }
        }
    }
}
