import Archive
import ArgumentParser
import Records

/// An archive that is open, and who acts on it.
struct Session: Sendable {
    let archive: LocalArchive
    let actor: Actor

    func ask<Asked: Question>(_ question: Asked) async throws(ArchiveError) -> Asked.Answer {
        try await archive.ask(question, as: actor)
    }

    @discardableResult
    func carryOut<Made: Change>(_ change: Made, key: String? = nil) async throws(ArchiveError) -> Outcome<Made.Answer> {
        try await archive.carryOut(change, as: actor, key: key)
    }
}

/// A command on an archive: it makes a value of its arguments, has it carried out and shows the answer. Opening, signing in, errors and
/// exit codes are the same for all.
protocol ArchiveCommand: AsyncParsableCommand {
    var common: CommonOptions { get }
    func run(_ session: Session, _ console: Console) async throws
}

extension ArchiveCommand {
    func run() async throws { try await runOnArchive() }

    /// Opens the archive, signs in, and runs the command.
    func runOnArchive() async throws {
        let console = common.console
        try await console.run { () async throws in
            let session = try await common.session()
            var console = console
            console.vocabulary = session.archive.vocabulary
            do { try await run(session, console) } catch {
                await session.archive.close()
                throw error
            }
            await session.archive.close()
        }
    }
}
