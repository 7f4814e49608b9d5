import Archive
import ArgumentParser
import Records

struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: .said("时钟早于最后一个事件时，停止一切更改。", "When the clock lies before the last event, changes stop."),
        subcommands: [Accept.self])

    struct Accept: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept",
            abstract: .said("说明时钟现在是对的，以前事件的时间有误。", "Say that the clock is right now and earlier events bear wrong times."))

        @Option(help: .said("原因。", "Why."))
        var reason: String
        @OptionGroup var common: CommonOptions

        func run(_ session: Session, _ console: Console) async throws {
            let accepted = try await session.carryOut(AcceptClock(reason: reason)).answer
            if console.json { return try console.object(["accepted": accepted]) }
            console.say(
                "已确认：第 \(accepted.wrongFrom) 至 \(accepted.wrongThrough) 号事件的时间有误",
                "Accepted: events \(accepted.wrongFrom) to \(accepted.wrongThrough) bear wrong times")
        }
    }
}
