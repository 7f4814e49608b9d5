import Exchange
import Testing

@Suite("Pages")
struct MarkupTests {
    @Test(
        "keep a value in its place",
        arguments: [
            ("<b>&'\"", "&lt;b&gt;&amp;&#39;&quot;"), ("\"\u{301} autofocus", "&quot;\u{301} autofocus"), ("<\u{338}b", "&lt;\u{338}b"),
            ("甲\r\n乙", "甲\r\n乙"), ("甲\u{0}\u{1B}", "甲\u{FFFD}\u{FFFD}"),
        ])
    func escape(_ text: String, _ escaped: String) {
        #expect(Array(Markup().escapeText(text).utf8) == Array(escaped.utf8))
    }
}
