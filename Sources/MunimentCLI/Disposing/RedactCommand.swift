import Archive
import ArgumentParser
import Records
import Wording

struct RedactCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: .said(
            "脱敏：以脱敏副本替换一个文件的内容，原内容经与销毁相同的审批后清除。",
            "Redact (脱敏): put a redacted copy in a file's place, and propose that its bytes are destroyed."),
        discussion: """
              muniment redact D-7K3M-9QXT-2VHT --version 1 --file 合同.pdf --with 合同-脱敏.pdf --reason 个人信息已无保管必要 --as 档案员
              muniment redact D-7K3M-9QXT-2VHT --words 110101199003070011 --reason 个人信息已无保管必要 --as 档案员
            """)

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @Option(help: .said("要清除的内容在哪个版本。", "The version that has the bytes."))
    var version: Given<VersionNumber>?
    @Option(help: .said("这个版本中文件的名称。", "The name of the file in that version."))
    var file: String?
    @Option(help: .said("脱敏副本：这台机器上的文件。", "The redacted copy: a file on this machine."))
    var with: String?
    @Option(
        help: .said(
            "题名、备注、字段和原因中要清除的字词；不与文件同时给。“-”：从标准输入读一行，不留在命令历史里。",
            "Words to be taken out of titles, notes, fields and reasons, instead of a file; “-” reads a line of standard input."))
    var words: String?
    @Option(help: .said("原因。", "Why."))
    var reason: String
    @Option(help: .said("自定的请求键：同一请求用它提出两次，只执行一次。", "A key of yours: the same request asked twice under it is carried out once."))
    var key: String?
    @Flag(help: .said("文字留待以后读取。", "Leave the text to be read later."))
    var noExtract = false
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        if let words = words == "-" ? readLine() ?? "" : words, version == nil, file == nil, with == nil, key == nil {
            return try console.show(
                try await session.archive.redact(WordsRedaction(of: words, in: try document.value(), reason: reason), by: session.actor))
        }
        guard let version, let file, let with, words == nil else { throw ArchiveError(.usage, DisposalMessage.redactWhat, subject: "file") }
        let copy = IncomingFile(name: nil, role: .main, source: .path(absolute(with)))
        let redaction = NewRedaction(
            of: try LocalArchive.fileName(file), in: try document.value(), version: try version.value(), with: copy, reason: reason,
            key: key)
        let redacted = try await session.archive.redact(redaction, by: session.actor)
        if console.json {
            try console.object(redacted)
        } else {
            try console.show(
                Filed(document: redacted.document, duplicates: [], applied: redacted.applied), chinese: "脱敏副本", english: "Redacted copy")
            try console.show(redacted.batch)
        }
        // The copy stands, whatever reading its text meets.
        if !noExtract { try? await session.archive.extract([redacted.document.id]) }
    }
}
