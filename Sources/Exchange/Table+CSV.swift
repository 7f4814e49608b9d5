public import Records

extension Table {
    /// The table as CSV (RFC 4180) that Excel and WPS open without asking: UTF-8 with a byte order mark, lines that end in CR LF, headings
    /// first and totals last.
    ///
    /// A text that a spreadsheet would take for a formula has an apostrophe before it: one that begins with `=`, `+`, `-`, `@`, or one of
    /// these in full width. So does one that begins with apostrophes and one of these, so that whoever takes one apostrophe away has every
    /// text as it was. Numbers, amounts and dates never have one.
    public func csv(_ tongue: Tongue) -> [UInt8] {
        let heading = columns.map { Table.field($0.heading.text(tongue).seemly.defused) }
        let body = lines.map { row in
            row.map { cell in
                if case .text = cell { Table.field(cell.text.defused) } else { Table.field(cell.text) }
            }
        }
        let records = ([heading] + body).map { fields in
            // A record of nothing would be an empty line, which readers pass over.
            (fields == [""] ? "\"\"" : fields.joined(separator: ",")) + "\r\n"
        }
        return Array(("\u{FEFF}" + records.joined()).utf8)
    }

    private static func field(_ text: String) -> String {
        let needsQuotes =
            text.unicodeScalars.contains { [",", "\"", "\n"].contains($0) } || text.unicodeScalars.first == " "
            || text.unicodeScalars.last == " "
        guard needsQuotes else { return text }
        // Scalar by scalar, for a quotation mark that a combining mark follows is one all the same.
        var quoted = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        return "\"\(String(quoted))\""
    }
}

extension String {
    private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

    fileprivate var defused: String {
        guard let first = unicodeScalars.first(where: { $0 != "'" }), String.formulaSigns.contains(first) else { return self }
        return "'" + self
    }
}
