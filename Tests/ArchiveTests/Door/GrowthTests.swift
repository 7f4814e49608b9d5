@testable import Archive
import Catalogue
import Foundation
import GRDB
import Records
import Synchronization
import Testing

@Suite("What is about one thing costs the same in a large archive", .timeLimit(.minutes(10)))
struct GrowthTests {
    /// Tables that have more rows the more an archive holds. The others grow with the company, or with its rules.
    private static let growing: Set = [
        "batch_items", "custody_steps", "destroyed_contents", "documents", "dossier_documents", "dossier_marks", "dossier_past", "dossiers",
        "due_dates", "event_subjects", "events", "extensions", "extractions", "facts", "fields", "files",
        "held_documents", "loan_consents", "matters", "numbers", "originals", "pack_documents", "pack_editions", "pack_exports",
        "pack_marks", "packs", "parties", "party_codes", "party_names", "party_phones",
        "redactions", "relations", "requests", "search_texts", "sites", "stated_facts", "tombstones", "transmittal_items", "transmittals",
        "versions", "words_redactions",
    ]

    /// What is about all that there is, by what it is for.
    private static let aboutAll: Set = [
        "AcceptClock", "CloseClass", "CountDue", "ListDestroyed", "ListDocuments", "ListDossiers", "ListMatters", "ListNext",
        "ListNumberGaps",
        "ListOriginals", "ListPacks", "ListParties", "ListRestricted", "ListTransmittals", "LoadSchedule", "LoadScheme", "MergeClass",
        "ShowExtraction",
        "ShowStatistics", "SimulateSchedule", "SplitClass",
    ]

    @Test("none of its statements goes through a table that grows", arguments: UseCaseRegistry.all.filter { !aboutAll.contains($0.name) })
    func statements(_ kind: UseCaseKind) async throws {
        var company = try await SmallCompany()
        try await company.prepare(kind.name)
        let doer = try await company.doer(of: kind)
        let heard = try Heard(company.archive)
        _ = try await company.perform(kind, as: doer)
        try heard.expectNoScan()
    }

    @Test("nor does filing")
    func filing() async throws {
        let company = try await SmallCompany()
        let heard = try Heard(company.archive)
        try await company.file("丙.txt", "另一份合同", number: "HT-2026-0002", party: "青禾置业")
        try heard.expectNoScan()
    }

    /// The statements that an archive has SQLite carry out.
    private final class Heard: Sendable {
        private let statements = Mutex<Set<String>>([])
        private let database: any DatabaseWriter

        init(_ archive: LocalArchive) throws {
            database = try archive.catalogue.current().database
            database.writeWithoutTransaction(listen)
            try database.read(listen)
        }

        private func listen(_ db: Database) {
            db.trace(options: .statement) { event in
                guard case .statement(let statement) = event else { return }
                _ = self.statements.withLock { $0.insert(statement.sql) }
            }
        }

        func expectNoScan() throws {
            let statements = statements.withLock(\.self)
            #expect(!statements.isEmpty)
            try database.writeWithoutTransaction { db in
                db.trace()
                for statement in statements.sorted() {
                    let scanned = try Self.scanned(by: statement, db).intersection(GrowthTests.growing)
                    #expect(scanned.isEmpty, "\(scanned.sorted()): \(statement)")
                }
            }
        }

        /// The tables that a statement goes through from their first row on, as its program for SQLite's machine says.
        private static func scanned(by statement: String, _ db: Database) throws -> Set<String> {
            let isScan = ["SELECT", "UPDATE", "DELETE", "INSERT", "WITH"].contains(where: statement.hasPrefix)
            // Whether there is any row is seen at the first. Names alike are no two same names: each is looked at, of parties alone.
            let isMeant =
                statement.wholeMatch(of: /SELECT EXISTS \(SELECT 1 FROM \w+\)/) != nil || statement.contains("instr(b.core, a.core)")
            guard isScan, !isMeant else { return [] }
            let tables = try Row.fetchAll(db, sql: "SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")
                .reduce(into: [Int64: String]()) { $0[$1[0]] = $1[1] }
            var open: [Int64: String] = [:]
            var scanned: Set<String> = []
            let explained = try db.makeStatement(sql: "EXPLAIN \(statement)")
            explained.setUncheckedArguments(StatementArguments())
            for step in try Row.fetchAll(explained) {
                switch step["opcode"] as String {
                case "OpenRead", "OpenWrite": open[step["p1"]] = tables[step["p2"]]
                case "OpenEphemeral", "OpenAutoindex", "OpenPseudo", "SorterOpen": open[step["p1"]] = nil
                case "Rewind", "Last": if let table = open[step["p1"]] { scanned.insert(table) }
                default: break
                }
            }
            return scanned
        }
    }
}
