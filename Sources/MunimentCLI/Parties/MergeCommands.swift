import Archive
import ArgumentParser
import Records
import Wording

/// Parties that are one, and are not.
extension PartyCommand {
    struct Merge: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge", abstract: .said("合并客户：把一个并入另一个。", "Merge parties: one counts as the other from now on."),
            discussion: """
                  muniment party merge 青禾 --into 青禾置业有限公司 --reason 同一公司的简称
                """)

        @Argument(help: .said("并入另一个的客户：标识符或它自己的名称。", "Which is no party of its own any more: its identifier, or the name it goes by."))
        var party: String
        @Option(help: .said("并入哪个客户。", "Into which."))
        var into: String
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(MergeParties(party, into: into, reason: reason)).answer)
        }
    }

    struct Part: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "part", abstract: .said("拆开并入另一个的客户。", "Make a merged party one of its own again."))

        @Argument(help: .said("被并入的客户：标识符或原来的名称。", "The one that was merged: its identifier, or the name it went by."))
        var party: String
        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.carryOut(PartParties(party, reason: reason)).answer)
        }
    }
}
