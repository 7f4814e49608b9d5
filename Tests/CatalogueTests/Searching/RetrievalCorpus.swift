import Foundation
import Samples
import Testing

/// Chinese passages and questions about them.
struct RetrievalCorpus {
    struct Passage: Decodable {
        let id: String
        let title: String
        let text: String
    }

    struct Question {
        let text: String
        /// The row of the passage that answers it.
        let row: Int64
    }

    private struct Line: Decodable {
        let question: String
        let passage_id: String
    }

    let passages: [Passage]
    let questions: [Question]

    /// Each how many-th question is asked among many documents. A debug build needs four minutes for all of them, most of it for the
    /// baselines; `MUNIMENT_RETRIEVAL_STEP=1` asks all.
    static let step = max(1, Int(ProcessInfo.processInfo.environment["MUNIMENT_RETRIEVAL_STEP"] ?? "") ?? 3)

    init() throws {
        let passages: [Passage] = try RetrievalCorpus.lines("passages.jsonl")
        let rows = Dictionary(passages.enumerated().map { ($1.id, Int64($0 + 1)) }, uniquingKeysWith: { first, _ in first })
        let lines: [Line] = try RetrievalCorpus.lines("questions.jsonl")
        self.passages = passages
        questions = lines.compactMap { line in rows[line.passage_id].map { Question(text: line.question, row: $0) } }
    }

    private static func lines<Value: Decodable>(_ name: String) throws -> [Value] {
        let data = try Data(contentsOf: try #require(Corpora.folder).appendingPathComponent("retrieval/\(name)"))
        return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Value.self, from: Data($0)) }
    }

    /// Says how it went, on the error stream.
    static func report(_ text: String) throws {
        try FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
