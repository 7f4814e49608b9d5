import CXML
import Glibc

/// Goes through XML without building a tree; entities from outside are never loaded.
enum XMLEvents {
    enum Event {
        case start(String, attribute: (String) -> String?)
        case end(String)
        case text(String)
    }

    /// Deepest nesting that is followed: no office file comes near, and a made-up one must not exhaust the stack.
    private static let deepest: Int32 = 256

    private typealias Take = (Event) -> Void

    /// - Returns: false where the XML is damaged; what came before has been given.
    @discardableResult
    static func read(_ bytes: [UInt8], _ take: (Event) -> Void) -> Bool {
        give(bytes, take) { muniment_read_xml($0, $1, deepest, $2, $3) }
    }

    /// The same for HTML in UTF-8; its elements come without attributes.
    @discardableResult
    static func readHTML(_ bytes: [UInt8], _ take: (Event) -> Void) -> Bool {
        give(bytes, take) { muniment_read_html($0, $1, deepest, $2, $3) }
    }

    private static func give(
        _ bytes: [UInt8], _ take: (Event) -> Void,
        _ read: (UnsafePointer<CChar>?, Int, @escaping muniment_xml_event, UnsafeMutableRawPointer) -> Int32
    ) -> Bool {
        withoutActuallyEscaping(take) { take in
            var box: Take = take
            return withUnsafeMutablePointer(to: &box) { pointer in
                bytes.withUnsafeBytes { buffer in
                    read(
                        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
                        { context, kind, text, reader in
                            guard let context, let text else { return }
                            let take = context.assumingMemoryBound(to: Take.self).pointee
                            switch Int(kind) {
                            case muniment_xml_start: take(.start(String(cString: text)) { XMLEvents.attribute($0, of: reader) })
                            case muniment_xml_end: take(.end(String(cString: text)))
                            default: take(.text(String(cString: text)))
                            }
                        }, UnsafeMutableRawPointer(pointer)) == 1
                }
            }
        }
    }

    private static func attribute(_ name: String, of reader: UnsafeMutableRawPointer?) -> String? {
        guard let reader, let value = muniment_xml_attribute(reader, name) else { return nil }
        defer { free(value) }
        return String(cString: value)
    }

    /// The text of a whole document, with an empty line where its format has a paragraph's end.
    static func plainText(_ bytes: [UInt8]) -> String {
        var (text, skipping) = ("", 0)
        read(bytes) { event in
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
