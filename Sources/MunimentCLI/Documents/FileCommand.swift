import Archive
import ArgumentParser
import Records
import SystemPackage

struct FileCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: .said("归档一份文件：一个文件，或属于一体的几个。", "File one document: one file, or several that belong together."),
        discussion: """
              muniment file 合同.pdf --type 合同 --number HT-2024-0013 --party 华为 --amount 128万 --signed 2024-03-01
              muniment file 标书.docx 图纸.pdf --type tender --title "青禾广场投标文件"
              muniment file 扫描.jpg --sidecar 扫描.yaml --key scan-2024-03-01-7
            """)

    @Argument(help: .said("要归档的文件；第一个是正文，其余是附件。", "Files; the first is the document itself, the others go with it."))
    var paths: [String]
    @OptionGroup var metadata: MetadataOptions
    @Option(help: .said("第一个文件归档时用的名称。", "Name to file the first file under."))
    var name: String?
    @Option(
        help: .said(
            "版本种类：draft 草稿、for_signature 送签稿、signed 签署版、scan 扫描件、redacted 脱敏副本。",
            "What this version is: draft, for_signature, signed, scan, redacted."))
    var kind: Given<VersionKind>?
    @Option(help: .said("自定的请求键：同一归档用它提出两次，只归档一次。", "A key of yours: the same filing asked twice under it is filed once."))
    var key: String?
    @Flag(help: .said("即使相同内容或相同编号已归档，仍然归档。", "File it although the same bytes, or another's number, are filed already."))
    var allowDuplicate = false
    @Flag(help: .said("空文件也归档。", "File empty files too."))
    var allowEmpty = false
    @Flag(help: .said("文字留待以后读取。", "Leave the text to be read later."))
    var noExtract = false
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let given = try metadata.description()
        var filing = Filing(
            files: try incoming(paths, name: name), words: given.words, kind: try kind?.value() ?? given.kind ?? .plain, key: key)
        filing.allowDuplicate = allowDuplicate || given.allowDuplicate == true
        filing.allowEmpty = allowEmpty || given.allowEmpty == true
        let filed = try await session.archive.file(filing, by: session.actor)
        try console.show(filed, chinese: "已归档", english: "Filed")
        // The filing stands, whatever reading its text meets.
        if !noExtract { try? await session.archive.extract([filed.document.id]) }
    }
}

/// The files that arguments name; the first is the main one.
func incoming(_ paths: [String], name: String?) throws(ArchiveError) -> [IncomingFile] {
    var files: [IncomingFile] = []
    for (index, path) in paths.enumerated() {
        let name = index == 0 ? try name.map { text throws(ArchiveError) in try LocalArchive.fileName(text) } : nil
        files.append(IncomingFile(name: name, role: index == 0 ? .main : .attachment, source: .path(absolute(path))))
    }
    return files
}
