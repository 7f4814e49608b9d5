extension String {
    /// Lines of at most so many cells: broken at spaces, and between wide signs where no punctuation would stand alone. A word that is
    /// longer has a line of its own.
    func wrapped(to cells: Int) -> [String] {
        var (lines, line) = ([String](), "")
        for piece in pieces {
            if !line.isEmpty, piece != " ", TextTable.width(line + piece) > cells {
                lines.append(line.last == " " ? String(line.dropLast()) : line)
                line = ""
            }
            line += piece
        }
        return lines + [line]
    }

    /// What no line is broken within.
    private var pieces: [String] {
        var pieces: [String] = []
        for sign in self {
            if let before = pieces.last?.last, !before.mayEndLine(before: sign) {
                pieces[pieces.count - 1].append(sign)
            } else {
                pieces.append(String(sign))
            }
        }
        return pieces
    }
}

extension Character {
    fileprivate func mayEndLine(before next: Character) -> Bool {
        if "，。、；：）”》？！…".contains(next) || "（“《".contains(self) { return false }
        return [self, next].contains { $0 == " " || TextTable.width(String($0)) > 1 }
    }
}
