import Records

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
    static func width(_ text: String) -> Int { text.cellWidth }
}

extension String {
    fileprivate func trimmingEnd() -> String { String(reversed().drop { $0 == " " }.reversed()) }
}
