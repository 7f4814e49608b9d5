import Foundation
import Records
import Testing
import Wording

@testable import Exchange

@Suite("A printed form is a sound PDF with its font in it, whose pages say what they belong to")
struct PrintedFormTests {
    private func pages(of bytes: [UInt8]) throws -> [String] {
        try Tool.output("pdftotext", ["-layout"], on: bytes, then: ["-"]).split(separator: "\u{C}").map(String.init)
    }

    /// The text without spaces and ends of lines, which depend on where it stands.
    private func joined(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    @Test("every font is embedded, and is the one of the house; the file has no fault; its date is the one given")
    func sound() throws {
        let bytes = try Papers.form(rows: 20, more: [Papers.opinion, Papers.signatures]).pdf(.chinese)
        let fonts = try Tool.output("pdffonts", on: bytes).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts { #expect(font.contains("NotoSansCJKsc") && font.contains(/\byes +yes +yes\b/), "\(font)") }
        #expect(try Tool.output("qpdf", ["--check"], on: bytes).contains("No syntax or stream encoding errors"))
        let info = try Tool.output("pdfinfo", ["-isodates"], on: bytes)
        #expect(info.contains(/CreationDate: +2026-11-23T08:15:30Z/) && info.contains(/ModDate: +2026-11-23T08:15:30Z/), "\(info)")
        #expect(info.contains(/Title: +档案销毁清册/) && info.contains(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/), "\(info)")
    }

    @Test("a table of 200 rows has its heading, its foot and its number on each page, every row once, and totals at its end")
    func longTable() throws {
        for (orientation, tongue) in [(PrintedForm.Orientation.portrait, Tongue.chinese), (.landscape, .english)] {
            let bytes = try Papers.form(orientation, rows: 200).pdf(tongue)
            let pages = try pages(of: bytes)
            #expect(pages.count > 3)
            #expect(try Tool.output("pdfinfo", on: bytes).contains(try Regex("Pages: +\(pages.count)\n")))
            for (index, page) in pages.enumerated() {
                for heading in tongue == .chinese ? ["序号", "到期日"] : ["No.", "Due"] {
                    #expect(page.components(separatedBy: heading).count == 2)
                }
                #expect(joined(page).contains(joined(ExchangeMessage.page(index + 1, of: pages.count).text(tongue))))
                #expect(joined(page).contains("B-7K3M-9QXT-2VHT·") && page.contains("sha512:5a5a"))
                #expect(page.contains(tongue == .chinese ? "档案销毁清册" : "Disposal list"))
            }
            let whole = pages.joined()
            for row in 0..<200 { #expect(whole.components(separatedBy: "HT-2013-\(1000 + row)").count == 2) }
            #expect(pages.last?.contains("合计") == true && pages.last?.contains("1280000.00") == true)
        }
    }

    @Test("Chinese text comes out whole: title, facts, cells, a paragraph over pages, signatures and sign-offs")
    func text() throws {
        let long = (0..<400).map { "第\($0)段：经逐件鉴定，保管期限已满。" }.joined()
        let form = Papers.form(rows: 4, more: [.paragraph(heading: Phrase("鉴定意见", "Opinion"), long), Papers.signatures])
        let bytes = try form.pdf(.chinese)
        let raw = try Tool.output("pdftotext", ["-raw"], on: bytes, then: ["-"])
        let text = joined(raw)
        for piece in ["档案销毁清册", "批次B-7K3M-9QXT-2VHT", "保管期限已满，经鉴定无继续保存价值（《会计档案管理办法》第十八条）", "青禾广场中央空调设备供货及安装合同"] {
            #expect(text.contains(piece), "\(piece)")
        }
        for piece in ["鉴定人", "监销人", "姓名", "陈思远", "职务", "签字", "日期", "2024-10-04", "已电子签署：陈思远", "账号：chen", "2026-11-2316:15:30+08:00"] {
            #expect(text.contains(piece), "\(piece)")
        }
        #expect(text.contains("所签摘要：sha512:5a5a"))
        // Once: nothing is lost or said twice where the text was broken into stretches and pages.
        for number in 0..<400 { #expect(text.components(separatedBy: "第\(number)段").count == 2, "\(number)") }
    }

    @Test("a row that fits on a page is not cut; one that is longer goes on on the next, and nothing of it is lost")
    func rows() throws {
        func form(_ lines: Int) -> PrintedForm {
            let cell = Cell.text((0..<lines).map { "L\($0)." }.joined(separator: "\n"))
            let rows = [[Cell]](repeating: [.text("before")], count: 20) + [[cell], [.text("after")]]
            let table = Table(title: Phrase("", ""), columns: [Column(Phrase("表头", "Head"))], rows: rows)
            return PrintedForm(title: Phrase("表", "T"), created: Papers.moment, blocks: [.table(table)])
        }
        let kept = try pages(of: form(40).pdf(.english))
        #expect(kept.count == 2 && kept[1].contains("L0.") && kept[1].contains("L39.") && !kept[0].contains("L0."))
        let cut = try pages(of: form(150).pdf(.english))
        #expect(cut.count > 2 && cut.allSatisfy { $0.contains("Head") })
        let words = cut.joined().split { $0.isWhitespace }.filter { $0.hasPrefix("L") }
        #expect(words == (0..<150).map { "L\($0)." })
        #expect(cut.last?.contains("after") == true)
    }

    @Test("a table's heading is never alone at the foot of a page, nor twice on one", arguments: 36...50)
    func headings(_ lines: Int) throws {
        let above = PrintedForm.Block.paragraph(heading: nil, String(repeating: "above\n", count: lines))
        let table = Table(title: Phrase("", ""), columns: [Column(Phrase("表头", "Head"))], rows: [[.text("first\nrow")], [.text("second")]])
        let form = PrintedForm(title: Phrase("表", "T"), created: Papers.moment, blocks: [above, .table(table)])
        let pages = try pages(of: form.pdf(.english))
        let beginning = try #require(pages.first { $0.contains("first") })
        #expect(beginning.contains("Head"))
        for page in pages {
            let count = page.components(separatedBy: "Head").count - 1
            #expect(count == (page.contains("first") || page.contains("second") ? 1 : 0))
        }
    }

    @Test(
        "a heading stays with what it is above, and a box for signatures is on one page",
        arguments: Array(stride(from: 20, through: 44, by: 3)))
    func together(_ rows: Int) throws {
        let pages = try pages(of: Papers.form(rows: rows, more: [Papers.opinion, Papers.signatures]).pdf(.chinese))
        let opinion = try #require(pages.first { $0.contains("鉴定意见") })
        #expect(opinion.contains("经逐件鉴定"))
        let box = try #require(pages.first { $0.contains("账号：chen") })
        #expect(box.contains("鉴定人") && box.contains("sha512:5a5a"))
    }

    @Test("without the font no form is made, and it is said which package has it, in both languages")
    func noFont() {
        let fonts = FontSource(folders: ["/usr/share/fonts/none"])
        let error = #expect(throws: ExchangeError.self) { try Papers.form(rows: 1).pdf(.chinese, fonts: fonts) }
        #expect(error == .fontMissing(family: "Noto Sans CJK SC", package: "fonts-noto-cjk"))
        for tongue in Tongue.allCases {
            #expect(error?.message.text(tongue).contains("Noto Sans CJK SC") == true)
            #expect(error?.message.usualRemedy?.text(tongue).contains("fonts-noto-cjk") == true)
        }
    }
}
