import Records

/// What every answer of a worker must keep to. Whoever took a worker over writes its answers, and people see them in a terminal.
enum AnswerCheck {
    /// In bytes of UTF-8: the path of a member inside archives five deep.
    private static let longestPlace = 20_000
    /// In bytes of UTF-8: a code with a few words.
    private static let longestWord = 500
    /// More than any file has: members, each with its pages.
    private static let mostPieces = 300_000
    private static let mostPages = 10_000_000

    static func isSound(_ outcome: ExtractionOutcome) -> Bool {
        outcome.format == 1 && isLine(outcome.maker, longestWord) && isLine(outcome.reason ?? "", longestWord)
            && outcome.pieces.count <= mostPieces && (0...mostPages).contains(outcome.pages ?? 0)
            && (outcome.result == .text || outcome.pieces.isEmpty)
            && outcome.pieces.allSatisfy {
                isLine($0.place ?? "", longestPlace) && !$0.text.unicodeScalars.contains(where: TextTidy.isControl)
            }
    }

    static func isSound(_ found: Identification) -> Bool { isLine(found.problem ?? "", longestWord) }

    static func isSound(_ report: BagReport) -> Bool {
        isLine(report.version ?? "", longestWord) && report.algorithms.allSatisfy { isLine($0, longestWord) } && report.files >= 0
            && report.bytes >= 0 && report.findings.count <= BagLimits.findings
    }

    static func isSound(_ ending: FileEnding) -> Bool { isLine(ending.form ?? "", longestWord) }

    /// Cells are checked by whoever takes them over.
    static func isSound(_ table: ReadTable) -> Bool {
        isLine(table.problem ?? "", longestWord) && table.sheets.allSatisfy { isLine($0.name, longestPlace) }
    }

    private static func isLine(_ text: String, _ longest: Int) -> Bool {
        text.utf8.count <= longest && !text.unicodeScalars.contains { $0.value < 32 || TextTidy.isControl($0) }
    }
}
