import CXLSXWriter

/// The looks of cells; each is made once for a workbook.
final class Formats {
    /// What a number is shown as.
    enum Kind: Hashable {
        case general, date
        case amount(String)
    }

    private struct Look: Hashable {
        let kind: Kind
        let alignment: Column.Alignment
        let isTotal: Bool
    }

    let heading: UnsafeMutablePointer<lxw_format>?
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [Look: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        self.book = book
        heading = workbook_add_format(book)
        format_set_bold(heading)
        format_set_text_wrap(heading)
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_bg_color(heading, 0xEDEDED)
        format_set_border(heading, UInt8(LXW_BORDER_THIN.rawValue))
    }

    func format(_ kind: Kind, _ alignment: Column.Alignment, _ isTotal: Bool) -> UnsafeMutablePointer<lxw_format>? {
        let look = Look(kind: kind, alignment: alignment, isTotal: isTotal)
        if let known = made[look] { return known }
        let format = workbook_add_format(book)
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        switch alignment {
        case .leading: break
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .trailing: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        switch kind {
        case .general: break
        case .date: format_set_num_format(format, "yyyy-mm-dd")
        case .amount("CNY"): format_set_num_format(format, "#,##0.00")
        case .amount(let currency): format_set_num_format(format, "\"\(currency)\" #,##0.00")
        }
        if isTotal { format_set_bold(format) }
        made[look] = format
        return format
    }
}
