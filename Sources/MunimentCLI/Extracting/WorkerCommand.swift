import ArgumentParser
import Extraction

/// The confined reader of documents: this program, started by itself. Not for people.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

    @Argument var kind: String

    func run() throws { throw ExitCode(WorkerMain.run(kind: kind)) }
}
