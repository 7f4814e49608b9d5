import Catalogue
import Disk
import Extraction
import GRDB
import Records
import SystemPackage
import Testing

@testable import Archive

@Suite("What was read of a document is found again by itself")
struct DerivedTests {
    /// Puts the outcome of each file where a worker's reading puts it, and tells the catalogue nothing.
    private func read(_ document: DocumentView, _ archive: LocalArchive, _ scratch: Scratch) throws {
        for (index, file) in (document.version(document.version)?.files ?? []).enumerated() {
            let outcome = ExtractionOutcome(result: .text, pieces: [.init(text: "验收单第 \(index) 页")], maker: "muniment 1")
            try archive.keep(outcome, of: document.id, file.record.sha256.hex, in: scratch)
        }
    }

    private func dump(_ root: FilePath) throws -> [String] {
        let catalogue = Catalogue(folder: CatalogueFolder(folder: root.appending("catalogue"), disk: Disk()))
        return try CatalogueDump.rows(of: root)
            + catalogue.current().database.read { db in
                try Row.fetchAll(db, sql: "SELECT * FROM search_texts ORDER BY document").map(\.description)
            }
    }

    /// Opens the archive as the next process would; a catalogue made anew is equal to what it finds.
    @discardableResult
    private func expectEqual(_ scratch: Scratch, waiting: Int) async throws -> LocalArchive {
        let root = scratch.folder.appending("storage")
        let next = try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
        #expect(try await next.ask(ShowExtraction(), as: .operator).waiting == waiting)
        #expect(try !next.derived.isUnfinished())
        let grown = try dump(root)
        _ = try await next.rebuild(by: .operator)
        #expect(try dump(root) == grown)
        return next
    }

    @Test("an extraction stopped between its file and the catalogue's row is taken at the next start, and a rebuild is equal")
    func stopped() async throws {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let files = try (0..<3).map { try scratch.file("\($0).txt", "\($0)") }
        var filing = Filing(files[0])
        filing.files += files.dropFirst().map { IncomingFile(name: nil, role: .attachment, source: .path($0)) }
        let filed = try await archive.file(filing, by: .operator)
        try read(filed.document, archive, scratch)
        let next = try await expectEqual(scratch, waiting: 0)
        #expect(try await next.ask(SearchDocuments(DocumentSearch(query: "验收单第 2 页")), as: .operator).total == 1)
    }

    @Test("a new version's files that were read before are taken at the next start too")
    func newVersion() async throws {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let filed = try await archive.file(Filing(try scratch.file("a.txt", "甲")), by: .operator)
        try read(filed.document, archive, scratch)
        var version = NewVersion(
            of: filed.document.id,
            files: [IncomingFile(name: nil, role: .attachment, source: .path(try scratch.file("b.txt", "乙")))], reason: "补")
        version.keepsOthers = true
        _ = try await archive.makeVersion(version, by: .operator)
        try await expectEqual(scratch, waiting: 1)
    }

    @Test("what was read of a version that another one took the place of meanwhile is taken too, and a rebuild is equal")
    func replaced() async throws {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let filed = try await archive.file(Filing(try scratch.file("a.txt", "甲")), by: .operator)
        try read(filed.document, archive, scratch)
        let version = NewVersion(
            of: filed.document.id, files: [IncomingFile(name: nil, role: .main, source: .path(try scratch.file("b.txt", "乙")))], reason: "换"
        )
        _ = try await archive.makeVersion(version, by: .operator)
        try await expectEqual(scratch, waiting: 1)
    }

    @Test("a text that was read again and not told of is taken at the next start")
    func again() async throws {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let filed = try await archive.file(Filing(try scratch.file("a.txt", "甲")), by: .operator)
        let sha256 = try #require(filed.document.version(.first)?.files.first).record.sha256.hex
        for (index, outcome) in [
            ExtractionOutcome(result: .failed, reason: "damaged", maker: "muniment 1"),
            ExtractionOutcome(result: .text, pieces: [.init(text: "验收单")], maker: "muniment 2"),
        ].enumerated() {
            try archive.writer.exclusively { generation in
                if index == 1 {
                    try archive.derived.takeWaiting(into: generation)
                    try generation.write {
                        try $0.awaitAgain([(filed.document.id, [sha256])])
                        return true
                    }
                }
                try archive.keep(outcome, of: filed.document.id, sha256, in: scratch)
            }
        }
        let root = scratch.folder.appending("storage")
        let next = try LocalArchive(root: root, surroundings: .init(clock: TestClock()))
        #expect(try await next.ask(SearchDocuments(DocumentSearch(query: "验收单")), as: .operator).total == 1)
        #expect(try await next.verify(by: .operator).findings == [])
    }

    @Test("the texts of a document with many files are asked for once each, however many outcomes come")
    func once() async throws {
        let scratch = try Scratch()
        let archive = try scratch.archive()
        let files = try (0..<40).map { try scratch.file("\($0).txt", "\($0)") }
        var filing = Filing(files[0])
        filing.files += files.dropFirst().map { IncomingFile(name: nil, role: .attachment, source: .path($0)) }
        let document = try await archive.file(filing, by: .operator).document
        var asked = 0
        try archive.writer.exclusively { generation in
            try generation.database.write { db in
                let contents = (document.version(.first)?.files ?? []).map {
                    ExtractedContent(sha256: $0.record.sha256.hex, result: "text", reason: nil, pages: nil, maker: "muniment 1")
                }
                try Projection.take(
                    contents, of: document.id,
                    text: {
                        asked += 1
                        return $0
                    }, in: db)
            }
        }
        #expect(asked == 40)
    }
}
