import CXML
import Glibc

/// Goes through XML without building a tree; its own entities are replaced within bounds, what lies outside is never loaded.
enum XMLEvents {
    enum Event {
        case start(String, attribute: (String) -> String?)
        case end(String)
        case text(String)
    }

    /// Deepest nesting that is followed: no office file comes near, and a made-up one must not exhaust the stack.
    private static let deepest: Int32 = 256

    private typealias Take = (Event) -> Void

    /// Gives what can be read, and notes with the budget why it is not all: nobody who reads can pass over that.
    static func read(_ bytes: [UInt8], noting budget: ReadingBudget, _ take: (Event) -> Void) {
        // Not even a root: what stood here is gone.
        if bytes.isEmpty { budget.note("damaged") }
        give(bytes, budget, take) { muniment_read_xml($0, $1, deepest, $2, $3) }
    }

    /// The same for HTML in UTF-8; its elements come without attributes.
    static func readHTML(_ bytes: [UInt8], noting budget: ReadingBudget, _ take: (Event) -> Void) {
        give(bytes, budget, take) { muniment_read_html($0, $1, $2, $3) }
    }

    private static func give(
        _ bytes: [UInt8], _ budget: ReadingBudget, _ take: (Event) -> Void,
        _ read: (UnsafePointer<CChar>?, Int, @escaping muniment_xml_event, UnsafeMutableRawPointer) -> Int32
    ) {
        guard !bytes.isEmpty else { return }
        let outcome = withoutActuallyEscaping(take) { take in
            var box: Take = take
            return withUnsafeMutablePointer(to: &box) { pointer in
                bytes.withUnsafeBytes { buffer in
                    read(
                        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
                        { context, kind, text, element in
                            guard let context, let text else { return }
                            let take = context.assumingMemoryBound(to: Take.self).pointee
                            switch Int(kind) {
                            case muniment_xml_start: take(.start(String(cString: text)) { XMLEvents.attribute($0, of: element) })
                            case muniment_xml_end: take(.end(String(cString: text)))
                            default: take(.text(String(cString: text)))
                            }
                        }, UnsafeMutableRawPointer(pointer))
                }
            }
        }
        if let reason = reason(of: outcome) { budget.note(reason) }
    }

    /// Why not all was read; nil where it was.
    private static func reason(of outcome: Int32) -> String? {
        switch Int(outcome) {
        case muniment_xml_whole: nil
        case muniment_xml_outside: "external_not_read"
        case muniment_xml_multiplied: "ratio_too_high"
        case muniment_xml_deep: "nested_too_deep"
        default: "damaged"
        }
    }

    private static func attribute(_ name: String, of element: UnsafeRawPointer?) -> String? {
        guard let element, let value = muniment_xml_attribute(element, name) else { return nil }
        defer { free(value) }
        return String(cString: value)
    }

    /// The text of a whole document, with an empty line where its format has a paragraph's end.
    static func plainText(_ bytes: [UInt8], noting budget: ReadingBudget) -> String {
        var (text, skipping) = ("", 0)
        read(bytes, noting: budget) { event in
            switch event {
            case .start(let name, _):
                if silent.contains(name) { skipping += 1 }
                if name == "tab" {
                    text += "\t"
                } else if name == "br" || name == "line-break" {
                    text += "\n"
                } else if name == "s" {
                    text += " "
                }
            case .end(let name):
                if silent.contains(name) { skipping -= 1 }
                if paragraphs.contains(name) { text += Border.paragraph } else if cells.contains(name) { text += Border.cell }
            case .text(let piece): if skipping == 0 { text += piece }
            }
        }
        return text
    }

    /// What was deleted, and code of fields, is no text of the document.
    private static let silent: Set<String> = ["instrText", "delText", "delInstrText", "binData", "rPh", "script", "style", "LockedField"]
    private static let paragraphs: Set<String> = [
        "p", "h", "title", "row", "tr", "table-row", "v", "pt", "li", "div", "h1", "h2", "h3", "h4", "text", "comment", "meta",
    ]
    private static let cells: Set<String> = ["tc", "table-cell", "td", "c"]
}
