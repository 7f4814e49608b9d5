import GRDB

/// How long texts are, against the usual length of one.
struct TextLengths {
    /// Share of the length that counts against a long text, as in BM25.
    static let weight = 0.75
    /// How soon a further occurrence says little more, as in BM25.
    static let saturation = 1.2

    /// The usual length in UTF-8 bytes. 秘密 documents do not enter it: it decides about order, and must not betray them.
    let usual: Double
    private let statement: Statement

    init(_ db: Database) throws {
        let sums = try Row.fetchOne(db.cachedStatement(sql: "SELECT sum(length), sum(documents) FROM search_shards WHERE shard % 2 = 0"))
        usual = max(1, ((sums?[0] as Double?) ?? 1) / max(1, (sums?[1] as Double?) ?? 1))
        statement = try db.cachedStatement(sql: "SELECT length FROM search_texts WHERE document = ?")
    }

    /// What one occurrence in this document counts.
    func factor(_ row: Int64) throws -> Double {
        let length = try Double.fetchOne(statement, arguments: [row]) ?? usual
        return TextLengths.factor(occurrences: 1, length: length / usual)
    }

    /// What so many occurrences count in a text of so many times the usual length.
    static func factor(occurrences: Double, length: Double) -> Double {
        occurrences * (saturation + 1) / (occurrences + saturation * (1 - weight + weight * length))
    }
}
