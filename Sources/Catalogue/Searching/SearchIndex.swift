public import GRDB

/// The full-text index: written within the transaction that projects an event, read by ``SearchEngine``.
///
/// ## Topics
/// ### Opening
/// - ``register(in:)``
/// ### Writing
/// - ``put(row:text:secret:in:)``
/// - ``removeText(row:in:)``
/// - ``merge(blocksOf:in:)``
public enum SearchIndex {
    /// Makes the tokenizers known to a connection. Each connection needs it before it touches the index: call it from
    /// `Configuration.prepareDatabase`.
    public static func register(in db: Database) {
        db.add(tokenizer: WordTokenizer.self)
        db.add(tokenizer: SignTokenizer.self)
    }

    /// Indexes a document's text, in place of what was indexed of it before.
    ///
    /// - Parameters:
    ///   - row: The document's row, from 1.
    ///   - secret: Whether it is 秘密: such documents have shards of their own, so that no count betrays them.
    public static func put(row: Int64, text: IndexedText, secret: Bool, in db: Database) throws {
        let text = text.storable
        let shard = SearchShard(row: row, secret: secret)
        let kept = try kept(row, in: db)
        if let kept, kept.shard == shard, kept.text.isSame(as: text) { return }
        if let kept {
            try kept.shard.remove(row, in: db)
            try db.cachedStatement(sql: "DELETE FROM search_texts WHERE document = ?").execute(arguments: [row])
        }
        try write(row, text, shard, in: db)
        try count(shard, by: 1, length: text.length, in: db)
        if let kept { try count(kept.shard, by: -1, length: kept.text.length, in: db) }
        try shard.insert(row, in: db)
    }

    /// Takes a document's text out of the index; nothing where it has none.
    ///
    /// - Important: Its terms stay in the file until SQLite merges them: ``merge(blocksOf:in:)`` is what destruction needs.
    public static func removeText(row: Int64, in db: Database) throws {
        let statement = try db.cachedStatement(sql: "SELECT shard, length FROM search_texts WHERE document = ?")
        guard let kept = try Row.fetchOne(statement, arguments: [row]) else { return }
        let shard = SearchShard(number: kept[0])
        try shard.remove(row, in: db)
        try db.cachedStatement(sql: "DELETE FROM search_texts WHERE document = ?").execute(arguments: [row])
        try count(shard, by: -1, length: kept[1], in: db)
    }

    /// Merges the shards that documents stand in or stood in: public or 秘密, as it was said of them at one time or another. Of what was taken
    /// out of them no term stays then; free pages and the write-ahead log are for the caller to clear.
    static func merge(blocksOf rows: some Sequence<Int64>, in db: Database) throws {
        let shards = Set(rows.flatMap { [SearchShard(row: $0, secret: false), SearchShard(row: $0, secret: true)] })
        for shard in shards.sorted(by: { $0.number < $1.number }) where try exists(shard, in: db) { try shard.optimize(in: db) }
    }

    /// Whether all shards are of this program's fold and tokenizer; where not, a search misses what they make otherwise until
    /// ``refresh(in:)``.
    public static func isCurrent(in db: Database) throws -> Bool {
        try Int64.fetchOne(db, sql: "SELECT 1 FROM search_shards WHERE maker <> ?", arguments: [Fold.version]) == nil
    }

    /// Makes anew each shard that another version of fold or tokenizer made. Nothing to do is the usual case, and quick.
    public static func refresh(in db: Database) throws {
        let old = try Int64.fetchAll(db, sql: "SELECT shard FROM search_shards WHERE maker <> ? ORDER BY shard", arguments: [Fold.version])
        for shard in old.map({ SearchShard(number: $0) }) {
            try shard.drop(in: db)
            try shard.create(in: db)
            for row in try Int64.fetchAll(
                db, sql: "SELECT document FROM search_texts WHERE shard = ? ORDER BY document", arguments: [shard.number])
            {
                try shard.insert(row, in: db)
            }
            try db.execute(sql: "UPDATE search_shards SET maker = ? WHERE shard = ?", arguments: [Fold.version, shard.number])
        }
    }

    /// The full-text tables of the index, for comparing one catalogue with another by their instances (`fts5vocab`).
    package static func tables(in db: Database) throws -> [String] {
        try Int64.fetchAll(db, sql: "SELECT shard FROM search_shards ORDER BY shard").map { SearchShard(number: $0) }.flatMap {
            [$0.words, $0.signs]
        }
    }

    private static func kept(_ row: Int64, in db: Database) throws -> (shard: SearchShard, text: IndexedText)? {
        let statement = try db.cachedStatement(
            sql: "SELECT shard, number, title, party, details, body FROM search_texts WHERE document = ?")
        return try Row.fetchOne(statement, arguments: [row]).map { kept in
            let text = IndexedText(number: kept[1], title: kept[2], party: kept[3], details: kept[4], body: kept[5])
            return (SearchShard(number: kept[0]), text)
        }
    }

    private static func write(_ row: Int64, _ text: IndexedText, _ shard: SearchShard, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO search_texts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            row, shard.number, text.length, numberKey(text.number), text.number, text.title, text.party, text.details, text.body,
        ])
    }

    /// What two writings of one number have in common: its signs and words without anything between.
    static func numberKey(_ number: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: Fold.scalars(number).lazy.filter { CharacterClass($0) != .other }.compactMap { Unicode.Scalar($0) })
        return String(view)
    }

    private static func exists(_ shard: SearchShard, in db: Database) throws -> Bool {
        try Int64.fetchOne(db, sql: "SELECT 1 FROM search_shards WHERE shard = ?", arguments: [shard.number]) != nil
    }

    /// Keeps count of a shard's documents and their length: it is made with the first and dropped with the last.
    private static func count(_ shard: SearchShard, by change: Int, length: Int, in db: Database) throws {
        let statement = try db.cachedStatement(sql: "SELECT documents FROM search_shards WHERE shard = ?")
        let documents = try Int.fetchOne(statement, arguments: [shard.number])
        let sum = (documents ?? 0) + change
        precondition(sum >= 0, "search: a shard holds no document that was not put there")
        if documents == nil {
            try shard.create(in: db)
            try db.execute(sql: "INSERT INTO search_shards VALUES (?, ?, ?, ?)", arguments: [shard.number, sum, length, Fold.version])
        } else if sum == 0 {
            try shard.drop(in: db)
            try db.execute(sql: "DELETE FROM search_shards WHERE shard = ?", arguments: [shard.number])
        } else {
            try db.cachedStatement(sql: "UPDATE search_shards SET documents = ?, length = length + ? WHERE shard = ?")
                .execute(arguments: [sum, change * length, shard.number])
        }
    }
}
