import GRDB
import Testing

@testable import Catalogue

@Suite
struct SearchTokenizerTests {
    private func tokens(_ text: String, isQuery: Bool = false) -> [String] {
        var tokens: [String] = []
        Tokenizer.tokenize(Fold.scalars(text), isQuery: isQuery) { token, colocated in
            tokens.append((colocated ? "=" : "") + String(String.UnicodeScalarView(token.compactMap { Unicode.Scalar($0) })))
            return true
        }
        return tokens
    }

    @Test(
        "Runs become pairs and their last character, numbers stand in parts and as a whole",
        arguments: [
            ("合同书", ["合同", "同书", "书"]), ("合", ["合"]), ("甲方，方法", ["甲方", "方", "方法", "法"]),
            ("HT-2024/013（补）", ["ht", "=ht2024013", "2024", "013", "补"]),
            ("02091-C-71", ["02091", "=02091c71", "c", "71"]), ("1,280,000.00", ["1", "=128000000", "280", "000", "00"]),
            ("3.2", ["3", "2"]),
            ("合同HT书", ["合同", "同", "ht", "书"]), ("a, b", ["a", "b"]), ("！？", []),
        ])
    func inDocuments(_ text: String, _ expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test(
        "A query's last run has no last character by itself",
        arguments: [("合同书", ["合同", "同书"]), ("合", ["合"]), ("合同HT", ["合同", "同", "ht"]), ("甲方，方法", ["甲方", "方", "方法"]), ("甲方，", ["甲方"])])
    func inQueries(_ text: String, _ expected: [String]) {
        #expect(tokens(text, isQuery: true) == expected)
    }

    @Test("The index holds exactly these tokens, and each different character once")
    func inTheIndex() throws {
        let archive = try SearchArchive()
        try archive.file([Paper(title: "合同", body: "同 意")])
        let terms = try archive.pool.write { db in
            try db.execute(sql: "CREATE VIRTUAL TABLE temp.v USING fts5vocab('main', 'search_words_0', 'instance')")
            try db.execute(sql: "CREATE VIRTUAL TABLE temp.s USING fts5vocab('main', 'search_signs_0', 'row')")
            return (
                try String.fetchAll(db, sql: "SELECT term || ' ' || col || ' ' || offset FROM v ORDER BY 1"),
                try String.fetchAll(db, sql: "SELECT term FROM s ORDER BY 1")
            )
        }
        #expect(terms.0 == ["合同 title 0", "同 title 1", "同意 body 0", "意 body 1"].sorted())
        #expect(terms.1 == ["^合", "^同", "合", "同", "意"].sorted())
    }
}
