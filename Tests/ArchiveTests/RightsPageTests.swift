import Archive
import Foundation
import Records
import Testing

@Suite("Who may do what is said in docs/rights.md")
struct RightsPageTests {
    @Test("R-50, R-51: each operation has its row there, with the roles that the program goes by", arguments: Operation.allCases)
    func row(_ operation: Operation) throws {
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: checkout.appendingPathComponent("docs/rights.md"), encoding: .utf8)
        let roles = Role.allCases.filter(operation.row.roles.contains).map { $0.name.english }.joined(separator: ", ")
        let row = "| \(operation.row.name.english) | \(operation.row.name.chinese) | \(roles.isEmpty ? "the operator alone" : roles) |"
        #expect(page.split(separator: "\n").contains { $0 == row }, "\(row)")
    }
}
