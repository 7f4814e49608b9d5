import Foundation
import Records
import Testing

@testable import Exchange

@Suite("A table as CSV is what any reader of CSV takes it for, and no spreadsheet reckons with it")
struct CSVTests {
    private static let reader = """
        import csv, json, sys
        bytes = open(sys.argv[1], 'rb').read()
        assert bytes.startswith(b'\\xef\\xbb\\xbf') and bytes.endswith(b'\\r\\n')
        print(json.dumps(list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''), strict=True))))
        """

    @Test("headings in one language, then rows, then totals; dates, numbers and amounts as people and programs read them")
    func whole() throws {
        let rows: [[String]] = try Tool.python(Self.reader, on: Papers.table(rows: 2).csv(.chinese))
        #expect(
            rows == [
                ["序号", "档号", "题名", "金额", "到期日"], ["1", "HT-2013-1000", "青禾广场中央空调设备供货及安装合同", "0.00", "2024-10-04"],
                ["2", "HT-2013-1001", "云栖酒店维保合同", "12345.67", "2024-10-05"], ["合计", "", "", "1280000.00", ""],
            ])
        #expect(String(decoding: Papers.table(rows: 0).csv(.english), as: UTF8.self).hasPrefix("\u{FEFF}No.,Number,Title,Amount,Due\r\n"))
    }

    @Test("a text that a spreadsheet would reckon with has an apostrophe before it; a number below zero has none")
    func formulas() throws {
        let texts = ["=1+1", "+86 10", "-1", "@A1", "\t=1", "＝1", "'=1", "''-", "'quoted'", "a=b", "\r=1"]
        let cells = texts.map { Cell.text($0) } + [.number(-5), Papers.amount(-150), Papers.amount(-150, "USD")]
        let table = Table(title: Phrase("", ""), columns: cells.map { _ in Column(Phrase("=甲", "=A")) }, rows: [cells])
        let rows: [[String]] = try Tool.python(Self.reader, on: table.csv(.english))
        #expect(rows[0].allSatisfy { $0 == "'=A" })
        #expect(
            rows[1] == [
                "'=1+1", "'+86 10", "'-1", "'@A1", " =1", "'＝1", "''=1", "'''-", "'quoted'", "a=b", "\n=1", "-5", "-1.50", "USD -1.50",
            ])
    }

    @Test("each text comes back as it was but for what cannot be seen", arguments: HostileText.fixed)
    func comesBack(_ text: String) throws {
        let rows: [[String]] = try Tool.python(Self.reader, on: Papers.table(of: text).csv(.chinese))
        #expect(rows.count == 2 && rows.allSatisfy { $0.count == 2 })
        let undone = rows[1][0].hasPrefix("'") ? String(rows[1][0].dropFirst()) : rows[1][0]
        #expect(Array(undone.unicodeScalars) == Array(text.seemly.unicodeScalars))
    }

    @Test("a table of one column has a line for each row, also an empty one")
    func oneColumn() throws {
        let table = Table(title: Phrase("", ""), columns: [Column(Phrase("甲", "A"))], rows: [[.empty], [.text("x")]])
        #expect(try Tool.python(Self.reader, on: table.csv(.chinese)) == [["甲"], [""], ["x"]])
    }
}
