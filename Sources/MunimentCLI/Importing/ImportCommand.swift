import Archive
import ArgumentParser
import Records
import Wording

struct ImportCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: .said(
            "归档一个文件夹：按台账（CSV 或 XLSX），或逐个文件。可以重复，也可以中断。",
            "File a folder, by a ledger (CSV or XLSX) or file by file. Safe to repeat and to stop."),
        discussion: .said(
            """
              muniment import 合同 --ledger 台账.xlsx --dry-run
              muniment import 合同 --ledger 台账.xlsx
              muniment import 扫描件 --type 合同

            隐藏的、没有传完的（如 .part）、程序自用的（如 ~$台账.xlsx）和 watch 写下的说明都略过，并说明有几个。

            台账须有“文件”一列，写相对于文件夹的名称；还可有类型、合同编号、合同名称、客户、金额、签订日期、生效日、到期日、经办人、状态等列。\
            其他各列成为文件的字段。
            """,
            """
              muniment import 合同 --ledger 台账.xlsx --dry-run
              muniment import 合同 --ledger 台账.xlsx
              muniment import 扫描件 --type contract

            What is hidden, not wholly transferred (as .part), of programs' own (as ~$台账.xlsx) or a note of watch is passed over,
            and counted.

            The ledger has a column 文件 (file) with names relative to the folder, and columns such as 类型, 合同编号, 合同名称, 客户,
            金额, 签订日期, 生效日, 到期日, 经办人, 状态. Other columns become fields of the documents.
            """))

    @Argument(help: .said("文件夹。", "The folder."))
    var folder: String
    @Option(help: .said("台账。", "The ledger."))
    var ledger: String?
    @Option(help: .said("没有写明类型的各行所用的文件类型。", "Document type of rows that do not say it."))
    var type: String?
    @Flag(help: .said("只查看，不归档。", "Only look; file nothing."))
    var dryRun = false
    @Flag(help: .said("文字留待以后读取。", "Leave the text to be read later."))
    var noExtract = false
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let progress = ProgressLine(console)
        let report = try await session.archive.importFolder(
            absolute(folder), ledger: ledger.map(absolute), type: type ?? (ledger == nil ? "other" : nil), dryRun: dryRun, by: session.actor
        ) { progress.show($0, of: $1) }
        progress.end()
        try show(report, console)
        if !dryRun, !noExtract { try? await session.archive.extract { progress.show($0, of: $1) } }
        progress.end()
        if let first = report.failures.first { throw ExitCode(first.code.exitCode) }
    }

    private func show(_ report: ImportReport, _ console: Console) throws {
        if console.json { return try console.object(Answer(report, console.tongue)) }
        func place(_ row: Int?) -> String { row.map { console.word("第 \($0) 行", "row \($0)") } ?? "" }
        func same(_ offered: String?) -> String {
            offered.map { console.word("（与本次的 \($0) 相同）", " (the same as \($0) of this import)") } ?? ""
        }
        for failure in report.failures {
            console.line(
                "\(place(failure.row))  \(failure.file)  \(failure.code.rawValue)  \(failure.message.text(console.tongue))\(same(failure.offered))"
            )
            console.show(failure.duplicates)
        }
        for existing in report.existing {
            console.line("\(place(existing.row))  \(existing.file)  " + console.word("原已归档", "filed already") + same(existing.offered))
            console.show(existing.duplicates)
        }
        for name in report.unlisted { console.line(console.word("台账里没有：", "not in the ledger: ") + name) }
        let passedOver = PassedOver.allCases.compactMap { why in report.passedOver[why].map { (why.phrase, $0) } }
        if !passedOver.isEmpty {
            console.say(
                "略过：" + passedOver.map { "\($0.chinese) \($1)" }.joined(separator: "，"),
                "passed over: " + passedOver.map { "\($1) \($0.english)" }.joined(separator: ", "))
        }
        let filed = dryRun ? console.word("可归档", "can be filed") : console.word("已归档", "filed")
        console.say(
            "共 \(report.rows) 行：\(filed) \(report.filed.count)，原已归档 \(report.existing.count)，失败 \(report.failures.count)",
            "\(report.rows) rows: \(report.filed.count) \(filed), \(report.existing.count) filed before, \(report.failures.count) failed")
    }

    private struct Answer: Encodable {
        struct Failure: Encodable {
            let row: Int?
            let file: String
            let code: String
            let message: String
            let duplicates: [Duplicate]
            let offered: String?
        }
        struct Existing: Encodable {
            let row: Int?
            let file: String
            let duplicates: [Duplicate]
            let offered: String?
        }
        let rows: Int
        let filed: Int
        let existing: Int
        let alreadyFiled: [Existing]
        let documents: [DocumentID]
        let failed: [Failure]
        let unlisted: [String]
        let passedOver: [String: Int]

        init(_ report: ImportReport, _ tongue: Tongue) {
            rows = report.rows
            filed = report.filed.count
            existing = report.existing.count
            documents = report.filed.compactMap { $0 }
            alreadyFiled = report.existing.map {
                Existing(row: $0.row, file: $0.file, duplicates: $0.duplicates, offered: $0.offered)
            }
            failed = report.failures.map {
                Failure(
                    row: $0.row, file: $0.file, code: $0.code.rawValue, message: $0.message.text(tongue), duplicates: $0.duplicates,
                    offered: $0.offered)
            }
            unlisted = report.unlisted
            passedOver = Dictionary(uniqueKeysWithValues: report.passedOver.map { ($0.key.rawValue, $0.value) })
        }
    }
}
