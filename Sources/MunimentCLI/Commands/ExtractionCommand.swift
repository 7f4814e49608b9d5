import Archive
import ArgumentParser
import Catalogue
import Records

struct ExtractionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extraction", abstract: "Read the text of files that wait; list what could not be read, with the reason.")

    @Flag(help: "Wait until the queue is empty, also while another process works it.")
    var wait = false
    @Flag(help: "Try again what could not be read.")
    var retry = false
    @Flag(help: "Only say how things are; read nothing.")
    var list = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.run {
            let (archive, actor) = try await common.session()
            let progress = ProgressLine(console)
            if !list { try await archive.extract(retry: retry, wait: wait) { progress.show($0, of: $1) } }
            progress.end()
            let state = try await archive.extractionState(by: actor)
            if console.json { return try console.object(state) }
            for failure in state.failed { console.line("\(failure.document)  \(failure.name)  \(failure.mediaType)  \(failure.reason)") }
            console.say(
                "待读 \(state.waiting) 个文件，\(state.failed.count) 个没有（全部）文字",
                "\(state.waiting) files wait, \(state.failed.count) are without (all) text")
        }
    }
}
