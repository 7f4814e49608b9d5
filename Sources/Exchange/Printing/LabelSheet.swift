public import Records

/// Labels (标签) on sheets of A4, 24 of 70 by 37 millimetres each: what people read, and the identifier twice, for cameras and for scanners.
public struct LabelSheet: Sendable, Hashable {
    /// A label.
    public struct Label: Sendable, Hashable {
        /// What machines read: ASCII, 20 characters at most.
        public let code: String
        /// The first is prominent; each is cut to what there is room for.
        public let lines: [String]

        public init(code: String, lines: [String]) {
            self.code = code
            self.lines = lines
        }
    }

    public let title: Phrase
    public let labels: [Label]
    /// What the PDF's properties say; no clock is asked.
    public let created: Timestamp

    public init(title: Phrase, labels: [Label], created: Timestamp) {
        self.title = title
        self.labels = labels
        self.created = created
    }

    private static let (columns, rows) = (3, 8)
    /// In points.
    private static let (width, height) = (70 * millimetre, 37 * millimetre)
    private static let millimetre = 72 / 25.4
    /// Around what stands on a label: more than the quiet zone that either code asks for.
    private static let (side, top) = (5 * millimetre, 3 * millimetre)
    private static let (square, bars) = (20 * millimetre, 8 * millimetre)

    /// The sheets as a PDF with its font in it.
    ///
    /// - Throws: ``ExchangeError/fontMissing(family:package:)``, ``ExchangeError/drawing(_:)``, ``ExchangeError/noMemory``.
    public func pdf(_ tongue: Tongue) throws(ExchangeError) -> [UInt8] {
        let frame = PageFrame(PrintedForm(title: title, created: created, blocks: []), tongue)
        let paper = try Paper(frame, fonts: .system, created: created)
        let onSheet = Self.columns * Self.rows
        for (index, label) in labels.enumerated() {
            if index > 0, index % onSheet == 0 { paper.endPage() }
            let place = index % onSheet
            try draw(label, on: paper, x: Double(place % Self.columns) * Self.width, y: Double(place / Self.columns) * Self.height)
        }
        paper.endPage()
        return try paper.close()
    }

    private func draw(_ label: Label, on paper: Paper, x: Double, y: Double) throws(ExchangeError) {
        let (left, top, inner) = (x + Self.side, y + Self.top, Self.width - 2 * Self.side)
        draw(try MachineCode(label.code, as: .square), on: paper, left, top, Self.square, Self.square)
        let beside = Self.square + 2 * Self.millimetre
        var line = top
        for (index, text) in label.lines.enumerated() {
            let style = TextStyle(size: index == 0 ? 8 : 6.5, isBold: index == 0, mostLines: index == 0 ? 2 : 1)
            let set = paper.set(text.seemly, style, width: inner - beside)
            let lines = 0..<min(set.count, style.mostLines)
            guard line + set.height(lines) <= top + Self.square else { break }
            paper.draw(set, lines: lines, x: left + beside, y: line)
            line += set.height(lines)
        }
        draw(
            try MachineCode(label.code, as: .bars), on: paper, left, y + Self.height - Self.top - Self.bars, inner, Self.bars)
    }

    private func draw(_ code: MachineCode, on paper: Paper, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        let (across, down) = (width / code.width, height / code.height)
        for rectangle in code.rectangles {
            paper.blacken(
                x + rectangle.x * across, y + rectangle.y * down, rectangle.width * across, rectangle.height * down)
        }
    }
}
