/// The words of a page, without scripts and styles.
enum HTMLReader {
    private static let silent: Set<String> = ["script", "style", "noscript"]
    private static let blocks: Set<String> = [
        "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "title", "table", "ul", "ol", "pre", "blockquote", "section",
        "article", "dt", "dd", "option",
    ]

    static func text(of bytes: [UInt8], noting budget: ReadingBudget) -> String? {
        guard let decoded = TextDecoder.decode(bytes, declared: declaredEncoding(bytes)) else { return nil }
        var (text, skipping) = ("", 0)
        XMLEvents.readHTML(Array(decoded.text.utf8), noting: budget) { event in
            switch event {
            case .start(let name, _): if silent.contains(name) { skipping += 1 }
            case .end(let name):
                if silent.contains(name) { skipping -= 1 }
                if name == "br" { text += "\n" }
                if blocks.contains(name) { text += Border.paragraph } else if name == "td" || name == "th" { text += Border.cell }
            case .text(let piece): if skipping == 0 { text += piece }
            }
        }
        return text
    }

    /// What the page says of its own encoding, in the first kilobytes.
    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let start = String(decoding: bytes.prefix(4096).map { $0 < 128 ? $0 : 63 }, as: UTF8.self).lowercased()
        guard let found = start.firstRange(of: "charset=") ?? start.firstRange(of: "encoding=") else { return nil }
        let name = start[found.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix {
            $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
        }.uppercased()
        return name.isEmpty
            ? nil
            : ["GB2312", "GBK", "X-GBK"].contains(name) ? "GB18030" : name == "SHIFT_JIS" ? "CP932" : name == "BIG5" ? "BIG5-HKSCS" : name
    }
}
