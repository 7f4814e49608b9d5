import Archive
import ArgumentParser
import Records

struct VersionCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: .said("给文件做新版本，并写明原因。", "Make a new version of a document, with the reason."),
        discussion: "  muniment version D-7K3M-9QXT-2VHT 合同-签署.pdf --kind signed --reason 双方签署")

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @Argument(help: .said("新版本的文件。", "Files of the new version."))
    var paths: [String]
    @Option(help: .said("原因。", "Why."))
    var reason: String
    @Option(
        help: .said(
            "版本种类：draft 草稿、for_signature 送签稿、signed 签署版、scan 扫描件、redacted 脱敏副本。",
            "What this version is: draft, for_signature, signed, scan, redacted."))
    var kind: Given<VersionKind>?
    @Flag(help: .said("上一版本里没有重新给出的文件照旧保留。", "Keep the files of the version before that are not given anew."))
    var keep = false
    @Option(help: .said("你认为的当前版本号；若已不是，则不作更改。", "The version you believe to be current; another one refuses the change."))
    var expect: Given<VersionNumber>?
    @Option(help: .said("自定的请求键：同一请求用它提出两次，只执行一次。", "A key of yours: the same request asked twice under it is carried out once."))
    var key: String?
    @Option(help: .said("第一个文件归档时用的名称。", "Name to file the first file under."))
    var name: String?
    @Flag(help: .said("空文件也收。", "Take empty files too."))
    var allowEmpty = false
    @Flag(help: .said("内容已被销毁或脱敏过，也收。", "Take bytes that were destroyed or redacted."))
    var allowDuplicate = false
    @Flag(help: .said("文字留待以后读取。", "Leave the text to be read later."))
    var noExtract = false
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        var version = NewVersion(
            of: try document.value(), files: try incoming(paths, name: name), kind: try kind?.value() ?? .plain, reason: reason, key: key)
        version.keepsOthers = keep
        version.expected = try expect?.value()
        version.allowEmpty = allowEmpty
        version.allowDuplicate = allowDuplicate
        let made = try await session.archive.makeVersion(version, by: session.actor)
        try console.show(made, chinese: "新版本", english: "New version")
        // The version stands, whatever reading its text meets.
        if !noExtract { try? await session.archive.extract([made.document.id]) }
    }
}
