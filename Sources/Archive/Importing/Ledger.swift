import Extraction
import Records
import SystemPackage
import Wording

/// A ledger (合同台账) as an import reads it: one row for each document, columns by the names that people give them.
struct Ledger: Sendable {
    struct Row: Sendable {
        /// As the spreadsheet counts: the header is row 1.
        let number: Int
        /// Names of files, relative to the import's folder.
        let files: [String]
        let words: MetadataWords
        /// What is wrong with the row itself.
        let problem: (any Message)?
    }

    let rows: [Row]
    /// Columns whose names mean nothing here; they become fields of the documents.
    let unknownColumns: [String]

    /// What columns are called, folded by ``matchingKey(_:)``.
    private static let names: [(column: Column, names: [String])] = [
        (.files, ["文件", "文件名", "附件", "扫描件", "file", "files", "path"]), (.type, ["类型", "文件类型", "合同类别", "type"]),
        (.number, ["编号", "合同编号", "文件编号", "合同号", "number", "no"]), (.title, ["标题", "名称", "合同名称", "文件名称", "题名", "title"]),
        (.party, ["客户", "相对方", "甲方", "客户名称", "party", "customer"]), (.amount, ["金额", "合同金额", "总价", "amount"]),
        (.signed, ["签订日期", "签订", "签约日期", "signed"]), (.effective, ["生效日", "生效日期", "effective"]),
        (.expiry, ["到期日", "到期日期", "终止日期", "expiry"]), (.handler, ["经办人", "经办", "负责人", "handler"]), (.class, ["类目", "class"]),
        (.confidentiality, ["密级", "confidentiality"]), (.state, ["状态", "state", "status"]), (.note, ["备注", "note", "remark"]),
    ]

    enum Column: Hashable {
        case files, type, number, title, party, amount, signed, effective, expiry, handler, `class`, confidentiality, state, note
    }

    /// Reads a table; its first row that has a column for files is the header.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused` where there is no such row.
    init(_ table: ReadTable, named name: String) throws(ArchiveError) {
        for sheet in table.sheets {
            guard let header = sheet.rows.prefix(20).firstIndex(where: { Ledger.columns($0).keys.contains(.files) }) else { continue }
            let columns = Ledger.columns(sheet.rows[header])
            try Ledger.refuseTwins(in: sheet.rows[header], named: name)
            let known = Set(columns.values)
            let others = sheet.rows[header].enumerated().filter { !known.contains($0.offset) && !$0.element.allSatisfy(\.isWhitespace) }
            unknownColumns = others.map(\.element)
            rows = sheet.rows.enumerated().dropFirst(header + 1).compactMap { index, cells in
                cells.allSatisfy { $0.allSatisfy(\.isWhitespace) }
                    ? nil : Ledger.row(index + 1, cells, columns, others.map { ($0.offset, $0.element) }, width: sheet.rows[header].count)
            }
            return
        }
        throw ArchiveError(.valueRefused, ImportMessage.noFileColumn(name), remedy: ImportMessage.nameFileColumn, subject: name)
    }

    /// What a column's cells are: one of ours, or a field of the documents.
    private enum Meaning: Hashable { case column(Column), field(String) }

    private static func column(_ cell: String) -> Column? {
        let key = matchingKey(cell)
        return names.first { $0.names.contains { matchingKey($0) == key } }?.column
    }

    /// Of two columns for one thing nobody knows which is meant.
    private static func refuseTwins(in header: [String], named name: String) throws(ArchiveError) {
        var first: [Meaning: String] = [:]
        for cell in header where !cell.allSatisfy(\.isWhitespace) {
            let meaning = column(cell).map { Meaning.column($0) } ?? .field(fieldName(cell))
            if let twin = first.updateValue(cell, forKey: meaning) {
                throw ArchiveError(
                    .valueRefused, ImportMessage.sameColumn(twin, cell, in: name), remedy: ImportMessage.oneColumn, subject: cell)
            }
        }
    }

    private static func columns(_ header: [String]) -> [Column: Int] {
        let found = header.enumerated().compactMap { index, cell in column(cell).map { ($0, index) } }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    private static func row(_ number: Int, _ cells: [String], _ columns: [Column: Int], _ others: [(Int, String)], width: Int) -> Row {
        func cell(_ index: Int?) -> String? {
            guard let index, cells.indices.contains(index), !cells[index].allSatisfy(\.isWhitespace) else { return nil }
            return cells[index]
        }
        var words = MetadataWords()
        words.type = cell(columns[.type])
        words.title = cell(columns[.title])
        words.number = cell(columns[.number])
        words.party = cell(columns[.party])
        words.amount = cell(columns[.amount])
        words.signed = cell(columns[.signed])
        words.effective = cell(columns[.effective])
        words.expiry = cell(columns[.expiry])
        words.handler = cell(columns[.handler])
        words.class = cell(columns[.class])
        words.confidentiality = cell(columns[.confidentiality])
        words.state = cell(columns[.state])
        words.note = cell(columns[.note])
        for (index, name) in others {
            if let value = cell(index) { words.fields = (words.fields ?? [:]).merging([fieldName(name): value]) { _, new in new } }
        }
        let files = (cell(columns[.files]) ?? "").split(whereSeparator: { ";；\n|".contains($0) }).map { $0.trimmingWhitespace() }.filter {
            !$0.isEmpty
        }
        let isRagged = cells.dropFirst(width).contains { !$0.allSatisfy(\.isWhitespace) }
        return Row(number: number, files: files, words: words, problem: isRagged ? ImportMessage.raggedRow(number) : nil)
    }

    /// A column's name as a field may bear it.
    private static func fieldName(_ name: String) -> String {
        String(name.unicodeScalars.map { $0.properties.isAlphabetic || $0.properties.numericType != nil ? Character($0) : "_" })
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    func trimmingWhitespace() -> String { String(String(drop(while: \.isWhitespace).reversed()).drop(while: \.isWhitespace).reversed()) }
}
