/// Ledgers: CSV in any of the usual encodings and separators, XLSX.
enum TableReader {
    static func read(_ file: OpenFile, name: String) -> ReadTable {
        guard file.size <= 64 << 20 else { return ReadTable(sheets: [], problem: "too_large") }
        if file.read(4) == [0x50, 0x4B, 0x03, 0x04] { return spreadsheet(file) }
        guard let text = TextDecoder.decode(file.read(file.size))?.text else { return ReadTable(sheets: [], problem: "not_a_table") }
        return ReadTable(sheets: [.init(name: TextTidy.line(name), rows: rows(of: text))], problem: nil)
    }

    private static func spreadsheet(_ file: OpenFile) -> ReadTable {
        var parts: [(path: String, bytes: [UInt8])] = []
        let budget = ReadingBudget()
        let problem = ArchiveReader(file: file).each(most: 5000) { member in
            guard member.path.hasPrefix("xl/"), member.path.hasSuffix(".xml") else { return true }
            if let bytes = member.read(limit: ReadingBudget.largestMember) {
                parts.append((member.path, bytes))
            } else {
                budget.note("member_unreadable")
            }
            return true
        }
        guard problem == nil, !parts.isEmpty else { return ReadTable(sheets: [], problem: "corrupt") }
        if !FileEnding.of(file).isReached { budget.note("damaged") }
        let sheets = SpreadsheetReader(parts: parts, noting: budget).read()
        // A ledger that lacks rows is worse than none.
        return ReadTable(sheets: budget.shortfall == nil ? sheets : [], problem: budget.shortfall)
    }

    /// Rows as text that searching takes cell by cell.
    static func text(of rows: [[String]]) -> String {
        rows.map { $0.joined(separator: Border.cell) }.joined(separator: Border.paragraph)
    }

    /// Rows of a CSV (RFC 4180, with the separator that the first line uses most); quoted fields may hold line breaks.
    static func rows(of text: String) -> [[String]] {
        let scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
        let separator = separator(of: scalars)
        var (rows, row, field, quoted, index) = ([[String]](), [String](), String.UnicodeScalarView(), false, 0)
        func endField() {
            row.append(String(field))
            field = .init()
        }
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if quoted {
                if scalar != "\"" {
                    field.append(scalar)
                } else if index < scalars.count, scalars[index] == "\"" {
                    field.append(scalar)
                    index += 1
                } else {
                    quoted = false
                }
            } else if scalar == "\"", field.isEmpty {
                quoted = true
            } else if scalar == separator {
                endField()
            } else if scalar == "\n" || scalar == "\r" {
                if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
                endField()
                rows.append(row)
                row = []
            } else {
                field.append(scalar)
            }
        }
        if !field.isEmpty || !row.isEmpty {
            endField()
            rows.append(row)
        }
        return rows
    }

    private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
        let line = scalars.prefix { $0 != "\n" }
        let counts = [",", "\t", ";"].map { (separator: Unicode.Scalar) in (separator, line.count { $0 == separator }) }
        return counts.max { $0.1 < $1.1 }?.0 ?? ","
    }
}
