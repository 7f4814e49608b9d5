import Archive
import ArgumentParser
import Records

extension ScheduleCommand {
    struct Try: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try",
            abstract: .said(
                "不用档案库，直接推算保管期限：JSON Lines 每行一问，每行一答。",
                "Ask the rules what would be, without an archive: a question on each line of JSON Lines, an answer on each."),
            discussion: """
                  muniment schedule try questions.jsonl
                  echo '{"id": 1, "asOf": "2026-01-01", "facts": {"performed": "2013-05-20"}, "rules": [{"id": "R", "start": "ended", \
                "from": "year-end", "period": {"years": 10}}]}' | muniment schedule try -
                """)

        @Argument(help: .said("问题文件，或 - 表示标准输入。", "The file, or - for the standard input."))
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
            let bytes = file == "-" ? standardInput() : try InputFile.read(file, limit: Self.largest)
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }

        private func standardInput() -> [UInt8] {
            var text = ""
            while let line = readLine(strippingNewline: false) { text += line }
            return Array(text.utf8)
        }
    }
}
