import Archive
import ArgumentParser
import Records
import Wording

struct WatchCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: .said("归档送到文件夹（如扫描仪的文件夹）里的文件，直到被中断。", "File what arrives in a folder, such as a scanner's; until it is interrupted."),
        discussion: .said(
            """
              muniment watch 收件箱 --type 合同

            文件没有被任何程序打开写入、两次查看之间没有变化、并且有其格式应有的结尾，才会收取；格式没有结尾的（如文本），须连续五次查看没有变化。\
            只有在档案库里存妥、回读无误、并且仍是所归档的内容之后，才从文件夹里移走。不跟随链接。不能归档的留在原处，旁边写有说明 NAME.why.txt。
            """,
            """
              muniment watch 收件箱 --type contract

            A file is taken when nobody has it open for writing, it has not changed between two looks, and it has the end that its form
            demands; one whose form has no end, such as a text, when it has not changed for five looks. It leaves the folder only after it is durable in the archive and has been read back,
            and only if it still is what was filed. Links are not followed. What cannot be filed stays, with a note NAME.why.txt
            beside it.
            """))

    @Argument(help: .said("文件夹。", "The folder."))
    var folder: String
    @Option(help: .said("送来的文件的类型。", "Document type of what arrives."))
    var type = "other"
    @Option(help: .said("两次查看相隔的秒数。", "Seconds between two looks."))
    var interval = 2
    @Flag(
        help: .said(
            "等其中的文件都已归档或被拒绝就结束；退出码为第一次拒绝的退出码，有文件还没有写完的为 75。",
            "Look until what lies there is filed or refused, and end; the exit code is that of the first refusal, or 75 where something is not finished."
        ))
    var once = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(1...3600).contains(interval) { throw ValidationError(.range("--interval", 1, 3600)) }
    }

    func run(_ session: Session, _ console: Console) async throws {
        var words = MetadataWords()
        words.type = type
        let inbox = Inbox(session.archive, folder: absolute(folder), words: words, quiet: .seconds(interval))
        var sight = Inbox.Sight()
        var (looks, tally) = (0, Tally())
        while !Task.isCancelled {
            let outcomes = try await inbox.look(&sight, by: session.actor)
            looks += 1
            for outcome in outcomes {
                tally.count(outcome)
                try show(outcome, console)
            }
            if outcomes.contains(where: \.isFiled) { try? await session.archive.extract() }
            if once, looks >= 2, sight.settling == 0 || looks > Inbox.looksWithoutEnd + 1 { break }
            // A little longer than what counts as quiet.
            try? await Task.sleep(for: .seconds(interval) + .milliseconds(50))
        }
        guard once else { return }
        tally.waiting += sight.settling
        try show(tally, console)
        // What is not finished calls for another look.
        if let code = tally.refusal ?? (tally.waiting > 0 ? .unsettled : nil) { throw ExitCode(code.exitCode) }
    }

    /// What became of the files, in numbers.
    private struct Tally: Encodable {
        var filed = 0
        var refused = 0
        var waiting = 0
        /// Why the first was refused.
        var refusal: ErrorCode?

        private enum CodingKeys: String, CodingKey { case filed, refused, waiting }

        mutating func count(_ outcome: Inbox.Outcome) {
            switch outcome {
            case .filed: filed += 1
            case .stays(_, let error): refuse(error.code)
            // What a note of an earlier run calls unreadable may be unfinished.
            case .unfinished, .waits, .lies(_, .inputUnreadable): waiting += 1
            case .lies(_, let code): refuse(code)
            }
        }

        private mutating func refuse(_ code: ErrorCode) {
            refused += 1
            refusal = refusal ?? code
        }
    }

    private func show(_ tally: Tally, _ console: Console) throws {
        if console.json { return try console.object(["total": tally]) }
        console.say(
            "已归档 \(tally.filed)，不能归档 \(tally.refused)，未写完 \(tally.waiting)",
            "\(tally.filed) filed, \(tally.refused) refused, \(tally.waiting) not finished")
    }

    private struct Refused: Encodable {
        let file: String
        let code: String
        let message: String
        let duplicates: [Duplicate]?
    }

    private func show(_ outcome: Inbox.Outcome, _ console: Console) throws {
        switch outcome {
        case .filed(let name, let id):
            if console.json { return try console.object(["file": name, "document": "\(id)"]) }
            console.line("\(id)  \(name)")
        case .stays(let name, let error), .unfinished(let name, let error):
            if console.json {
                return try console.object(
                    Refused(
                        file: name, code: error.code.rawValue, message: error.message.text(console.tongue),
                        duplicates: error.duplicates.isEmpty ? nil : error.duplicates))
            }
            console.line("\(name)  \(error.code.rawValue)  \(error.message.text(console.tongue))")
            console.show(error.duplicates)
        case .lies(let name, let code):
            let message = ImportMessage.noteBeside(name)
            if console.json {
                return try console.object(
                    Refused(file: name, code: code.rawValue, message: message.text(console.tongue), duplicates: nil))
            }
            console.line("\(name)  \(code.rawValue)  \(message.text(console.tongue))")
        case .waits(let name, let message):
            if console.json { return try console.object(["file": name, "message": message.text(console.tongue)]) }
            console.line(message.text(console.tongue))
        }
    }
}

extension Inbox.Outcome {
    fileprivate var isFiled: Bool { if case .filed = self { true } else { false } }
}
