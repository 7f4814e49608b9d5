import Catalogue
import Disk
import GRDB
import Records
import Testing

@testable import Archive

@Suite("What waits together is carried out together, and stands or falls alone")
struct GroupFaultTests {
    /// How a database fails at one document of a group: at a statement, or so that it gives up the whole transaction, as it may on a fault of the disk.
    enum Fault: String, CaseIterable, Sendable { case abort = "ABORT", rollback = "ROLLBACK" }

    @Test("a fault of the database at one change is that change's alone, and the others are filed", arguments: Fault.allCases)
    func alone(_ fault: Fault) async throws {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let database = try archive.catalogue.current().database
        try await database.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER harm BEFORE INSERT ON documents WHEN NEW.title = '坏' BEGIN SELECT RAISE(\(fault.rawValue), 'harm'); END
                    """)
        }
        let titles = ["甲", "乙", "坏", "丙"]
        let results = try await archive.fileTogether(
            try titles.map { Filing(try scratch.file("\($0).txt", $0), title: $0) }, by: .operator)
        #expect(results.map { (try? $0.get()) != nil } == [true, true, false, true])
        try await database.write { db in try db.execute(sql: "DROP TRIGGER harm") }
        let grown = try CatalogueDump.rows(of: archive.place.root)
        #expect(grown.count { $0.hasPrefix("documents ") } == 3)
        _ = try await archive.rebuild(by: .operator)
        #expect(try CatalogueDump.rows(of: archive.place.root) == grown)
        #expect(try await archive.verifyLog(checkpoint: nil, keys: [], by: .operator).isEmpty)
    }
}
