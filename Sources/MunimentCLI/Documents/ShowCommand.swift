import Archive
import ArgumentParser
import Records

struct ShowCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("显示一份文件的全部信息。", "Show everything known about a document."))

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        try console.show(try await session.ask(ShowDocument(try document.value())))
    }
}

struct VersionsCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(commandName: "versions", abstract: .said("列出一份文件的各个版本。", "List a document's versions."))

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let view = try await session.ask(ShowDocument(try document.value()))
        if console.json { return try console.object(["versions": view.versions]) }
        var table = TextTable([
            console.word("版本", "version"), console.word("种类", "kind"), console.word("时间", "made"), console.word("由", "by"),
            console.word("文件", "files"),
            console.word("原因", "reason"),
        ])
        for version in view.versions {
            table.add([
                "\(version.number.value)", version.kind.text(console.tongue), "\(version.madeAt)",
                console.name(ofActor: version.actor),
                version.filesMainFirst.map(\.record.name.text).joined(separator: ", "), version.reason ?? "",
            ])
        }
        table.lines.forEach(console.line)
    }
}
