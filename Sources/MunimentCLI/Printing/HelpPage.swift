/// A page of the parser's help, said in Chinese and set by the cells that its signs take: the parser counts a wide sign as one cell, and
/// breaks lines at spaces only.
struct HelpPage {
    /// Columns for which the parser breaks no line.
    static let unbroken = 1 << 20
    /// Where descriptions begin, as the parser has it.
    private static let column = 26
    private static let margin = String(repeating: " ", count: column)

    /// Cells of a line.
    let width: Int

    /// - Parameter english: The parser's text, unbroken.
    func text(_ english: String) -> String {
        let usage = english.firstRange(of: "USAGE: ")?.lowerBound ?? english.startIndex
        let overview = english[..<usage].split(separator: "\n", omittingEmptySubsequences: false).flatMap { overviewLines(String($0)) }
        // An option too long for its column has its description on the line below, where the Chinese may not need it.
        let sections = english[usage...].replacing("\n" + Self.margin, with: "\t").split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { sectionLines(String($0)) }
        return overview.dropLast().map { $0 + "\n" }.joined() + sections.joined(separator: "\n")
    }

    /// Examples are taken into a shell as they are: they stay on their line.
    private func overviewLines(_ line: String) -> [String] {
        line.hasPrefix(" ") ? [line] : (ParserText.line(line) ?? line).wrapped(to: width)
    }

    private func sectionLines(_ line: String) -> [String] {
        if let words = ParserText.line(line) { return [words] }
        guard line.hasPrefix("  ") else { return [line] }
        let (label, description) = parts(line)
        let synopsis = ParserText.description(ValueNames.chinese(in: label))
        let described = ParserText.description(description).wrapped(to: max(width - Self.column, Self.column))
        let room = Self.column - TextTable.width(synopsis)
        guard room > 0, let first = described.first else { return [synopsis] + described.map { Self.margin + $0 } }
        return [synopsis + String(repeating: " ", count: room) + first] + described.dropFirst().map { Self.margin + $0 }
    }

    private func parts(_ line: String) -> (label: String, description: String) {
        if let tab = line.firstIndex(of: "\t") { return (String(line[..<tab]), String(line[line.index(after: tab)...])) }
        let (label, description) = (line.prefix(Self.column), line.dropFirst(Self.column))
        guard label.last == " ", !description.isEmpty else { return (line, "") }
        return (String(label.reversed().drop { $0 == " " }.reversed()), String(description))
    }
}
