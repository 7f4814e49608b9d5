import Archive
import ArgumentParser
import Records
import SystemPackage

struct GetCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: .said("取用文件内容，并按摘要核对。", "Get the bytes of a file, checked against their digest."),
        discussion: """
              muniment get D-7K3M-9QXT-2VHT --output 合同.pdf
              muniment get D-7K3M-9QXT-2VHT --version 1 --output - | less
            """)

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @Option(help: .said("版本号；不给则为当前版本。", "The version; without one, the current."))
    var version: Given<VersionNumber>?
    @Option(help: .said("文件名；不给则为正文。", "The file's name; without one, the document itself."))
    var name: String?
    @Option(
        name: [.long, .short],
        help: .said("写到哪里：一个还不存在的文件，或 - 表示标准输出。", "Where to: a file that does not exist yet, or - for the standard output."))
    var output: String
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let request = ContentRequest(
            document: try document.value(), version: try version?.value(),
            name: try name.map { text throws(ArchiveError) in try LocalArchive.fileName(text) })
        let content = try await session.archive.open(request, by: session.actor)
        do throws(ArchiveError) {
            if output == "-" { return try ContentOutput.stream(content) }
            try ContentOutput.save(content, as: absolute(output))
        } catch {
            if error.code == .digestDiffers { try await session.archive.recordDamage(of: content, by: session.actor) }
            throw error
        }
        if console.json { return try console.object(["output": absolute(output).string, "sha256": content.file.sha256.hex]) }
        console.say("已写入 \(output)", "Written to \(output)")
    }
}
