import Archive
import Disk
import Records
import SystemPackage
import Testing
import Wording

@Suite("Who may do what is said in docs/rights.md")
struct RightsPageTests {
    private static let page = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent().pushing(
        "docs/rights.md")

    @Test("R-50, R-51: each operation has its row there, with the roles that the program goes by", arguments: Operation.allCases)
    func row(_ operation: Operation) throws {
        let page = String(decoding: try Disk().read(Self.page, limit: 1 << 20), as: UTF8.self)
        let roles = Role.allCases.filter(operation.row.roles.contains).map { $0.phrase.english }.joined(separator: ", ")
        let row = "| \(operation.row.name.english) | \(operation.row.name.chinese) | \(roles.isEmpty ? "the operator alone" : roles) |"
        #expect(page.split(separator: "\n").contains { $0 == row }, "\(row)")
    }
}
