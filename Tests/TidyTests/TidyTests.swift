import Foundation
import Testing

@Suite("The sources keep the rules of the house")
struct TidyTests {
    private static let rules: [@Sendable (SourceTree.File) -> [String]] = [
        TidyRules.climbingImports, TidyRules.databaseAbove, TidyRules.longFile, TidyRules.longFunctions, TidyRules.bannedCalls,
        TidyRules.unexplainedSendable,
    ]

    @Test("imports go down the ladder, files and functions are short, no banned calls")
    func sources() {
        let files = SourceTree.files(below: "Sources")
        #expect(files.count > 100)
        // A program may wait for the next look at a folder; a test may not.
        let complaints = files.flatMap { file in Self.rules.flatMap { $0(file) } }.filter { !$0.contains("sleep") }
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
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
            (String(repeating: "x\n", count: 400), "has 401 lines"),
        ])
    func ruleFinds(_ text: String, _ complaint: String) {
        let file = SourceTree.File(
            path: "Sources/Journal/Bad.swift", lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        #expect(Self.rules.flatMap { $0(file) }.contains { $0.contains(complaint) })
    }

    @Test("docs/errors.md has a heading for each error code")
    func errorCodes() throws {
        let page = try String(contentsOf: SourceTree.root.appendingPathComponent("docs/errors.md"), encoding: .utf8)
        let source = try String(
            contentsOf: SourceTree.root.appendingPathComponent("Sources/Records/Errors/ErrorCode.swift"), encoding: .utf8)
        let codes = source.matches(of: /= "(M\d{3})"/).map { String($0.1) }
        #expect(codes.count > 30)
        for code in codes { #expect(page.contains("\n### \(code) "), "no heading for \(code)") }
    }
}
