import Archive
import ArgumentParser
import Records
import Retention
import Wording

struct RetentionCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: .said("说明文件保管到何时、为什么，以及什么妨碍处置。", "Say until when a document is kept, why, and what blocks its disposal."),
        discussion: "  muniment retention D-7K3M-9QXT-2VHT")

    @Argument(help: .said("文件的标识符。", "The document."))
    var document: Given<DocumentID>
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let view = try await session.ask(ShowRetention(of: try document.value()))
        if console.json { return try console.object(RetentionAnswer(view, console.tongue)) }
        for line in DerivationText(view).lines { console.line(line.text(console.tongue)) }
    }
}

struct DueCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: .said("列出到某日可处置的文件，或尚缺事实的文件。", "List what may be disposed of by a day, or waits for a fact."),
        discussion: """
              muniment due --by 2026-12-31
              muniment due --waiting ended
              muniment due --unclassified
              muniment due --counts
              muniment due --all --output 到期清单.xlsx
            """)

    @Option(help: .said("到这一天可处置的；什么条件都不给则为今天。", "Free on this day or before; today without any filter."))
    var by: Given<CivilDate>?
    @Option(
        help: .said(
            "尚缺这个事实的：ended、accountingYear ……；`any` 为一切尚缺事实的。", "Waiting for this fact: ended, accountingYear …; `any` for all that wait."))
    var waiting: String?
    @Flag(help: .said("没有类目、因而无从推算的。", "Without a class, so that nothing can be reckoned."))
    var unclassified = false
    @Flag(help: .said("全部文件。", "All documents."))
    var all = false
    @Flag(help: .said("按类目和年份计数，并说明受何妨碍。", "Counts by class and year, and by what is blocked."))
    var counts = false
    @Option(
        name: [.long, .short],
        help: .said("写成文件：.csv、.xlsx 或 .ics（日历）；会记入日志。", "Write it as a file, .csv, .xlsx or .ics (calendar); it is recorded."))
    var output: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if [by != nil, waiting != nil, unclassified, all, counts].count(where: { $0 }) > 1 { throw ValidationError(.severalFilters) }
    }

    func run(_ session: Session, _ console: Console) async throws {
        if counts { return try await count(session, console) }
        if let output { return try await export(to: output, session, console) }
        let lines = try await session.ask(ListDue(try filter()))
        if console.json { return try console.object(["due": lines]) }
        let (scheme, schedule) = (try await session.ask(ShowScheme()), try await session.ask(ShowSchedule()))
        var table = TextTable([
            console.word("可处置日", "due"), console.word("保管至", "kept to"), console.word("标识", "id"), console.word("类目", "class"),
            console.word("规则", "rule"), console.word("等待", "waiting"), console.word("妨碍", "blocked by"), console.word("标题", "title"),
        ])
        for line in lines {
            table.add([
                DueDay(line.due).text(console.tongue), line.keptTo ?? "", "\(line.document)",
                line.class.map { scheme.name(of: $0).text(console.tongue) } ?? "", line.rule.map { schedule.title(of: $0) } ?? "",
                (line.waiting.map { AwaitedFact($0).text(console.tongue) }
                    + (line.expiryPassed.map { [ExpiryPassed($0).text(console.tongue)] } ?? [])).joined(separator: console.word("；", "; ")),
                line.blockedBy.map { Blocker.phrase(of: $0).text(console.tongue) }.joined(separator: " "), line.title,
            ])
        }
        table.lines.forEach(console.line)
    }

    private func export(to output: String, _ session: Session, _ console: Console) async throws {
        let question = ExportDue(try filter(), as: try ExportFormat.of(output), in: console.tongue)
        try console.write(try await session.ask(question), to: output)
    }

    private func count(_ session: Session, _ console: Console) async throws {
        let counts = try await session.ask(CountDue())
        if console.json { return try console.object(["counts": counts]) }
        let scheme = try await session.ask(ShowScheme())
        var table = TextTable([
            console.word("年份", "year"), console.word("类目", "class"), console.word("份数", "documents"), console.word("现可处置", "free now"),
            console.word("受阻", "blocked"),
        ])
        for count in counts {
            table.add([
                DueYear(count.year).text(console.tongue), count.class.map { scheme.name(of: $0).text(console.tongue) } ?? "–",
                "\(count.documents)", "\(count.disposable)", Blockers(counts: count.blocked).text(console.tongue),
            ])
        }
        table.lines.forEach(console.line)
    }

    private func filter() throws(ArchiveError) -> DueFilter {
        if all { return .all }
        if unclassified { return .unclassified }
        if let waiting { return .waiting(waiting == "any" ? nil : waiting) }
        return .by(try by?.value())
    }
}

struct ClassifyCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: .said("给文件归类，或给查询查到的全部文件归类。", "Give documents a class of the scheme (归类), or all that a query finds."),
        discussion: """
              muniment classify XS-HT-YB D-… D-…
              muniment classify XS-BJ --query "类型:报价书 -客户:华为"
              muniment classify none D-… --reason 待定
            """)

    @Argument(help: .said("类目；none 表示去掉类目。", "The class; none to take the class away."))
    var recordClass: String
    @Argument(help: .said("各文件的标识符。", "The documents."))
    var documents: [Given<DocumentID>] = []
    @Option(help: .said("这个查询查到的全部文件。", "All that this query finds."))
    var query: String?
    @Option(help: .said("原因。", "Why."))
    var reason: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if documents.isEmpty == (query == nil) { throw ValidationError(.documentsOrQuery) }
    }

    func run(_ session: Session, _ console: Console) async throws {
        let found = if let query { try await session.ask(FindDocuments(query)) } else { try documents.values() }
        let change = ClassifyDocuments(found, as: recordClass == "none" ? nil : recordClass, reason: reason)
        // A query may find nothing.
        let count = found.isEmpty ? 0 : try await session.carryOut(change).answer.classified
        if console.json { return try console.object(["classified": count]) }
        console.say("已归类 \(count) 份文件", "Classified \(count) documents")
    }
}
