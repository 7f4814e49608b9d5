import Archive
import ArgumentParser
import Disk
import Records
import SystemPackage
import Wording

struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "The retention schedule (保管期限表): what is kept until when, and why.", subcommands: [Try.self])

    struct Try: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask the rules what would be, without an archive: a question on each line of JSON Lines, an answer on each.",
            discussion: """
                  muniment schedule try questions.jsonl
                  echo '{"id": 1, "asOf": "2026-01-01", "facts": {"performed": "2013-05-20"}, "rules": [{"id": "R", "start": "ended", \
                "from": "year-end", "period": {"years": 10}}]}' | muniment schedule try -
                """)

        @Argument(help: "The file, or - for the standard input.")
        var file: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            var firstRefusal: ArchiveError?
            try await console.run {
                for (number, line) in try lines().enumerated() where !line.allSatisfy(\.isWhitespace) {
                    do throws(ArchiveError) { console.line(try TrialLine(line, number: number + 1).answer) } catch {
                        // Other lines are answered all the same.
                        console.report(error)
                        firstRefusal = firstRefusal ?? error
                    }
                }
            }
            if let firstRefusal { throw ExitCode(firstRefusal.code.exitCode) }
        }

        /// Largest file that is read, in bytes: some hundred thousand questions.
        private static let largest = 256 << 20

        private func lines() throws(ArchiveError) -> [String] {
            let path = file == "-" ? FilePath("/dev/stdin") : absolute(file)
            do throws(DiskError) {
                let bytes = try file == "-" ? standardInput() : Disk().read(path, limit: Self.largest)
                return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            } catch {
                throw ArchiveError(
                    error.errno == .noSuchFileOrDirectory ? .inputMissing : .inputUnreadable,
                    error.errno == .noSuchFileOrDirectory
                        ? ArchiveMessage.inputMissing(file) : .inputUnreadable(file, reason: "\(error.errno)"),
                    remedy: Remedy.checkPath, subject: file)
            }
        }

        private func standardInput() -> [UInt8] {
            var text = ""
            while let line = readLine(strippingNewline: false) { text += line }
            return Array(text.utf8)
        }
    }
}
