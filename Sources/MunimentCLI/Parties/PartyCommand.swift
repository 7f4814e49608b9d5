import Archive
import ArgumentParser
import Records
import Wording

struct PartyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "party", abstract: .said("客户、相对方。", "Parties (客户、相对方)."),
        subcommands: [Register.self, List.self, Show.self, Edit.self, Site.self, ChangeSite.self, Merge.self, Part.self])

    struct Register: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "register", abstract: .said("登记还没有归档任何文件的客户。", "Register a party before anything of it is filed."))

        @Argument(help: .said("客户的名称。", "Its name."))
        var name: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let party = try await session.carryOut(RegisterParty(named: name)).answer
            if console.json { return try console.object(["party": party]) }
            console.line("\(party.id)  \(party.name)")
        }
    }

    struct List: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: .said("按名称列出客户。", "List parties by name."),
            discussion: """
                  muniment party list 青禾
                  muniment party list QHZY
                """)

        @Argument(
            help: .said(
                "只列名称、简称、曾用名里有这些字的，或拼音首字母、代码相符的。",
                "Only those with a name or former name that has these words, the initials of its syllables, or this code."))
        var words: String?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let parties = try await session.ask(ListParties(words))
            if console.json { return try console.object(["parties": parties]) }
            for party in parties { console.line("\(party.id)  \(party.name)") }
        }
    }

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: .said(
                "显示一个客户：名称、代码、联系人、现场、案卷、文件和未结事项。",
                "Show a party: names, codes, contacts, sites, dossiers, documents, open matters."))

        @Argument(help: .said("客户的标识符或任一名称。", "Its identifier, or any of its names."))
        var party: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            try console.show(try await session.ask(ShowParty(party)))
        }
    }
}

extension Console {
    func show(_ party: PartyDetails) throws {
        if json { return try object(["party": party]) }
        line("\(party.id)  \(party.record.name)")
        var facts: [(String, String)] = party.record.otherNames.map { ($0.kind.text(tongue), $0.name) }
        facts += party.merged.map { (word("并入的客户", "merged into it"), "\($0.id) \($0.record.line(tongue))") }
        facts += party.record.codes.map { ($0.kind.text(tongue), $0.code) }
        facts += party.record.values.map { ($0.text(tongue), $1) }
        facts += party.record.contacts.map { (word("联系人", "contact"), $0.line) }
        facts += party.sites.map { (word("现场", "site"), $0.line) }
        facts += party.dossiers.map { (word("案卷", "dossier"), "\($0.id) \($0.title)") }
        facts += party.matters.map { (word("未结事项", "open matter"), "\($0.number) \($0.kind.text(tongue)) \($0.document) \($0.note)") }
        facts += party.originals.map {
            let place = [$0.state.text(tongue), $0.place ?? $0.with ?? $0.answerable].compactMap(\.self).joined(separator: " ")
            return (word("原件", "original"), "\($0.id) \($0.title) \($0.copy)/\($0.copies) \(place)")
        }
        facts += party.packs.map {
            (word("交底资料", "pack"), "\($0.id) \($0.title) \($0.receiver.name.text(tongue)) \($0.state.text(tongue))")
        }
        facts += party.documents.map {
            (word("文件", "document"), [$0.id.description, $0.number, $0.title].compactMap(\.self).joined(separator: " "))
        }
        facts += party.mayBeSame.map { other in
            let grounds = other.grounds.map { $0.text(tongue) }.joined(separator: word("、", ", "))
            return (word("可能是同一客户", "may be the same"), "\(other.party.id) \(other.party.name)（\(grounds)）")
        }
        for (name, value) in facts { line("  \(name)  \(value)") }
        let count = party.counts.reduce(0) { $0 + $1.count }
        if count > party.documents.count {
            line("  " + word("共 \(count) 份文件；检索“客户:\(party.id)”可得全部", "\(count) documents; the search “party:\(party.id)” has all"))
        }
    }
}

extension PartyContact {
    fileprivate var line: String { [name, post, phone, email, note].compactMap(\.self).joined(separator: "  ") }
}

extension SiteView {
    var line: String { [id.description, name, address, note].compactMap(\.self).joined(separator: "  ") }
}
