import Extraction
import Foundation
import Records
import Testing

@Suite("XML that cannot be read to its end is read as far as it goes, and the outcome says why it is not all")
struct BrokenXMLTests {
    private static let word = ("word/document.xml", "wordprocessingml.document")

    private func read(_ name: String, _ bytes: Data) async throws -> ExtractionOutcome {
        let file = try Scratch().open(name, bytes)
        let type = await Corpus.service.identify(file, name: name).mediaType
        return await Corpus.service.read(file, name: name, mediaType: type)
    }

    private func read(_ xml: String) async throws -> ExtractionOutcome {
        try await read("a.docx", try ZipMaker.office(Self.word.0, Self.word.1, Data(xml.utf8)))
    }

    @Test(
        "what stands behind the damage is read too, and the outcome calls the file damaged",
        arguments: [
            "<w:document><w:p><w:t>甲方&乙方</w:t></w:p><w:p><w:t>空调&amp;风管</w:t></w:p></w:document>",
            "<w:document><w:p><w:t>甲方</w:p><w:p><w:t>空调&amp;风管</w:t></w:p></w:document>",
            "<w:document><w:p><w:t>甲方&unknown;</w:t></w:p><w:p><w:t>空调&amp;风管</w:t></w:p>",
        ])
    func damaged(_ xml: String) async throws {
        let outcome = try await read(xml)
        #expect(outcome.reason == "damaged")
        #expect(outcome.text.contains("甲方") && outcome.text.contains("空调&风管"))
    }

    @Test("a sheet, its shared texts, a page of OFD alike")
    func everywhere() async throws {
        func book(_ sheet: String, _ shared: String) throws -> Data {
            try ZipMaker.office(
                "xl/workbook.xml", "spreadsheetml.sheet", Data("<workbook/>".utf8),
                more: [
                    .init(name: "xl/worksheets/sheet1.xml", content: Data("<worksheet><sheetData>\(sheet)</sheetData></worksheet>".utf8)),
                    .init(name: "xl/sharedStrings.xml", content: Data("<sst><si><t>\(shared)</t></si></sst>".utf8)),
                ])
        }
        let row = "<row><c t=\"s\"><v>0</v></c></row>"
        #expect(try await read("a.xlsx", try book(row, "空调")).reason == nil)
        #expect(try await read("a.xlsx", try book(row + "<row><c", "空调")).reason == "damaged")
        #expect(try await read("a.xlsx", try book(row, "空&调")).reason == "damaged")
        let ledger = await Corpus.service.readTable(try Scratch().open("a.xlsx", try book(row + "<row><c", "空调")), name: "a.xlsx")
        #expect(ledger.problem == "damaged" && ledger.sheets.isEmpty)
        let page = "<ofd:Page><ofd:TextObject><ofd:TextCode>合同&编号</ofd:TextCode></ofd:TextObject></ofd:Page>"
        let ofd = try ZipMaker.zip([
            .init(name: "OFD.xml", content: Data("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>".utf8)),
            .init(name: "Doc_0/Pages/Page_0/Content.xml", content: Data(page.utf8)),
        ])
        let outcome = try await read("a.ofd", ofd)
        #expect(outcome.text.contains("合同") && outcome.reason == "damaged")
    }

    @Test("a part that is empty or missing is damage, never a document without text")
    func gone() async throws {
        let (word, sheet, slides) = (
            Self.word, ("xl/workbook.xml", "spreadsheetml.sheet"), ("ppt/presentation.xml", "presentationml.presentation")
        )
        let book = Data("<workbook><sheets><sheet name=\"一\"/></sheets></workbook>".utf8)
        let deck = Data("<p:presentation><p:sldIdLst><p:sldId/></p:sldIdLst></p:presentation>".utf8)
        let broken: [(String, Data)] = [
            ("a.docx", try ZipMaker.office(word.0, word.1, Data())),
            ("a.xlsx", try ZipMaker.office(sheet.0, sheet.1, book)),
            ("a.xlsx", try ZipMaker.office(sheet.0, sheet.1, book, more: [.init(name: "xl/worksheets/sheet1.xml", content: Data())])),
            ("a.pptx", try ZipMaker.office(slides.0, slides.1, deck)),
        ]
        for (name, bytes) in broken { #expect(try await read(name, bytes).reason == "damaged", "\(name)") }
        #expect(try await read("<w:document/>").reason == "no_text_found")
    }

    @Test("a document's own entities stand for what they say, as often as they are used")
    func own() async throws {
        let outcome = try await read(
            "<!DOCTYPE d [<!ENTITY co \"美的&#38;amp;海尔\">]><w:document><w:p><w:t>甲方&co;，乙方&co;。</w:t></w:p></w:document>")
        #expect(outcome.text.contains("甲方美的&海尔，乙方美的&海尔。") && outcome.reason == nil)
    }

    @Test("those that multiply are left where there is too much", arguments: ["<w:t>前&l12;后</w:t>", "<w:p a=\"&l12;\"><w:t>前</w:t></w:p>"])
    func multiplying(_ use: String) async throws {
        let laughs = (1...12).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let outcome = try await read("<!DOCTYPE d [<!ENTITY l0 \"哈哈\">\(laughs)]><w:document><w:p>\(use)</w:p></w:document>")
        #expect(outcome.text.utf8.count < 10_000 && outcome.reason == "ratio_too_high")
    }

    @Test("a long one used often is too")
    func longEntity() async throws {
        let uses = String(repeating: "&q;", count: 20_000)
        let outcome = try await read(
            "<!DOCTYPE d [<!ENTITY q \"\(String(repeating: "长", count: 20_000))\">]><w:document><w:p><w:t>\(uses)</w:t></w:p></w:document>")
        #expect(outcome.reason == "ratio_too_high")
    }

    @Test(
        "what lies outside is never loaded, whatever names it",
        arguments: [
            "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE d [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
            "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE d [<!ENTITY e PUBLIC \"-//x\" \"http://127.0.0.1/e\">]>",
        ])
    func outside(_ declaration: String) async throws {
        let outcome = try await read("\(declaration)<w:document><w:p><w:t>前&e;后</w:t></w:p></w:document>")
        #expect(outcome.text.trimmed == "前后" && outcome.reason == "external_not_read")
    }

    @Test("the letters of XHTML, whose declaration lies outside, are known")
    func letters() async throws {
        let outcome = try await read(
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\"><html><p>甲&mdash;乙</p></html>"
        )
        #expect(outcome.text.trimmed == "甲—乙" && outcome.reason == nil)
    }

    @Test("elements nested without end are followed so deep in XML, and to the end in a web page")
    func nesting() async throws {
        let outcome = try await read("<w:p><w:t>面</w:t>" + String(repeating: "<w:p>", count: 200_000) + "<w:t>底</w:t>")
        #expect(outcome.reason == "nested_too_deep" && outcome.text.trimmed == "面")
        let page = try await read("a.html", Data(("<html><body>始" + String(repeating: "<div>", count: 20_000) + "底").utf8))
        #expect(page.text.contains("始") && page.text.contains("底") && page.reason == nil)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
