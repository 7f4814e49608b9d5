import GRDB
import Testing

@testable import Catalogue

@Suite
struct SearchIndexTests {
    /// Each token of each shard with its place: what the index is, whatever its segments look like.
    private func instances(_ archive: SearchArchive) throws -> [String] {
        try archive.pool.write { db in
            try SearchIndex.tables(in: db).flatMap { table in
                try db.execute(sql: "CREATE VIRTUAL TABLE temp.v USING fts5vocab('main', '\(table)', 'instance')")
                defer { try? db.execute(sql: "DROP TABLE temp.v") }
                return try String.fetchAll(
                    db, sql: "SELECT '\(table) ' || term || ' ' || doc || ' ' || coalesce(col, '') || ' ' || coalesce(offset, '') FROM v")
            }
        }.sorted()
    }

    private func put(_ archive: SearchArchive, _ row: Int64, _ text: IndexedText, secret: Bool = false) throws {
        try archive.pool.write { db in try SearchIndex.put(row: row, text: text, secret: secret, in: db) }
    }

    @Test("An index that grew by changes is equal to one made at once")
    func equalToRebuild() throws {
        var random = TextGenerator(seed: 3)
        let grown = try SearchArchive(), fresh = try SearchArchive()
        var last: [Int64: (IndexedText, Bool)] = [:]
        for _ in 0..<150 {
            let row = Int64(random.number(1..<30)) + (random.number(0..<3) == 0 ? 16_384 : 0)
            let text = IndexedText(
                number: "HT-\(random.number(1..<99))", title: random.dense(6), details: random.dense(9), body: random.dense(60))
            if random.number(0..<5) == 0 {
                try grown.pool.write { db in try SearchIndex.removeText(row: row, in: db) }
                last[row] = nil
            } else {
                let secret = random.number(0..<4) == 0
                try put(grown, row, text, secret: secret)
                last[row] = (text, secret)
            }
        }
        for (row, (text, secret)) in last.sorted(by: { $0.key < $1.key }) { try put(fresh, row, text, secret: secret) }
        #expect(try instances(grown) == instances(fresh))
        for table in ["search_texts", "search_shards"] {
            let rows = try [grown, fresh].map { archive in
                try archive.pool.read { db in try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1").map(\.description) }
            }
            #expect(rows[0] == rows[1])
        }
    }

    @Test("Blocks of 16,384 rows and 秘密 documents have shards of their own, which go with their last document")
    func shards() throws {
        let archive = try SearchArchive()
        try put(archive, 16_384, IndexedText(title: "甲"))
        try put(archive, 16_385, IndexedText(title: "乙"))
        try put(archive, 16_386, IndexedText(title: "丙"), secret: true)
        #expect(try archive.pool.read(SearchIndex.tables).count == 6)
        try put(archive, 16_386, IndexedText(title: "丙"))
        #expect(try archive.pool.read(SearchIndex.tables) == ["search_words_0", "search_signs_0", "search_words_2", "search_signs_2"])
        try archive.pool.write { db in try SearchIndex.removeText(row: 16_384, in: db) }
        #expect(try archive.pool.read(SearchIndex.tables) == ["search_words_2", "search_signs_2"])
    }

    @Test("After a purge each touched shard is one segment and none of the terms is in it")
    func purges() throws {
        let archive = try SearchArchive()
        for row in 1...40 { try put(archive, Int64(row), IndexedText(title: "合同\(row)", body: row == 7 ? "𠮷𡈽𠀀 canary" : "正文")) }
        let before = try instances(archive)
        #expect(before.contains { $0.contains("𠮷𡈽") })
        try archive.pool.write { db in
            try SearchIndex.removeText(row: 7, in: db)
            try SearchIndex.merge(blocksOf: [7], in: db)
        }
        #expect(try !instances(archive).contains { $0.contains("𠮷") || $0.contains("canary") })
        let segments = try archive.pool.read { db in
            // Identifiers above 1 and 10 are pages of segments, the segment in the upper bits.
            try Int.fetchOne(db, sql: "SELECT count(DISTINCT id >> 37) FROM search_words_0_data WHERE id > 10")
        }
        #expect(segments == 1)
    }

    @Test("A shard made by another version of the fold is made anew from the texts that are kept")
    func refreshes() throws {
        let archive = try SearchArchive()
        try put(archive, 1, IndexedText(title: "合同", body: "正文"))
        let before = try instances(archive)
        try archive.pool.write { db in
            try db.execute(sql: "UPDATE search_shards SET maker = 0")
            try db.execute(sql: "INSERT INTO search_words_0(rowid, body) VALUES (9, 'stale')")
            #expect(try !SearchIndex.isCurrent(in: db))
            try SearchIndex.refresh(in: db)
            #expect(try SearchIndex.isCurrent(in: db))
        }
        #expect(try instances(archive) == before)
    }

    @Test("Nothing of a write that was rolled back is remembered")
    func rollsBack() throws {
        let archive = try SearchArchive()
        try archive.file([Paper(title: "合同")])
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try archive.pool.write { db in
                try archive.file([Paper(type: "quote", title: "合同二")], in: db)
                let found = try archive.engine.search(SearchRequest(archive.parse("合同")), in: db)
                #expect(found.total == 2)
                throw Stop()
            }
        }
        try archive.change { _, _ in }
        #expect(try archive.search("合同").facets.types.map(\.value) == ["contract"])
    }

    @Test("What is remembered of one database is not taken for another of the same events")
    func remembersByFile() throws {
        let first = try SearchArchive(), second = try SearchArchive()
        try first.file([Paper(title: "合同")])
        try second.file([Paper(type: "quote", title: "合同")])
        let request = SearchRequest(first.parse("合同"))
        let types = try [first, second, first].map { archive in
            try archive.pool.read { db in try first.engine.search(request, in: db) }.facets.types.map(\.value)
        }
        #expect(types == [["contract"], ["quote"], ["contract"]])
    }
}
