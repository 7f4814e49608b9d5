import Foundation
import Records
import Testing

@testable import Exchange

@Suite("A table as a workbook holds dates, numbers and texts as such, and is ready to be read and printed")
struct WorkbookTests {
    /// What openpyxl, which shares no code with ours, finds.
    private struct Found: Decodable {
        struct Place: Decodable, Equatable {
            let value: String
            let type, format: String
            let isBold: Bool
        }
        let sheet, frozen, filter, repeated, orientation, paper, created, head: String
        let rows: [[Place]]
        let widths: [Double]
    }

    private static let reader = """
        import json, openpyxl, sys
        book = openpyxl.load_workbook(open(sys.argv[1], 'rb'))
        s = book.worksheets[0]
        place = lambda c: dict(value='' if c.value is None else str(c.value), type='d' if c.is_date else c.data_type,
            format=c.number_format, isBold=bool(c.font.b))
        print(json.dumps(dict(sheet=s.title, frozen=s.freeze_panes, filter=s.auto_filter.ref, repeated=s.print_title_rows,
            orientation=s.page_setup.orientation, paper=str(s.page_setup.paperSize), created=book.properties.created.isoformat(),
            head=s.oddHeader.center.text, rows=[[place(c) for c in row] for row in s.iter_rows()],
            widths=[s.column_dimensions[c].width for c in 'AB'])))
        """

    private func read(_ table: Table, _ tongue: Tongue = .chinese) throws -> Found {
        try Tool.python(Self.reader, on: table.xlsx(tongue, created: Papers.moment))
    }

    @Test("heading bold, frozen, filtered and repeated on each page; A4, landscape; the date of making is the one given")
    func setUp() throws {
        let found = try read(Papers.table(rows: 3))
        #expect((found.sheet, found.frozen, found.filter, found.repeated) == ("销毁清册", "A2", "A1:E4", "$1:$1"))
        #expect((found.orientation, found.paper, found.created) == ("landscape", "9", "2026-11-23T08:15:30"))
        #expect(found.head == "销毁清册")
        #expect(found.rows.map { $0.allSatisfy(\.isBold) } == [true, false, false, false, true])
        #expect(found.rows[0].map(\.value) == ["序号", "档号", "题名", "金额", "到期日"])
        #expect(try read(Papers.table(rows: 1), .english).rows[0].map(\.value) == ["No.", "Number", "Title", "Amount", "Due"])
    }

    @Test("dates are dates, numbers are numbers, amounts have two places and their currency")
    func types() throws {
        let row: [Cell] = [
            .number(-7), Papers.amount(128_000_050), Papers.amount(99, "USD"), .date(Papers.day), .text("0012"), .empty,
        ]
        let found = try read(Table(title: Phrase("甲", "A"), columns: row.map { _ in Column(Phrase("乙", "B")) }, rows: [row])).rows[1]
        #expect(found.map(\.value) == ["-7", "1280000.5", "0.99", "2024-10-04 00:00:00", "0012", ""])
        #expect(found.map(\.type) == ["n", "n", "n", "d", "s", "n"])
        #expect(found[1...3].map(\.format) == ["#,##0.00", "\"USD\" #,##0.00", "yyyy\\-mm\\-dd"].map { $0.replacing("\\", with: "") })
    }

    @Test("what Excel would not keep exactly is text: numbers of more than 15 digits, dates before March 1900")
    func inexact() throws {
        let early = try #require(CivilDate("1900-02-28"))
        let row: [Cell] = [.number(1_000_000_000_000_000), Papers.amount(.max), .date(early)]
        let found = try read(Table(title: Phrase("甲", "A"), columns: row.map { _ in Column(Phrase("乙", "B")) }, rows: [row])).rows[1]
        #expect(found.map(\.value) == ["1000000000000000", "92233720368547758.07", "1900-02-28"])
        #expect(found.allSatisfy { $0.type == "s" })
    }

    @Test("no text becomes a formula or is lost", arguments: HostileText.fixed)
    func texts(_ text: String) throws {
        let table = Table(
            title: Phrase(text, text), columns: [Column(Phrase("甲", "A")), Column(Phrase("乙", "B"))], rows: [[.text(text), .empty]])
        let cell = try read(table).rows[1][0]
        #expect(["s", "n"].contains(cell.type) && (cell.type == "s") == !text.isEmpty)
        // openpyxl leaves `_x000D_` and its like as they are written.
        let written = cell.value.replacing("_x005F_", with: "_")
        #expect(Array(written.unicodeScalars) == Array(text.seemly.unicodeScalars))
    }

    @Test("a text of more than 32,767 characters is cut, and says so", arguments: [32_767, 32_768, 200_000])
    func long(_ count: Int) throws {
        let value = try read(Papers.table(of: String(repeating: "𠮷a", count: count / 2) + (count.isMultiple(of: 2) ? "" : "b"))).rows[1][0]
            .value
        #expect(value.utf16.count <= 32_767 && value.utf16.count > 32_000)
        #expect(value.hasSuffix("全文共 \(count) 个字符）"))
        let whole = String(repeating: "字", count: 32_767)
        #expect(try read(Papers.table(of: whole)).rows[1][0].value == whole)
    }

    @Test(
        "the sheet's name keeps Excel's rules",
        arguments: [
            ("销毁清册 [2026]: a*b?/\\", "销毁清册  2026   a b"), ("'到期'", "到期"), ("", "Sheet1"), ("History", "Sheet1"), ("///", "Sheet1"),
            (String(repeating: "字", count: 40), String(repeating: "字", count: 31)),
            (String(repeating: "𠮷", count: 40), String(repeating: "𠮷", count: 15)),
        ])
    func names(_ wanted: String, _ name: String) throws {
        #expect(SheetName(wanted).text == name)
        let table = Table(title: Phrase(wanted, wanted), columns: Papers.columns, rows: [])
        #expect(try read(table).sheet == name)
    }

    @Test("a column is as wide as its Chinese text needs, and not wider than a page bears")
    func widths() throws {
        func width(_ text: String) throws -> Double { try read(Papers.table(of: text)).widths[0] }
        #expect(try width("青禾广场中央空调") >= 16)
        #expect(try width("甲") < 10)
        #expect(try width(String(repeating: "字", count: 500)) <= 61)
    }

    @Test("more rows than a worksheet has are refused, with what can be done")
    func tooMany() throws {
        let table = Table(
            title: Phrase("甲", "A"), columns: [Column(Phrase("乙", "B"))], rows: [[Cell]](repeating: [.empty], count: 1_048_576))
        let error = #expect(throws: ExchangeError.self) { try table.xlsx(.chinese, created: Papers.moment) }
        #expect(error == .tooManyRows(1_048_576, most: 1_048_575))
        #expect(error?.message.usualRemedy != nil)
    }

    @Test("no file is left in any folder for temporary files")
    func leavesNothing() throws {
        func files() throws -> Set<String> {
            let folders = ["/dev/shm", FileManager.default.temporaryDirectory.path]
            return Set(try folders.flatMap { try FileManager.default.contentsOfDirectory(atPath: $0) }.filter { $0.hasPrefix("tmp.") })
        }
        let before = try files()
        _ = try Papers.table(rows: 50).xlsx(.chinese, created: Papers.moment)
        #expect(try files().subtracting(before).isEmpty)
    }
}
