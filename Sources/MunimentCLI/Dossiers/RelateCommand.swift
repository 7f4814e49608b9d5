import Archive
import ArgumentParser
import Records
import Wording

struct RelateCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "relate", abstract: .said("说明一份文件与另一份的关系，或列出已有关系。", "Say how a document stands to another, or list how it does."),
        discussion: """
              muniment relate D-… amends D-…
              muniment relate D-… attached_to D-… --remove --reason 附错
              muniment relate D-…
            """)

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @Argument(
        help: .said(
            "变更 amends、续签 renews、依从 follows、属于 belongs_to、附于 attached_to。",
            "amends 变更, renews 续签, follows 依从, belongs_to 属于, attached_to 附于."))
    var relation: Given<Relation>?
    @Argument(help: .said("另一份文件的标识符。", "The other document."))
    var other: Given<DocumentID>?
    @Flag(help: .said("撤销这个关系。", "Take the relation back."))
    var remove = false
    @Option(help: .said("撤销的原因。", "Why it is taken back."))
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
