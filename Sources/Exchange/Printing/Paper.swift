import CPaper
import Records

/// A PDF that is being drawn; lengths in points from the upper left corner.
final class Paper {
    private let handle: OpaquePointer

    init(_ frame: PageFrame, fonts: FontSource, created: Timestamp) throws(ExchangeError) {
        let opened = frame.title.withCString { title in
            FontSource.family.withCString { family in
                fonts.xml.withCString { xml in
                    "\(created.description.prefix { $0 != "." })Z".withCString { time in
                        var plan = muniment_paper_plan(
                            width: frame.paperWidth, height: frame.paperHeight, family: family, fonts: xml, title: title, time: time)
                        return muniment_paper_open(&plan)
                    }
                }
            }
        }
        guard let opened else { throw .noMemory }
        handle = opened
        try Paper.check(muniment_paper_outcome(opened))
    }

    deinit { muniment_paper_free(handle) }

    private static func check(_ outcome: Int32) throws(ExchangeError) {
        switch Int(outcome) {
        case muniment_paper_whole: return
        case muniment_paper_no_font: throw .fontMissing(family: FontSource.family, package: FontSource.package)
        default: throw .drawing(String(cString: muniment_paper_reason(outcome)))
        }
    }

    /// The whole PDF; nothing can be drawn afterwards.
    func close() throws(ExchangeError) -> [UInt8] {
        var (bytes, count): (UnsafePointer<CChar>?, Int) = (nil, 0)
        try Paper.check(muniment_paper_close(handle, &bytes, &count))
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    func endPage() { muniment_paper_end_page(handle) }

    func fill(_ x: Double, _ y: Double, _ width: Double, _ height: Double) { muniment_paper_fill(handle, x, y, width, height, 0.93) }

    func blacken(_ x: Double, _ y: Double, _ width: Double, _ height: Double) { muniment_paper_fill(handle, x, y, width, height, 0) }

    /// Rules a rectangle, or a line where it has no height.
    func rule(_ x: Double, _ y: Double, _ width: Double, _ height: Double = 0) { muniment_paper_rule(handle, x, y, width, height) }

    func set(_ text: String, _ style: TextStyle, width: Double) -> SetText { SetText(handle, text, style, width) }

    func draw(_ text: SetText, lines: Range<Int>, x: Double, y: Double) {
        muniment_text_draw(handle, text.handle, Int32(lines.lowerBound), Int32(lines.count), x, y)
    }
}

/// How a text looks.
struct TextStyle {
    static let title = TextStyle(size: 17, isBold: true, alignment: .center)
    static let subtitle = TextStyle(size: 10, alignment: .center)
    static let heading = TextStyle(size: 11, isBold: true)
    static let body = TextStyle(size: 10)
    static let cell = TextStyle(size: 9)
    static let small = TextStyle(size: 7.5)

    var size: Double
    var isBold = false
    var alignment = Column.Alignment.leading
    /// 0 for all lines.
    var mostLines = 0
}

/// A text that was broken into lines.
final class SetText {
    fileprivate let handle: OpaquePointer
    let count: Int

    fileprivate init(_ paper: OpaquePointer, _ text: String, _ style: TextStyle, _ width: Double) {
        let alignment: Int32 =
            switch style.alignment {
            case .leading: 0
            case .center: 1
            case .trailing: 2
            }
        var wanted = muniment_text_style(
            size: style.size, width: max(width, style.size), is_bold: style.isBold ? 1 : 0, alignment: alignment,
            most_lines: Int32(style.mostLines))
        handle = muniment_text_set(paper, text, &wanted)
        count = Int(muniment_text_lines(handle))
    }

    deinit { muniment_text_free(handle) }

    func height(_ lines: Range<Int>) -> Double {
        muniment_text_top(handle, Int32(lines.upperBound)) - muniment_text_top(handle, Int32(lines.lowerBound))
    }

    /// How many lines from the given one on fit into a height.
    func fitting(from first: Int, into room: Double) -> Int {
        var (low, high) = (0, count - first)
        while low < high {
            let middle = (low + high + 1) / 2
            if height(first..<(first + middle)) <= room { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
