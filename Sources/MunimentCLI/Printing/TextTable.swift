/// A table for a terminal, whose columns stand right also where characters take two cells.
struct TextTable {
    private let header: [String]
    private var rows: [[String]] = []

    init(_ header: [String]) { self.header = header }

    mutating func add(_ row: [String]) { rows.append(row) }

    /// The table's lines.
    var lines: [String] {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { TextTable.width($0[column]) }.max() ?? 0 }
        return all.map { row in
            zip(row, widths).map { text, width in text + String(repeating: " ", count: width - TextTable.width(text)) }
                .joined(separator: "  ").trimmingEnd()
        }
    }

    /// How many cells a text takes: two for wide East Asian characters, none for combining ones.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .control, .format: sum
            default: sum + (isWide(scalar) ? 2 : 1)
            }
        }
    }

    /// Unicode 15, EastAsianWidth W and F, as ranges; `〇` and emoji included.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1B000...0x1B2FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

extension String {
    fileprivate func trimmingEnd() -> String { String(reversed().drop { $0 == " " }.reversed()) }
}
