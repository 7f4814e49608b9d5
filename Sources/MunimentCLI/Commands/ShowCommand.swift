import Archive
import ArgumentParser
import Catalogue
import Records

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show everything known about a document.")

    @Argument(help: "The document.")
    var document: DocumentID
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.run {
            let (archive, actor) = try await common.session()
            try console.show(try await archive.document(document, by: actor))
        }
    }
}

struct VersionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "versions", abstract: "List a document's versions.")

    @Argument(help: "The document.")
    var document: DocumentID
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.run {
            let (archive, actor) = try await common.session()
            let view = try await archive.document(document, by: actor)
            if console.json { return try console.object(["versions": view.versions]) }
            var table = TextTable([
                console.word("版本", "version"), console.word("种类", "kind"), console.word("时间", "made"), console.word("由", "by"),
                console.word("文件", "files"),
                console.word("原因", "reason"),
            ])
            for version in view.versions {
                table.add([
                    "\(version.number.value)", version.kind.rawValue, "\(version.madeAt)", version.actor,
                    version.files.map(\.record.name.text).joined(separator: ", "), version.reason ?? "",
                ])
            }
            table.lines.forEach(console.line)
        }
    }
}
