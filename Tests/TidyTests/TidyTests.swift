import Foundation
import Samples
import Testing

@Suite("The sources keep the rules of the house")
struct TidyTests {
    private static let rules: [@Sendable (SourceTree.File) -> [String]] = [
        TidyRules.climbingImports, TidyRules.databaseAbove, TidyRules.longFile, TidyRules.longFunctions, TidyRules.bannedCalls,
        TidyRules.unexplainedSendable, TidyRules.undocumentedTypes, TidyRules.oneLanguage, TidyRules.englishInChinese,
    ]

    @Test("imports go down the ladder, files and functions are short, no banned calls")
    func sources() {
        let files = SourceTree.files(below: "Sources")
        #expect(files.count > 100)
        // A program may wait for the next look at a folder; a test may not.
        let complaints = files.flatMap { file in Self.rules.flatMap { $0(file) } }.filter { !$0.contains("sleep") }
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }

    @Test("what a target imports it names in the manifest: else the order in which targets are compiled decides whether it builds")
    func dependencies() throws {
        let manifest = try Manifest()
        let files = SourceTree.files(below: "Sources") + SourceTree.files(below: "Tests")
        #expect(files.flatMap(manifest.undeclared) == [])
        let bad = SourceTree.File(path: "Sources/Records/Bad.swift", lines: ["public import Crypto", "import Foundation"])
        #expect(manifest.undeclared(bad) == ["Sources/Records/Bad.swift imports Crypto"])
    }

    @Test("rooms have the same names on every floor, and on a floor with rooms nothing lies about")
    func rooms() {
        func rooms(_ floor: String) -> Set<String> {
            Set(SourceTree.files(below: floor).map { String($0.path.dropFirst(floor.count + 1).prefix { $0 != "/" }) })
        }
        let archive = rooms("Sources/Archive")
        let own: [String: Set<String>] = [
            "Sources/Records": ["Errors", "Events", "JSON", "Values"], "Sources/Catalogue": [],
            "Sources/WebService": ["Members", "Pages", "Parts", "ArchiveService.swift", "ServiceSettings.swift"],
            "Sources/MunimentCLI": ["Printing", "Serving", "Muniment.swift"],
            "Tests/ArchiveTests": ["Support"], "Tests/CatalogueTests": [], "Tests/WebServiceTests": ["Pages", "Support"],
            "Tests/EndToEndTests": ["Installing", "Pages", "Support"],
        ]
        for (floor, others) in own {
            let strangers = rooms(floor).subtracting(archive).subtracting(others)
            #expect(strangers.isEmpty, "\(floor): \(strangers.sorted())")
        }
    }

    @Test("tests do not sleep and leave no marks")
    func tests() {
        let files = SourceTree.files(below: "Tests").filter { $0.target != "TidyTests" }
        let complaints = files.flatMap { file in
            TidyRules.bannedCalls(file).filter { $0.contains("sleep") || $0.contains("an issue") } + TidyRules.longFile(file)
        }
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }

    @Test(
        "each rule finds what it is for",
        arguments: [
            ("import Catalogue", "imports Catalogue"), ("let now = Date" + "()", "use the clock"),
            ("let x = try" + "! f()", "a throwing call"),
            ("final class A: @unchecked" + " Sendable {}", "does not say what guards it"),
            ("func a() {\n" + String(repeating: "    x\n", count: 80) + "}", "function of 82 lines"),
            (String(repeating: "x\n", count: 400), "has 401 lines"), ("public struct A {}", "without a doc comment"),
            (#"Phrase("这里 is no folder", "This is no folder")"#, "says in Chinese"),
        ])
    func ruleFinds(_ text: String, _ complaint: String) {
        let file = SourceTree.File(
            path: "Sources/Journal/Bad.swift", lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        #expect(Self.rules.flatMap { $0(file) }.contains { $0.contains(complaint) })
    }

    @Test(
        "what describes a command line in one language is found", arguments: ["help: \"A.\"", "abstract: \"A.\"", "ValidationError(\"a\")"])
    func oneLanguage(_ line: String) {
        #expect(!TidyRules.oneLanguage(SourceTree.File(path: "Sources/MunimentCLI/Bad.swift", lines: [line])).isEmpty)
    }

    @Test("no message that is said at every door names an option or a command")
    func wordsOfTheDoors() {
        let files = SourceTree.files(below: "Sources")
        let commands = files.filter { $0.target == "MunimentCLI" }.flatMap { file in
            file.lines.flatMap { line in line.matches(of: /commandName: "([a-z-]+)"/).map { String($0.1) } }
        }
        #expect(commands.count > 30)
        #expect(files.flatMap { TidyRules.commandsInWords($0, commands: commands) } == [])
        for words in [#"Phrase("请加 --force", "Force it")"#, #"Phrase("请用 scheme show", "")"#, #"Phrase("", "Run `verify` now")"#] {
            let file = SourceTree.File(path: "Sources/Wording/Bad.swift", lines: [words])
            #expect(!TidyRules.commandsInWords(file, commands: commands).isEmpty, "\(words)")
        }
    }

    @Test("each command says its own name: to make one of its type's name looks through the whole program, at each start")
    func commandNames() {
        let sources = SourceTree.files(below: "Sources").filter { $0.target == "MunimentCLI" }.map { ($0.path, $0.lines.joined()) }
        #expect(sources.filter { $1.contains(/CommandConfiguration\((?! *commandName: )/) }.map(\.0) == [])
    }

    @Test("docs/errors.md has a heading for each error code")
    func errorCodes() throws {
        let page = try String(contentsOf: Checkout.file("docs/errors.md"), encoding: .utf8)
        let source = try String(
            contentsOf: Checkout.file("Sources/Records/Errors/ErrorCode.swift"), encoding: .utf8)
        let codes = source.matches(of: /= "(M\d{3})"/).map { String($0.1) }
        #expect(codes.count > 30)
        for code in codes { #expect(page.contains("\n### \(code) "), "no heading for \(code)") }
    }

    @Test("each use case of the registry has a route and a command")
    func useCasesHaveDoors() throws {
        let files = SourceTree.files(below: "Sources")
        let registry = try #require(files.first { $0.path.hasSuffix("UseCaseRegistry.swift") }).lines.joined()
        let names = registry.matches(of: /\.(?:change|question)\((\w+)\.self\)/).map { String($0.1) }
        #expect(names.count > 40)
        for (door, ending) in [("WebService", ".self"), ("MunimentCLI", "(")] {
            let source = files.filter { $0.target == door }.flatMap(\.lines).joined()
            // At the command line, a search without words lists all documents.
            let lacking = names.filter { $0 != "ListDocuments" || door != "MunimentCLI" }.filter {
                !source.contains($0 + ending) && !source.contains($0 + "(")
            }
            #expect(lacking == [], "without a way in through \(door)")
        }
    }

    @Test("each rule of records management that a source cites is named by a test")
    func rulesAreTested() {
        let (sources, tests) = (SourceTree.files(below: "Sources"), SourceTree.files(below: "Tests"))
        let cited = Set(sources.flatMap { $0.lines.flatMap { $0.matches(of: /R-\d+/).map { String($0.0) } } })
        let titles = tests.flatMap { file in
            zip([""] + file.lines, file.lines).filter { above, line in
                line.contains(/@(Test|Suite)\("/) || above.hasSuffix("@Test(") || above.hasSuffix("@Suite(")
            }.map(\.1)
        }
        let named = Set(titles.flatMap { Self.rules(in: $0) })
        #expect(cited.count > 20)
        #expect(cited.subtracting(named).sorted() == [])
    }

    /// The rules that a title names; `R-31 to R-35` are five.
    private static func rules(in title: String) -> [String] {
        let spans = title.matches(of: /R-(\d+) to R-(\d+)/).flatMap { match in
            (Int(match.1) ?? 0)...max(Int(match.1) ?? 0, Int(match.2) ?? 0)
        }
        return spans.map { "R-\($0)" } + title.matches(of: /R-\d+/).map { String($0.0) }
    }
}
