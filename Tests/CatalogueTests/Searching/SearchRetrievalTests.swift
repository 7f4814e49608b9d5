import Foundation
import GRDB
import Samples
import Testing

@testable import Catalogue

/// Real questions, typed as they are, against what simple searching would find.
@Suite(.serialized)
struct SearchRetrievalTests {
    @Test(
        "Questions typed as they are find their passage at least as well as two baselines",
        .enabled(if: Corpora.isHere, Comment(rawValue: Corpora.missing)))
    func alone() throws {
        try compare(others: 0, every: 1)
    }

    @Test("So they do with 20,000 other documents in the archive", .enabled(if: Corpora.isHere, Comment(rawValue: Corpora.missing)))
    func amongMany() throws {
        try compare(others: 20_000, every: RetrievalCorpus.step)
    }

    private func compare(others: Int, every step: Int) throws {
        let corpus = try RetrievalCorpus()
        let archive = try SearchArchive()
        var papers = corpus.passages.map { Paper(type: "report", title: $0.title, body: $0.text) }
        var generator = DealPapers(seed: 20_261_124)
        papers += (0..<others).map { _ in Paper(generator.paper()) }
        let clock = ContinuousClock()
        var times: [String: Duration] = [:]
        try times["index", default: .zero] += clock.measure { try archive.file(papers) }
        let baselines = try [Baseline(.pairs, papers), Baseline(.pairsAndSigns, papers)]
        var scores = [Score(name: "Muniment"), Score(name: "pairs"), Score(name: "pairs and signs")]
        for question in stride(from: 0, to: corpus.questions.count, by: step).map({ corpus.questions[$0] }) {
            try times["Muniment", default: .zero] += clock.measure {
                scores[0].note(try archive.search(question.text, limit: 10).hits.map(\.row), looksFor: question.row)
            }
            for (index, baseline) in baselines.enumerated() {
                try times["baselines", default: .zero] += clock.measure {
                    scores[index + 1].note(try baseline.search(question.text), looksFor: question.row)
                }
            }
        }
        let report = scores.map(\.description).joined(separator: "\n")
        try RetrievalCorpus.report("\(others) other documents\n\(report)\n\(times)")
        for baseline in scores.dropFirst() {
            #expect(scores[0].share(of: 1) >= baseline.share(of: 1), "\(report)")
            #expect(scores[0].share(of: 5) >= baseline.share(of: 5), "\(report)")
            #expect(scores[0].share(of: 10) >= baseline.share(of: 10), "\(report)")
            #expect(scores[0].meanReciprocalRank >= baseline.meanReciprocalRank, "\(report)")
        }
    }
}

/// How well questions were answered.
private struct Score: CustomStringConvertible {
    let name: String
    private var ranks: [Int] = []

    init(name: String) { self.name = name }

    mutating func note(_ rows: [Int64], looksFor row: Int64) { ranks.append((rows.firstIndex(of: row) ?? -1) + 1) }

    func share(of first: Int) -> Double { Double(ranks.count { (1...first).contains($0) }) / Double(max(1, ranks.count)) }

    var meanReciprocalRank: Double { ranks.reduce(0) { $0 + ($1 == 0 ? 0 : 1 / Double($1)) } / Double(max(1, ranks.count)) }

    var description: String {
        let shares = [1, 5, 10].map { "hit@\($0) \(String(format: "%.4f", share(of: $0)))" }
        return "\(name): \(shares.joined(separator: " ")) MRR \(String(format: "%.4f", meanReciprocalRank)) of \(ranks.count)"
    }
}
