import Archive
import ArgumentParser
import Journal
import Records
import Wording

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: .said("查阅和核对日志：何人何时做了什么。", "Read and check the journal: what happened, when, by whom."),
        discussion: """
              muniment log --document D-7K3M-9QXT-2VHT
              muniment log --type document.filed --from 2026-11-01 --json
              muniment log verify --checkpoint kept-elsewhere.txt
              muniment log prove 17 --output proof.txt
            """,
        subcommands: [Show.self, Verify.self, Checkpoint.self, Prove.self], defaultSubcommand: Show.self)

    struct Show: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: .said(
                "查阅日志，最早的在前。用 --json 时每行一个事件，与日志原文完全一致。",
                "Read the journal, oldest first. With --json: one event a line, exactly as the journal has it."))

        @Option(help: .said("只列这份文件的事件。", "Only events about this document."))
        var document: Given<DocumentID>?
        @Option(
            help: .said("只列由此人做的：operator、nobody，或账号的名称或标识符。", "Only by this actor: operator, nobody, or an account by name or identifier.")
        )
        var actor: String?
        @Option(
            help: .said(
                "只列这种事件，或类型以此开头的：document.filed、document。", "Only events of this type, or whose type begins so: document.filed, document."))
        var type: String?
        @Option(
            help: .said(
                "从这一天或时刻起（UTC）：2026-11-01 或 2026-11-01T08:00:00Z。", "From this day or time on (UTC): 2026-11-01 or 2026-11-01T08:00:00Z."))
        var from: Given<Timestamp>?
        @Option(help: .said("在这一天或时刻之前。", "Before this day or time."))
        var to: Given<Timestamp>?
        @Option(help: .said("只列最新的若干个。", "Only the newest so many."))
        var limit: Given<Int>?
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            var query = LogQuery()
            query.subject = try document?.value().compact
            query.actor = actor
            query.type = type
            query.from = try from?.value()
            query.to = try to?.value()
            query.limit = try limit?.value()
            try await session.archive.readLog(query, by: session.actor) { event in
                console.line(console.json ? Show.object(event) : Show.row(event, console))
            }
        }

        private static func object(_ event: JournalEvent) -> String {
            let payload = event.payloadBytes.map { String(decoding: $0, as: UTF8.self) } ?? "null"
            return "{\"header\":\(String(decoding: event.headerBytes, as: UTF8.self)),\"payload\":\(payload)}"
        }

        private static func row(_ event: JournalEvent, _ console: Console) -> String {
            let header = event.header
            let name = EventRegistry.kind(header.type.name)?.title.text(console.tongue) ?? header.type.name
            let subjects = header.subjects.map(shownIdentifier).joined(separator: " ")
            return console.padded("\(header.sequence)", to: 7) + "\(header.at)  "
                + console.padded(console.name(ofActor: header.actor), to: 18)
                + console.padded(name, to: 18) + subjects
        }
    }
}
