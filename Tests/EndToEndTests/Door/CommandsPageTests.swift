import Foundation
import Samples
import Testing

@Suite("docs/commands.md")
struct CommandsPageTests {
    private struct Help: Decodable {
        let command: Command
    }
    private struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let shouldDisplay: Bool?
        let subcommands: [Command]?

        /// Each command that does something, with its whole name and what its help says of it.
        func lines(below names: [String]) -> [String] {
            let names = names + [commandName]
            let shown = (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
            guard shown.isEmpty else { return shown.flatMap { $0.lines(below: names) } }
            return ["| `\(names.joined(separator: " "))` | \(abstract ?? "") |"]
        }
    }

    @Test("names every command in the words of its help, and no other")
    func commands() async throws {
        let program = try await Program()
        let dump = try await program.run(["--experimental-dump-help"], environment: ["LANG": "C"])
        let lines = try JSONDecoder().decode(Help.self, from: Data(dump.output.utf8)).command.lines(below: [])
        let page = try Checkout.text(of: "docs/commands.md")
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
        #expect(lines.count > 50)
        #expect(Set(rows) == Set(lines))
    }
}
