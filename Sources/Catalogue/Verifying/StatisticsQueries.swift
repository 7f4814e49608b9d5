public import GRDB

/// How much the archive holds.
public enum StatisticsQueries {
    public struct Counts: Sendable, Hashable, Codable {
        public let documents: Int
        public let withdrawn: Int
        public let versions: Int
        /// Of all files of all versions; content that versions share is counted once for each.
        public let bytes: Int64
        public let parties: Int
        public let events: Int
        /// Files that wait for extraction.
        public let waiting: Int
        public let byType: [String: Int]
    }

    public static func counts(in db: Database) throws -> Counts {
        func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM " + sql) ?? 0 }
        let types = try Row.fetchAll(db, sql: "SELECT type, COUNT(*) AS n FROM documents GROUP BY type")
        return Counts(
            documents: try count("documents"), withdrawn: try count("documents WHERE withdrawn"), versions: try count("versions"),
            bytes: try Int64.fetchOne(db, sql: "SELECT SUM(size) FROM files") ?? 0, parties: try count("parties"),
            events: try Int.fetchOne(db, sql: "SELECT sequence FROM progress") ?? 0, waiting: try count("extraction_queue"),
            byType: Dictionary(types.map { ($0["type"], $0["n"]) }, uniquingKeysWith: { first, _ in first }))
    }
}
