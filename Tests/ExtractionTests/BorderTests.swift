import Testing

@testable import Extraction

@Suite("Cells and paragraphs are parted so that no phrase reaches over their border")
struct BorderTests {
    @Test("cells of a web page by a unit separator, its paragraphs by an empty line, a line break by one")
    func html() {
        let page = "<p>甲方</p><p>乙<br>方</p><table><tr><td>空</td><td>调</td></tr></table>"
        let text = HTMLReader.text(of: Array(page.utf8), noting: ReadingBudget()).map(TextTidy.tidy)
        #expect(text == "甲方\n\n乙\n方\n\n空\u{1F}调\u{1F}\n")
    }

    @Test("cells of RTF alike")
    func rtf() {
        let rtf = #"{\rtf1\ansi\trowd a\cell b\cell\row c\line d\par e}"#
        #expect(RTFReader.text(of: Array(rtf.utf8)).map(TextTidy.tidy) == "a\u{1F}b\u{1F}\n\nc\nd\n\ne")
    }

    @Test("cells of a document's table alike")
    func docx() {
        let xml = "<d><p><t>甲</t></p><tbl><tr><tc><p><t>空</t></p></tc><tc><p><t>调</t></p></tc></tr></tbl></d>"
        let text = TextTidy.tidy(XMLEvents.plainText(Array(xml.utf8), noting: ReadingBudget()))
        #expect(text.contains("空\n\n\u{1F}调"))
    }

    @Test("rows of a table by an empty line")
    func table() {
        #expect(TableReader.text(of: TableReader.rows(of: "空,调\n\"机,\n组\",验收\n")) == "空\u{1F}调\n\n机,\n组\u{1F}验收")
    }
}
