import Samples
import Testing

@testable import Catalogue

@Suite
struct SearchPropertyTests {
    @Test(
        "A run of two or more characters finds exactly the texts that contain it: recall and precision 1.000",
        arguments: [11, 12, 13] as [UInt64])
    func sameAsScan(_ seed: UInt64) throws {
        var random = TextGenerator(seed: seed)
        let archive = try SearchArchive()
        let texts = (0..<120).map { _ in random.dense(random.number(5..<120)) }
        try archive.file(texts.map { Paper(title: "", body: $0) })
        let folded = texts.map { Fold.scalars($0) }
        var (asked, wrong) = (0, 0)
        for _ in 0..<400 {
            let source = folded[random.number(0..<folded.count)]
            guard let run = HanRun.random(in: source, &random) else { continue }
            asked += 1
            let expected = folded.indices.filter { HanRun.contains(folded[$0], run) }.map { Int64($0 + 1) }
            let found = try archive.rows(HanRun.text(run)).sorted()
            #expect(found == expected, "seed \(seed): \(HanRun.text(run))")
            if found != expected { wrong += 1 }
        }
        #expect(asked > 100 && wrong == 0)
    }

    @Test(
        "Runs of the real passages find exactly the passages that contain them",
        .enabled(if: Corpora.isHere, Comment(rawValue: Corpora.missing)))
    func sameAsScanOnRealTexts() throws {
        var random = TextGenerator(seed: 5)
        let corpus = try RetrievalCorpus()
        let archive = try SearchArchive()
        let papers = corpus.passages.prefix(200).map { Paper(title: $0.title, body: $0.text) }
        try archive.file(papers)
        let folded = papers.map { Fold.scalars($0.title + "\n\n" + $0.body) }
        for _ in 0..<300 {
            guard let run = HanRun.random(in: folded[random.number(0..<folded.count)], &random) else { continue }
            let expected = folded.indices.filter { HanRun.contains(folded[$0], run) }.map { Int64($0 + 1) }
            #expect(try archive.rows(HanRun.text(run)).sorted() == expected, "seed 5: \(HanRun.text(run))")
        }
    }

    @Test("No text whatever is refused, by parser, index or SQLite", arguments: [21, 22] as [UInt64])
    func isTotal(_ seed: UInt64) throws {
        var random = TextGenerator(seed: seed)
        let archive = try SearchArchive()
        try archive.file(
            [Paper(number: "HT-1", title: "合同 NEAR(a b)", body: "AND OR NOT * ^ { } : \" ' ; --")]
                + (0..<20).map { _ in Paper(body: random.wild()) })
        for _ in 0..<400 {
            let query = (0..<random.number(1..<6)).map { _ in QueryPieces.piece(&random) }.joined()
            _ = try archive.search(query)
            #expect(throws: Never.self, "seed \(seed): \(query.debugDescription)") { try archive.search(query, limit: 3) }
        }
    }

    @Test(
        "A user's text never becomes syntax of the index",
        arguments: [
            "\"", "a\" OR b", "title:a", "{title} : b", "a NEAR b", "NEAR(a b)", "a AND", "a NOT b", "^合", "合*", "* *", "(a", "a)", "a + b",
            "\u{0}", "合\u{0}同", "-\"", "'; DROP TABLE documents; --", "=合", "\u{1}合",
        ])
    func neverSyntax(_ query: String) throws {
        let archive = try SearchArchive()
        try archive.file([Paper(title: "合同", body: "a b title")])
        for text in [query, "\"\(query)\"", "number:\(query)", "-\(query)", "party:\"\(query)", "title:(\(query))"] {
            #expect(throws: Never.self) { try archive.search(text) }
        }
    }

    @Test("A text is found by its own words however they are written")
    func foundByItself() throws {
        var random = TextGenerator(seed: 31)
        let archive = try SearchArchive()
        let texts = (0..<60).map { _ in random.wild() }
        try archive.file(texts.map { Paper(title: "", body: $0) })
        for (index, text) in texts.enumerated() {
            let query = "\"" + text.filter { $0 != "\"" && $0 != "”" && $0 != "“" && $0 != "＂" && $0 != "〞" } + "\""
            guard archive.parse(query).clauses.count == 1 else { continue }
            #expect(try archive.rows(query).contains(Int64(index + 1)), "seed 31: \(text.debugDescription)")
        }
    }
}

/// Runs of Han characters in folded texts.
private enum HanRun {
    /// Two to six neighbouring characters; nil where chance met none.
    static func random(in scalars: [UInt32], _ random: inout TextGenerator) -> [UInt32]? {
        guard scalars.count > 8 else { return nil }
        let start = random.number(0..<(scalars.count - 6))
        let run = scalars[start..<(start + random.number(2..<7))].prefix { CharacterClass.isSign($0) }
        return run.count < 2 ? nil : Array(run)
    }

    static func contains(_ text: [UInt32], _ run: [UInt32]) -> Bool {
        guard text.count >= run.count else { return false }
        return (0...(text.count - run.count)).contains { text[$0] == run[0] && text[$0..<($0 + run.count)].elementsEqual(run) }
    }

    static func text(_ run: [UInt32]) -> String { String(String.UnicodeScalarView(run.compactMap { Unicode.Scalar($0) })) }
}

/// What people and others type.
private enum QueryPieces {
    private static let pieces = [
        " ", "\"", "“", "”", "「", "OR", " OR ", "|", "-", "－", ":", "：", "类型:", "type:", "签订：", "signed:", "金额:>=", "amount:", "..", "2024",
        "13-45", "近90天", "last 90 days",
        "合同", "HT-2024/013（补）", "(", ")", "{", "}", "*", "^", "NEAR", "AND", "NOT", "+", "'", ";", "--", "\u{0}", "\n", "，", "？", "★",
        "party:P-0000", "id:", "客户:\"", "壹拾万", "99999999999999999999",
    ]

    static func piece(_ random: inout TextGenerator) -> String {
        random.number(0..<8) == 0 ? random.wild() : pieces[random.number(0..<pieces.count)]
    }
}
