import Archive
import Catalogue
import Records
import Samples

/// Whether a run of Chinese characters finds exactly the documents that contain it, against a scan of the same folded texts.
struct HanRecall {
    let work: Workplace

    private static let runs = 40

    func measure(into report: inout Report) async throws {
        let texts = work.papers.map { Fold.string("\($0.number)\n\n\($0.title)\n\n\($0.party)\n\n\($0.handler)\n\n\($0.body)") }
        var random = SeededGenerator(seed: 7)
        var (found, expected, right) = (0, 0, 0)
        for _ in 0..<Self.runs {
            let run = Self.run(of: texts[Int.random(in: 0..<texts.count, using: &random)], &random)
            let scan = Set(texts.indices.filter { texts[$0].contains(run) }.map { work.papers[$0].number })
            let search = try await numbers(found: "\"\(run)\"")
            (found, expected, right) = (found + search.count, expected + scan.count, right + search.intersection(scan).count)
        }
        report.add("recall of Han runs", Double(right) / Double(max(expected, 1)), "", floor: 1, "scan of the folded texts")
        report.add("precision of Han runs", Double(right) / Double(max(found, 1)), "", floor: 1, "scan of the folded texts")
    }

    /// A run of two to six neighbouring Chinese characters.
    private static func run(of text: String, _ random: inout SeededGenerator) -> String {
        let length = Int.random(in: 2...6, using: &random)
        let signs = Array(text)
        while true {
            let start = Int.random(in: 0..<signs.count - length, using: &random)
            let run = signs[start..<start + length]
            if run.allSatisfy({ $0.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } }) { return String(run) }
        }
    }

    private func numbers(found query: String) async throws -> Set<String> {
        var numbers: Set<String> = []
        for offset in stride(from: 0, through: Int.max - DocumentSearch.largestLimit, by: DocumentSearch.largestLimit) {
            let search = DocumentSearch(query: query, limit: DocumentSearch.largestLimit, offset: offset, order: .newest)
            let answer = try await work.archive.ask(SearchDocuments(search), as: .operator)
            numbers.formUnion(answer.hits.compactMap(\.number))
            if offset + DocumentSearch.largestLimit >= answer.total { break }
        }
        return numbers
    }
}
