import Archive
import Records
import Samples
import Testing
import Wording

@Suite("Who may do what is said in docs/rights.md")
struct RightsPageTests {
    @Test("R-50, R-51: each operation has its row there, with the roles that the program goes by", arguments: Operation.allCases)
    func row(_ operation: Operation) throws {
        let page = try Checkout.text(of: "docs/rights.md")
        let roles = Role.allCases.filter(operation.row.roles.contains).map { $0.phrase.english }.joined(separator: ", ")
        let row = "| \(operation.row.name.english) | \(operation.row.name.chinese) | \(roles.isEmpty ? "the operator alone" : roles) |"
        #expect(page.split(separator: "\n").contains { $0 == row }, "\(row)")
    }
}
