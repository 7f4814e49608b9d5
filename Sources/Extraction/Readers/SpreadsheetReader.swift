import Foundation

/// Sheets of an XLSX package as rows of text: numbers exactly as they are stored, dates as ISO days.
struct SpreadsheetReader {
    private let parts: [String: [UInt8]]
    private let shared: [String]
    private let dateStyles: Set<Int>
    private let budget: ReadingBudget

    /// How much a workbook may still fill: a sheet of Excel may claim 17 thousand million cells, and each cell a long string that
    /// all share.
    private struct Room {
        /// Empty ones that only keep others in their place count too.
        var cells = 5_000_000
        /// In bytes: more than is kept of any text.
        var text = 64 << 20
        let budget: ReadingBudget

        mutating func take(cells: Int, text: Int) -> Bool {
            guard cells <= self.cells, text <= self.text else {
                budget.note("too_large")
                return false
            }
            self.cells -= cells
            self.text -= text
            return true
        }
    }

    /// - Parameter budget: is told what is left out.
    init(parts: [(path: String, bytes: [UInt8])], noting budget: ReadingBudget) {
        self.budget = budget
        self.parts = Dictionary(parts.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        shared = self.parts["xl/sharedStrings.xml"].map { SpreadsheetReader.sharedStrings($0, budget) } ?? []
        dateStyles = self.parts["xl/styles.xml"].map { SpreadsheetReader.dateStyles($0, budget) } ?? []
    }

    /// The sheets in their order.
    func read() -> [ReadTable.Sheet] {
        let names = sheetNames
        // Sheets of charts and of macros stand in folders of their own.
        if parts.keys.count(where: { $0.hasPrefix("xl/") && $0.contains("sheets/") && $0.hasSuffix(".xml") }) < names.count {
            budget.note("damaged")
        }
        var room = Room(budget: budget)
        let paths = parts.keys.filter { $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml") }.sorted { ($0.count, $0) < ($1.count, $1) }
        return paths.enumerated().map { index, path in
            ReadTable.Sheet(name: index < names.count ? names[index] : path, rows: rows(parts[path] ?? [], &room))
        }
    }

    private var sheetNames: [String] {
        var names: [String] = []
        XMLEvents.read(parts["xl/workbook.xml"] ?? [], noting: budget) { event in
            if case .start("sheet", let attribute) = event { names.append(TextTidy.line(attribute("name") ?? "")) }
        }
        return names
    }

    private static func sharedStrings(_ bytes: [UInt8], _ budget: ReadingBudget) -> [String] {
        var (strings, current, inText, phonetic) = ([String](), "", false, false)
        XMLEvents.read(bytes, noting: budget) { event in
            switch event {
            case .start("si", _): current = ""
            case .start("rPh", _): phonetic = true
            case .end("rPh"): phonetic = false
            case .start("t", _): inText = true
            case .end("t"): inText = false
            case .end("si"): strings.append(current)
            case .text(let text): if inText, !phonetic { current += text }
            default: break
            }
        }
        return strings
    }

    /// Numbers of the cell formats that show dates: built-in ones (ECMA-376-1, 18.8.30) and those whose code has y, m or d.
    private static func dateStyles(_ bytes: [UInt8], _ budget: ReadingBudget) -> Set<Int> {
        var (dates, styles, inCells, index) = (Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57, 58]), Set<Int>(), false, 0)
        XMLEvents.read(bytes, noting: budget) { event in
            switch event {
            case .start("numFmt", let attribute):
                let code = (attribute("formatCode") ?? "").lowercased().replacing(/\[[^\]]*\]|"[^"]*"/, with: "")
                if let id = attribute("numFmtId").flatMap({ Int($0) }), code.contains("y") || code.contains("d") || code.contains("m月") {
                    dates.insert(id)
                }
            case .start("cellXfs", _): inCells = true
            case .end("cellXfs"): inCells = false
            case .start("xf", let attribute):
                guard inCells else { return }
                if let id = attribute("numFmtId").flatMap({ Int($0) }), dates.contains(id) { styles.insert(index) }
                index += 1
            default: break
            }
        }
        return styles
    }

    private func rows(_ bytes: [UInt8], _ room: inout Room) -> [[String]] {
        var (rows, row, cell) = ([[String]](), [String](), Cell())
        var (column, inValue) = (0, false)
        XMLEvents.read(bytes, noting: budget) { event in
            switch event {
            case .start("row", let attribute):
                row = []
                if let number = attribute("r").flatMap({ Int($0) }), number > rows.count + 1, number < rows.count + 1000,
                    room.take(cells: number - rows.count - 1, text: 0)
                {
                    rows += Array(repeating: [], count: number - rows.count - 1)
                }
            case .end("row"): if room.take(cells: 1, text: 0) { rows.append(row) }
            case .start("c", let attribute):
                cell = Cell(type: attribute("t") ?? "n", style: attribute("s").flatMap { Int($0) })
                column = attribute("r").flatMap(SpreadsheetReader.column) ?? row.count
            case .start("v", _), .start("t", _): inValue = true
            case .end("v"), .end("t"): inValue = false
            case .text(let text): if inValue { cell.text += text }
            case .end("c"):
                let (value, gap) = (value(of: cell), max(0, column - row.count))
                guard column < 16_384, room.take(cells: gap + 1, text: value.utf8.count) else { return }
                row += Array(repeating: "", count: gap)
                row.append(value)
            default: break
            }
        }
        return rows
    }

    private struct Cell {
        var type = "n"
        var style: Int?
        var text = ""
    }

    private func value(of cell: Cell) -> String {
        switch cell.type {
        case "s": return Int(cell.text).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "n":
            guard let style = cell.style, dateStyles.contains(style), let days = Double(cell.text), days >= 1, days < 2_958_466 else {
                return cell.text
            }
            return SpreadsheetReader.date(days)
        case "b": return cell.text == "1" ? "TRUE" : "FALSE"
        default: return cell.text
        }
    }

    /// Days since 1899-12-30, as Excel counts from March 1900 on.
    private static func date(_ days: Double) -> String {
        let seconds = (days - 25_569) * 86_400
        let text = Date(timeIntervalSince1970: seconds.rounded()).ISO8601Format()
        return days == days.rounded() ? String(text.prefix(10)) : String(text.prefix(19)).replacing("T", with: " ")
    }

    /// The column of a reference such as `AB12`, from 0.
    private static func column(_ reference: String) -> Int? {
        let letters = reference.utf8.prefix { (65...90).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    }
}
