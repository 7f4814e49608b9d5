import Archive
import ArgumentParser
import Records
import Wording

struct WatchCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "File what arrives in a folder, such as a scanner's; until it is interrupted.",
        discussion: """
              muniment watch 收件箱 --type contract

            A file is taken when nobody has it open for writing, it has not changed between two looks, and it has the end that its form
            demands (PDF, JPEG, PNG, TIFF, ZIP). It leaves the folder only after it is durable in the archive and has been read back,
            and only if it still is what was filed. Links are not followed. What cannot be filed stays, with a note NAME.why.txt
            beside it.
            """)

    @Argument(help: "The folder.")
    var folder: String
    @Option(help: "Document type of what arrives.")
    var type = "other"
    @Option(help: "Seconds between two looks.")
    var interval = 2
    @Flag(help: "Look twice and end.")
    var once = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(1...3600).contains(interval) { throw ValidationError("--interval is 1 to 3600") }
    }

    func run(_ session: Session, _ console: Console) async throws {
        var words = MetadataWords()
        words.type = type
        let inbox = Inbox(session.archive, folder: absolute(folder), words: words, quiet: .seconds(interval))
        var sight = Inbox.Sight()
        var looks = 0
        while !Task.isCancelled, !once || looks < 2 {
            let outcomes = try await inbox.look(&sight, by: session.actor)
            looks += 1
            for outcome in outcomes { try show(outcome, console) }
            if outcomes.contains(where: \.isFiled) { try? await session.archive.extract() }
            // A little longer than what counts as quiet.
            if !once || looks < 2 { try? await Task.sleep(for: .seconds(interval) + .milliseconds(50)) }
        }
    }

    private func show(_ outcome: Inbox.Outcome, _ console: Console) throws {
        switch outcome {
        case .filed(let name, let id):
            if console.json { return try console.object(["file": name, "document": "\(id)"]) }
            console.line("\(id)  \(name)")
        case .stays(let name, let error):
            if console.json {
                return try console.object(["file": name, "code": error.code.rawValue, "message": error.message.text(console.tongue)])
            }
            console.line("\(name)  \(error.code.rawValue)  \(error.message.text(console.tongue))")
        case .waits(let name, let message):
            if console.json { return try console.object(["file": name, "message": message.text(console.tongue)]) }
            console.line(message.text(console.tongue))
        }
    }
}

extension Inbox.Outcome {
    fileprivate var isFiled: Bool { if case .filed = self { true } else { false } }
}
