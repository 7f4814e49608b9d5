import Archive
import ArgumentParser
import Records
import Wording

struct EvidenceCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: .said("写出文件曾在档案库的证据，供只有公钥的人核对。", "Write evidence that a document was here, for whoever has only the key."),
        discussion: .said(
            """
              muniment evidence D-7K3M-9QXT-2VHT --output 证据.json
              muniment evidence D-7K3M-9QXT-2VHT --since 去年的检查点 --output 证据.json
            怎样核对见 docs/evidence.md；已销毁的文件也可以出具，只证明其存在与日期。
            """,
            """
              muniment evidence D-7K3M-9QXT-2VHT --output evidence.json
              muniment evidence D-7K3M-9QXT-2VHT --since checkpoint-of-last-year --output evidence.json
            docs/evidence.md says how to check it. Of a destroyed document it covers existence and days only.
            """))

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @Option(
        name: [.long, .short],
        help: .said("写到哪里：一个还不存在的文件，或 - 表示标准输出。", "Where to: a file that does not exist yet, or - for the standard output."))
    var output: String
    @Option(help: .said("证据所依据的检查点；不给则用现在的。", "A checkpoint that it leads to; default: one of now."))
    var checkpoint: String?
    @Option(help: .said("对方已有的较早的检查点，证明其后没有改写。", "An earlier checkpoint that the reader has, which it is shown to continue."))
    var since: String?
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let note = try checkpoint.map { path throws(ArchiveError) in try CheckpointFile.read(absolute(path)) }
        let older = try since.map { path throws(ArchiveError) in try CheckpointFile.read(absolute(path)) }
        let evidence = try await session.archive.evidence(
            of: try document.value(), in: note, since: older, by: session.actor)
        try ContentOutput.write(try evidence.bytes(), to: output)
        if console.json { return try console.object(["output": output]) }
        if output != "-" { console.say("证据已写入 \(output)", "The evidence is written to \(output)") }
    }
}
