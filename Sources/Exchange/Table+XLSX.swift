import CXLSXWriter
public import Records

extension Table {
    /// How many rows a worksheet of Excel has.
    static let mostRows = 1_048_576
    /// How many UTF-16 code units a cell of Excel has.
    static let mostUnits = 32_767

    /// The table as a workbook of one sheet (Office Open XML): the heading bold and frozen, with filters; dates as dates, numbers and
    /// amounts as numbers, texts as texts, never as formulas; printed on A4, landscape, as wide as the page, with the heading on each.
    ///
    /// What Excel cannot keep exactly is text: dates before March 1900, and numbers of more than 15 digits. A text of more than 32,767
    /// characters is cut, with a mark that says so.
    ///
    /// - Parameter created: What the workbook's properties say; no clock is asked.
    /// - Throws: ``ExchangeError/tooManyRows(_:most:)`` beyond 1,048,576 rows, ``ExchangeError/workbook(_:)`` where the library fails.
    public func xlsx(_ tongue: Tongue, created: Timestamp) throws(ExchangeError) -> [UInt8] {
        guard lines.count < Table.mostRows else { throw .tooManyRows(lines.count, most: Table.mostRows - 1) }
        return try Workbook.bytes(title: title.text(tongue).seemly, created: created) { book in
            let sheet = SheetWriter(book, self, tongue)
            sheet.write()
        }
    }
}

/// Writes a table into a sheet.
private struct SheetWriter {
    let table: Table
    let tongue: Tongue
    let sheet: UnsafeMutablePointer<lxw_worksheet>?
    let formats: Formats

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ table: Table, _ tongue: Tongue) {
        self.table = table
        self.tongue = tongue
        sheet = workbook_add_worksheet(book, SheetName(table.title.text(tongue)).text)
        formats = Formats(book)
    }

    func write() {
        for (index, column) in table.columns.enumerated() {
            let heading = column.heading.text(tongue).seemly.cut(to: Table.mostUnits, tongue)
            worksheet_write_string(sheet, 0, lxw_col_t(index), heading, formats.heading)
            worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), width(of: index), nil)
        }
        for (row, cells) in table.lines.enumerated() {
            let isTotal = row == table.rows.count
            for (column, cell) in cells.enumerated() {
                let alignment = table.columns[column].alignment
                write(cell, lxw_row_t(row + 1), lxw_col_t(column)) { formats.format($0, alignment, isTotal) }
            }
        }
        setUp()
    }

    private func write(
        _ cell: Cell, _ row: lxw_row_t, _ column: lxw_col_t, _ format: (Formats.Kind) -> UnsafeMutablePointer<lxw_format>?
    ) {
        switch cell {
        case .number(let number) where number.magnitude < 1_000_000_000_000_000:
            worksheet_write_number(sheet, row, column, Double(number), format(.general))
        case .amount(let amount) where amount.hundredths.magnitude < 1_000_000_000_000_000:
            worksheet_write_number(sheet, row, column, Double(amount.hundredths) / 100, format(.amount(amount.currency)))
        case .date(let date) where (date.year, date.month) >= (1900, 3):
            var day = lxw_datetime(
                year: Int32(date.year), month: Int32(date.month), day: Int32(date.day), hour: 0, min: 0, sec: 0)
            worksheet_write_datetime(sheet, row, column, &day, format(.date))
        case .empty: worksheet_write_blank(sheet, row, column, format(.general))
        default: worksheet_write_string(sheet, row, column, cell.text.cut(to: Table.mostUnits, tongue), format(.general))
        }
    }

    /// In characters of the usual font: what the longest line needs, so that short columns are not wide and long texts wrap.
    private func width(of column: Int) -> Double {
        let texts = [table.columns[column].heading.text(tongue).seemly] + table.lines.map { $0[column].text }
        let longest = texts.lazy.flatMap { $0.split(separator: "\n") }.map { $0.prefix(60).cellWidth }.max() ?? 0
        // Fonts differ, and beside the heading there is the button of the filter.
        return min(max(Double(longest) * 1.1 + 3, 8), 60)
    }

    private func setUp() {
        let last = lxw_col_t(table.columns.count - 1)
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_autofilter(sheet, 0, 0, lxw_row_t(table.rows.count), last)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        // `&` begins a code of the page's head, whose text has 255 characters at most.
        let title = SheetName(table.title.text(tongue)).text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
        worksheet_set_header(sheet, "&C" + title)
        worksheet_set_footer(sheet, "&C&P / &N")
    }
}
