import Archive
import ArgumentParser
import Catalogue
import Records

struct DossierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: "Dossiers (案卷): everything of one deal.",
        discussion: """
              muniment dossier open "青禾广场空调安装" --party 青禾置业
              muniment dossier link C-7K3M-9QXT-2VHT D-7K3M-9QXT-2VHT --home
              muniment dossier close C-7K3M-9QXT-2VHT --on 2026-11-30 --reason 质保期满
            """,
        subcommands: [Open.self, Link.self, Unlink.self, Close.self, Reopen.self, Show.self, List.self])

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a dossier.")

        @Argument(help: "What it is called.")
        var title: String
        @Option(help: "The other side of the deal (客户).")
        var party: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.openDossier(title: title, party: party, by: actor))
            }
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Put documents into a dossier.")

        @Argument(help: "The dossier.")
        var dossier: DossierID
        @Argument(help: "The documents.")
        var documents: [DocumentID]
        @Flag(help: "This dossier is their home.")
        var home = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.link(documents, to: dossier, home: home, by: actor))
            }
        }
    }

    struct Unlink: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a document out of a dossier.")

        @Argument(help: "The dossier.")
        var dossier: DossierID
        @Argument(help: "The document.")
        var document: DocumentID
        @Option(help: "Why.")
        var reason: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.unlink(document, from: dossier, reason: reason, by: actor))
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Close a dossier.")

        @Argument(help: "The dossier.")
        var dossier: DossierID
        @Option(help: "The day, the month or the year.")
        var on: String
        @Option(help: "Why.")
        var reason: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.setClosed(dossier, on: on, reason: reason, by: actor))
            }
        }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a closed dossier again.")

        @Argument(help: "The dossier.")
        var dossier: DossierID
        @Option(help: "Why.")
        var reason: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.setClosed(dossier, on: nil, reason: reason, by: actor))
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a dossier and its documents.")

        @Argument(help: "The dossier.")
        var dossier: DossierID
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                try console.show(try await archive.dossier(dossier, by: actor))
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List dossiers, the newest first.")

        @Option(help: "Only of this party, by its identifier.")
        var party: PartyID?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let (archive, actor) = try await common.session()
                let dossiers = try await archive.dossiers(of: party, by: actor)
                if console.json { return try console.object(["dossiers": dossiers]) }
                var table = TextTable([
                    console.word("标识", "id"), console.word("题名", "title"), console.word("客户", "party"), console.word("建立", "opened"),
                    console.word("关闭", "closed"),
                ])
                for dossier in dossiers {
                    table.add(["\(dossier.id)", dossier.title, dossier.party?.name ?? "", dossier.openedOn, dossier.closedOn ?? ""])
                }
                table.lines.forEach(console.line)
            }
        }
    }
}

extension Console {
    /// Shows one dossier.
    fileprivate func show(_ dossier: DossierView) throws {
        if json { return try object(["dossier": dossier]) }
        line("\(dossier.id)  \(dossier.title)  \(dossier.party?.name ?? "")  \(dossier.openedOn)  \(dossier.closedOn ?? "")")
        for document in dossier.documents {
            line("  \(document.id)  \(document.home ? "*" : " ")  \(document.type.code)  \(document.number ?? "")  \(document.title)")
        }
    }
}
