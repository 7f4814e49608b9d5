import GRDB

/// A part of the index: the documents of one block of rows, public and internal ones apart from 秘密 ones.
///
/// Bounded, so that purging a document rewrites little (`storage.md`); fixed by the row, so that a rebuild makes the same shards.
struct SearchShard: Sendable, Hashable {
    /// Rows of a block. One deletion with `optimize` takes about 5 s at this size.
    static let size = 16_384

    let number: Int64

    init(number: Int64) { self.number = number }

    init(row: Int64, secret: Bool) {
        precondition(row >= 1, "search: rows count from 1")
        number = (row - 1) / Int64(SearchShard.size) * 2 + (secret ? 1 : 0)
    }

    /// Which block of rows.
    var block: Int { Int(number / 2) }
    var isSecret: Bool { number % 2 == 1 }
    /// Pairs and words with their places, by column.
    var words: String { "search_words_\(number)" }
    /// Each different sign of a document.
    var signs: String { "search_signs_\(number)" }

    /// The columns of ``words``, in order.
    static let columns = ["number", "title", "party", "details", "body"]

    func create(in db: Database) throws {
        let columns = SearchShard.columns.joined(separator: ", ")
        try db.execute(sql: "CREATE VIRTUAL TABLE \(words) USING fts5(\(columns), content='', tokenize='\(WordTokenizer.name)')")
        try db.execute(
            sql:
                "CREATE VIRTUAL TABLE \(signs) USING fts5(head, body, content='', detail=none, columnsize=0, tokenize='\(SignTokenizer.name)')"
        )
    }

    func drop(in db: Database) throws {
        try db.execute(sql: "DROP TABLE \(words)")
        try db.execute(sql: "DROP TABLE \(signs)")
    }

    /// Adds a document whose text is in `search_texts`.
    func insert(_ row: Int64, in db: Database) throws { try change("", row, in: db) }

    /// Takes a document out, by the very text it was added with.
    func remove(_ row: Int64, in db: Database) throws { try change("'delete', ", row, in: db) }

    private func change(_ command: String, _ row: Int64, in db: Database) throws {
        let columns = SearchShard.columns.joined(separator: ", ")
        let wordsTarget = command.isEmpty ? "" : "\(words), "
        let signsTarget = command.isEmpty ? "" : "\(signs), "
        try db.cachedStatement(
            sql: """
                INSERT INTO \(words)(\(wordsTarget)rowid, \(columns))
                SELECT \(command)document, \(columns) FROM search_texts WHERE document = ?
                """
        ).execute(arguments: [row])
        try db.cachedStatement(
            sql: """
                INSERT INTO \(signs)(\(signsTarget)rowid, head, body)
                SELECT \(command)document,
                char(\(SignTokenizer.headMark), 10, 10) || number || char(10, 10) || title || char(10, 10) || party,
                char(2, 10, 10) || details || char(10, 10) || body FROM search_texts WHERE document = ?
                """
        ).execute(arguments: [row])
    }

    /// Merges all into one segment, so that nothing of what was taken out stays.
    func optimize(in db: Database) throws {
        for table in [words, signs] { try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('optimize')") }
    }
}
