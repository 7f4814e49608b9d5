import Archive
import Catalogue
import Foundation
import GRDB
import Records
import Samples
import SystemPackage

/// What a search costs by the class of its query, against the bare query of the index.
struct SearchCosts {
    let work: Workplace

    /// A class of queries: what people type, and what the index is asked at least for it.
    private struct QueryClass {
        let name: String
        let queries: [String]
        /// The table and the expression of the floor's full-text query.
        var bare: (table: String, match: @Sendable (String) -> String)?
        var ranked = false
    }

    /// Times that each class is asked, its queries in turn.
    private static let rounds = 100

    private static let words: (table: String, match: @Sendable (String) -> String) = (
        "words", { query in "\"\(query.filter { $0 != "\"" })\"" }
    )

    private var classes: [QueryClass] {
        let some = stride(from: 0, to: work.papers.count, by: max(1, work.papers.count / 20)).map { work.papers[$0] }
        return [
            QueryClass(name: "one character", queries: ["空", "水", "质"], bare: ("signs", { "\"\($0)\"" })),
            QueryClass(name: "two characters", queries: ["空调", "质保", "验收", "消防"], bare: Self.words),
            QueryClass(name: "phrase", queries: ["\"中央空调的采购与安装\"", "\"工程有限公司\"", "\"书面通知对方\""], bare: Self.words),
            QueryClass(name: "party's name", queries: some.map(\.party), bare: Self.words),
            QueryClass(name: "number", queries: some.map(\.number), bare: Self.words),
            QueryClass(
                name: "field and text", queries: (2019...2023).map { "签订:\($0) 空调" }, bare: ("words", { _ in "\"空调\"" })),
            QueryClass(
                name: "question", queries: ["中央空调的质保金什么时候支付？", "消防水泵由谁负责安装？", "工期延误怎么处理？"],
                bare: ("words", { Self.pairs($0) }), ranked: true),
        ]
    }

    func measure(into report: inout Report) async throws {
        let index = try BareIndex(root: work.root)
        for kind in classes {
            var (times, floors) = ([Double](), [Double]())
            for round in 0..<Self.rounds {
                let query = kind.queries[round % kind.queries.count]
                times.append(
                    try await milliseconds { _ = try await work.archive.ask(SearchDocuments(DocumentSearch(query: query)), as: .operator) })
                if let bare = kind.bare {
                    floors.append(try milliseconds { try index.ask(bare.table, bare.match(query), ranked: kind.ranked) })
                }
            }
            report.add(
                "search: \(kind.name)", times.quantile(0.5), "ms", floor: kind.bare.map { _ in floors.quantile(0.5) },
                kind.ranked ? "bare FTS5, pairs OR-ed, best 20 by bm25" : "bare FTS5 query, every row stepped", p99: times.quantile(0.99))
        }
    }

    private static func pairs(_ question: String) -> String {
        let signs = question.filter { $0 != "？" }.map { String($0) }
        return zip(signs, signs.dropFirst()).map { "\"\($0)\($1)\"" }.joined(separator: " OR ")
    }
}

/// The catalogue's full-text tables, asked with nothing around them.
struct BareIndex {
    private let database: DatabaseQueue
    private let shards: [Int64]

    init(root: FilePath) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { db in SearchIndex.register(in: db) }
        let current = try String(contentsOfFile: root.appending("catalogue/current").string, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        database = try DatabaseQueue(path: root.appending("catalogue/\(current)").string, configuration: configuration)
        shards = try database.read { try Int64.fetchAll($0, sql: "SELECT shard FROM search_shards") }
    }

    /// Steps every row that matches, or asks for the best twenty.
    func ask(_ table: String, _ match: String, ranked: Bool) throws {
        try database.read { db in
            for shard in shards {
                let name = "search_\(table)_\(shard)"
                let order = ranked ? "ORDER BY bm25(\(name)) LIMIT 20" : ""
                let statement = try db.cachedStatement(sql: "SELECT rowid FROM \(name) WHERE \(name) MATCH ? \(order)")
                _ = try Int64.fetchAll(statement, arguments: [match])
            }
        }
    }
}
