import GRDB

@testable import Catalogue

/// What simple searching finds: one table, each token of the question OR-ed, ordered by bm25.
final class Baseline {
    enum Kind: String { case pairs, pairsAndSigns }

    private let queue: DatabaseQueue
    private let kind: Kind

    init(_ kind: Kind, _ papers: [Paper]) throws {
        self.kind = kind
        var configuration = Configuration()
        configuration.prepareDatabase { db in db.add(tokenizer: BaselineTokenizer.self) }
        queue = try DatabaseQueue(configuration: configuration)
        try queue.write { db in
            try db.execute(
                sql: "CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='\(BaselineTokenizer.name) \(kind.rawValue)')")
            for (index, paper) in papers.enumerated() {
                try db.cachedStatement(sql: "INSERT INTO texts (rowid, text) VALUES (?, ?)").execute(arguments: [
                    index + 1, paper.title + "\n" + paper.body,
                ])
            }
        }
    }

    /// The first ten.
    func search(_ question: String) throws -> [Int64] {
        var tokens: [String] = []
        BaselineTokenizer.tokens(Fold.scalars(question), kind) { token in
            let text = String(String.UnicodeScalarView(token.compactMap { Unicode.Scalar($0) }))
            if !tokens.contains(text) { tokens.append(text) }
        }
        guard !tokens.isEmpty else { return [] }
        // Each token is its own tokenization but for a pair, which its signs would join: it is asked as it is indexed.
        let expression = tokens.map { "\"=\($0)\"" }.joined(separator: " OR ")
        return try queue.read { db in
            try Int64.fetchAll(
                db, sql: "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 10", arguments: [expression])
        }
    }
}

/// Pairs of signs, or pairs and signs, and words; a text that begins with `=` is one token.
final class BaselineTokenizer: FTS5CustomTokenizer {
    static let name = "baseline"
    private let kind: Baseline.Kind

    init(db: Database, arguments: [String]) { kind = arguments.first.flatMap { Baseline.Kind(rawValue: $0) } ?? .pairs }

    static func tokens(_ scalars: [UInt32], _ kind: Baseline.Kind, _ emit: (ArraySlice<UInt32>) -> Void) {
        var place = 0
        while place < scalars.count {
            let kindHere = CharacterClass(scalars[place])
            var end = place
            while end < scalars.count, CharacterClass(scalars[end]) == kindHere { end += 1 }
            if kindHere == .word || (kindHere == .sign && end == place + 1) { emit(scalars[place..<end]) }
            if kindHere == .sign, end > place + 1 {
                for start in place..<(end - 1) { emit(scalars[start..<(start + 2)]) }
                if kind == .pairsAndSigns { for start in place..<end { emit(scalars[start..<(start + 1)]) } }
            }
            place = end
        }
    }

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return 0 }
        return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { bytes in
            let scalars = Fold.scalars(UnsafeBufferPointer(start: bytes, count: Int(nText)))
            if scalars.first == 0x3D { return emit(scalars[1...], context, tokenCallback) }
            BaselineTokenizer.tokens(scalars, kind) { token in _ = emit(token, context, tokenCallback) }
            return 0
        }
    }

    private func emit(_ token: ArraySlice<UInt32>, _ context: UnsafeMutableRawPointer?, _ callback: FTS5TokenCallback) -> CInt {
        var text = String(String.UnicodeScalarView(token.compactMap { Unicode.Scalar($0) }))
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { callback(context, 0, $0.baseAddress, CInt($0.count), 0, 0) }
        }
    }
}
