import Archive
import ArgumentParser
import Records
import Synchronization

struct ExtractionCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "extraction",
        abstract: .said("读取待读文件的文字；列出读不出来的及其原因。", "Read the text of files that wait; list what could not be read, with the reason."))

    @Flag(help: .said("一直等到全部读完，包括由另一个进程在读的。", "Wait until the queue is empty, also while another process works it."))
    var wait = false
    @Flag(help: .said("重试读不出来的。", "Try again what could not be read."))
    var retry = false
    @Flag(help: .said("只说明现状，不读取。", "Only say how things are; read nothing."))
    var list = false
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        let progress = ProgressLine(console)
        let read = Mutex(0)
        if !list {
            try await session.archive.extract(retry: retry, wait: wait, by: session.actor) { done, total in
                progress.show(done, of: total)
                read.withLock { $0 = done }
            }
        }
        progress.end()
        let state: ExtractionState
        do throws(ArchiveError) { state = try await session.ask(ShowExtraction()) } catch {
            // Who may have texts read need not be one who may see whose they are.
            guard error.code == .notAllowed, !list else { throw error }
            let files = read.withLock { $0 }
            return console.json ? try console.object(["files": files]) : console.say("已读取 \(files) 个文件", "\(files) files were read")
        }
        if console.json { return try console.object(state) }
        for failure in state.failed {
            console.line("\(failure.document)  \(failure.name)  \(failure.mediaType)  \(console.named(failure.reason))")
        }
        console.say(
            "待读 \(state.waiting) 个文件，\(state.failed.count) 个没有（全部）文字",
            "\(state.waiting) files wait, \(state.failed.count) are without (all) text")
    }
}
