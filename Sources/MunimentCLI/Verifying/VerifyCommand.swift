import Archive
import ArgumentParser
import FileStore
import Records
import Wording

struct VerifyCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            .said(
                "核对存储的每个字节、读出的文字，并按日志核对目录的每一行；或评判任意的 OCFL 对象或存储根。有问题时退出码为 1。",
                "Check every stored byte, the texts read of them, and each row of the catalogue against the journal; or judge any OCFL object or storage root. Exit code 1 with findings."
            )
    )

    @Argument(help: .said("只核对这些文件。", "Only these documents."))
    var documents: [Given<DocumentID>] = []
    @Flag(help: .said("先核对最久没有核对的，在限定时间内；下次接着核对。", "What was longest unlooked at, within a time; the next run goes on from there."))
    var due = false
    @Option(help: .said("--due 的时间，以秒计；默认 3600。", "The time of --due in seconds; 3600 by default."))
    var within: Given<Int>?
    @Option(
        help: .said(
            "按 OCFL 1.0 或 1.1 的代码评判此处的对象或存储根，不论是谁写成的；不需要档案库。",
            "Judge the object or storage root at this path by the codes of OCFL 1.0 or 1.1, whoever made it; needs no archive.",
            valueName: "path"))
    var ocfl: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if ocfl != nil, !documents.isEmpty || due { throw ValidationError(.documentsOrOCFL) }
        if due, !documents.isEmpty { throw ValidationError(.dueOrDocuments) }
        if !due, within != nil { throw ValidationError(.withinOfDue) }
    }

    func run() async throws {
        guard let ocfl else { return try await runOnArchive() }
        let console = common.console
        try await console.run { try OCFLJudgement(path: absolute(ocfl), console: console).run() }
    }

    func run(_ session: Session, _ console: Console) async throws {
        if due { return try await runDue(session, console) }
        let progress = ProgressLine(console)
        let only = documents.isEmpty ? nil : try documents.values()
        let result = try await session.archive.verify(only, by: session.actor) { progress.show($0, of: $1) }
        progress.end()
        if console.json {
            try console.object(result)
        } else {
            show(result.findings, console)
            console.say(
                "检查了 \(result.documents) 份文件，发现 \(result.findings.count) 处问题。\(result.catalogue.text(.chinese))",
                "Checked \(result.documents) documents, \(result.findings.count) findings. \(result.catalogue.text(.english))")
            if let since = result.uncheckedSince {
                console.say(
                    "未核对：恢复时没有控制登记簿，\(since) 之后的冻结、解除和销毁无从得知",
                    "Unchecked: restored without the control register; nobody knows what was held, lifted or destroyed since \(since)")
            }
            if result.toReadAgain > 0 {
                console.say(
                    "\(result.toReadAgain) 份文字不在 derived 里了，将重新读取",
                    "\(result.toReadAgain) texts are in derived no more and are to be read again")
            }
        }
        if !result.findings.isEmpty { throw ExitCode(1) }
    }
}

extension VerifyCommand {
    private func runDue(_ session: Session, _ console: Console) async throws {
        let (seconds, progress) = (try within?.value() ?? 3600, ProgressLine(console))
        let result = try await session.archive.verifyDue(within: seconds, by: session.actor) { progress.show($0, of: $1) }
        progress.end()
        if console.json {
            try console.object(result)
        } else {
            show(result.findings, console)
            let oldest = result.oldestCheck.map { "\($0)" } ?? "–"
            console.say(
                "检查了 \(result.documents) 份文件，发现 \(result.findings.count) 处问题；最早的核对：\(oldest)",
                "Checked \(result.documents) documents, \(result.findings.count) findings; the oldest check: \(oldest)")
        }
        if !result.findings.isEmpty { throw ExitCode(1) }
    }

    private func show(_ findings: [Finding], _ console: Console) {
        for finding in findings {
            console.line(
                "\(finding.code.rawValue)  \(finding.document.map { "\($0)" } ?? "-")  \(finding.place)  "
                    + "\(finding.message.text(console.tongue)) (\(finding.detail.text(console.tongue)))")
        }
    }
}

struct RebuildCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: .said("由存储对象和日志重建目录；其间照常取用和归档。", "Make the catalogue anew from objects and journal; reading and filing go on."))

    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let progress = ProgressLine(console)
        let rebuilt = try await session.archive.rebuild(by: session.actor) { progress.show($0, of: $1) }
        progress.end()
        if console.json { return try console.object(rebuilt) }
        console.say("目录已重建：\(rebuilt.events) 个事件", "The catalogue is made anew from \(rebuilt.events) events")
    }
}
