import Foundation
import GRDB
import Testing

@testable import Catalogue

/// Times of indexing and of each class of query, beside the bare FTS5 query; run by hand in a release build:
/// `MUNIMENT_MEASURE=20000 swift test -c release -Xswiftc -enable-testing --filter SearchMeasurement`.
@Suite
struct SearchMeasurement {
    static let documents = Int(ProcessInfo.processInfo.environment["MUNIMENT_MEASURE"] ?? "")

    @Test("What indexing and searching cost", .enabled(if: documents != nil))
    func measure() throws {
        let count = try #require(SearchMeasurement.documents)
        var generator = PaperGenerator(seed: 1)
        let papers = (0..<count).map { _ in
            var paper = generator.paper()
            for _ in 0..<2 { paper.body += generator.paper().body }
            return paper
        }
        let bytes = papers.reduce(0) { $0 + $1.body.utf8.count + $1.title.utf8.count }
        let archive = try SearchArchive()
        let clock = ContinuousClock()
        let indexing = try clock.measure {
            for start in stride(from: 0, to: count, by: 1000) { try archive.file(Array(papers[start..<min(count, start + 1000)])) }
        }
        let size = try archive.pool.read { db in
            try Int.fetchOne(db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
        }
        var lines = [
            "\(count) documents, \(bytes / 1_000_000) MB: \(mega(bytes, indexing)) MB/s, database \(Double(size) / Double(bytes)) of the text"
        ]
        for (name, query) in SearchMeasurement.queries {
            var (times, total, relaxed) = ([Duration](), 0, false)
            for _ in 0..<20 {
                times.append(
                    try clock.measure {
                        let answer = try archive.search(query)
                        (total, relaxed) = (answer.total, answer.relaxed)
                    })
            }
            times.sort()
            let bare = try bareTimes(query, archive)
            lines.append(
                "\(name) `\(query)`: \(total) hits\(relaxed ? " relaxed" : ""), p50 \(milli(times[10])) ms, max \(milli(times[19])) ms, bare \(bare) ms"
            )
        }
        try RetrievalCorpus.report(lines.joined(separator: "\n"))
    }

    private static let queries = [
        ("one character", "空"), ("two characters", "空调"), ("rare phrase", "华星电力有限公司"), ("phrase", "\"中央空调供货\""), ("two words", "空调 重庆"),
        ("number", "HT-2019-1"),
        ("field and text", "签订:2019 空调"), ("field", "类型:合同"), ("all", ""), ("question", "中央空调的质保金什么时候支付？"), ("exclusion", "空调 -电梯 -锅炉"),
    ]

    /// Stepping the first word's bare query, without order.
    private func bareTimes(_ query: String, _ archive: SearchArchive) throws -> String {
        guard let term = archive.parse(query).freeText.first, let expression = MatchExpression(term) else { return "-" }
        let clock = ContinuousClock()
        let times = try (0..<10).map { _ in
            try clock.measure {
                try archive.pool.read { db in
                    let lookup = try TextLookup(db, secrets: true)
                    for block in 0..<64 { _ = try lookup.rows(expression, block: block, in: db) }
                }
            }
        }
        return milli(times.sorted()[5])
    }

    private func milli(_ time: Duration) -> String {
        String(format: "%.2f", Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000)
    }

    private func mega(_ bytes: Int, _ time: Duration) -> String {
        String(format: "%.2f", Double(bytes) / 1e6 / (Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)))
    }
}
