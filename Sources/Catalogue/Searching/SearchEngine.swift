public import GRDB

/// Searches one catalogue. Keep one for each open database: it remembers what fields hold from one search to the next.
///
/// ```swift
/// let query = Query(vocabulary: vocabulary, today: today).parse("空调维修 类型:合同")
/// let answer = try pool.read { db in try engine.search(SearchRequest(query), in: db) }
/// ```
public final class SearchEngine: Sendable {
    let cache = SearchColumnsCache()

    public init() {}

    /// Answers a search in the state that the connection sees. It may be called from several readers at once.
    ///
    /// - Throws: `DatabaseError` where the database cannot be read; never for what a user typed.
    public func search(_ request: SearchRequest, in db: Database) throws -> SearchAnswer {
        var search = try Search(request, columns: try cache.columns(in: db), db)
        return try search.answer()
    }
}
