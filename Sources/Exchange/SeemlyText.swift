import Records
import Wording

extension String {
    /// The text without what would end a line, turn the direction of writing or break a file where nobody sees it: each such character is
    /// a replacement character (U+FFFD), which is seen. All ends of lines are LF, and a tab is a space.
    var seemly: String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in unicodeScalars {
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
            case "\t": result.append(" ")
            // XML has no place for some noncharacters, and cairo for any.
            case _ where scalar.isUnseemly || scalar.properties.isNoncharacterCodePoint: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }

    /// The text, or as much of it as fits with a mark that it was cut.
    ///
    /// - Parameter most: How many UTF-16 code units may be there, which is how Excel counts.
    func cut(to most: Int, _ tongue: Tongue) -> String {
        guard utf16.count > most else { return self }
        let mark = ExchangeMessage.cut(of: unicodeScalars.count).text(tongue)
        var (kept, room) = (String.UnicodeScalarView(), most - mark.utf16.count)
        for scalar in unicodeScalars {
            room -= scalar.value > 0xFFFF ? 2 : 1
            if room < 0 { break }
            kept.append(scalar)
        }
        return String(kept) + mark
    }
}
