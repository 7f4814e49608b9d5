import Archive
import Catalogue
import Disk
import GRDB
import Records
import Synchronization
import SystemPackage
import Testing
import Wording

@Suite("A catalogue that an older program made is made anew at the first opening")
struct OlderCatalogueTests {
    /// An archive whose catalogue says that an expiry which was cleared still stands, as an older projection left it.
    private func olderArchive(_ scratch: Scratch) async throws -> (FilePath, DocumentID) {
        let archive = try scratch.archive()
        var filing = Filing(try scratch.file("a.txt", "甲"))
        filing.words.expiry = "2025-03-01"
        let id = try await archive.file(filing, by: .operator).document.id
        _ = try await archive.carryOut(EditDocument(id, words: MetadataWords(), cleared: ["expiry"], reason: "续签"), as: .operator)
        let root = scratch.folder.appending("storage")
        let catalogue = Catalogue(folder: CatalogueFolder(folder: root.appending("catalogue"), disk: Disk()))
        try await catalogue.current().database.write { db in
            try db.execute(
                sql: """
                    UPDATE documents SET expiry = '2025-03-01', expiry_written = '2025-03-01', expiry_from = '2025-03-01', expiry_to = '2025-03-01'
                    """)
            try db.execute(sql: "PRAGMA user_version = 0")
        }
        return (root, id)
    }

    @Test("what it kept and should not have is gone, and a note says so once")
    func stale() async throws {
        let scratch = try Scratch()
        let (root, id) = try await olderArchive(scratch)
        let notes = Mutex<[UpkeepMessage]>([])
        for _ in 0..<2 {
            let archive = try LocalArchive(
                root: root, surroundings: .init(clock: TestClock(), notice: { note in notes.withLock { $0.append(note) } }))
            #expect(try await archive.ask(ShowDocument(id), as: .operator).expiry == nil)
        }
        #expect(notes.withLock { $0 } == [.catalogueMadeAnew(.outdated, events: 5)])
    }
}
