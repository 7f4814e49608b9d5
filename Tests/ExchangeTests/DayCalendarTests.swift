import Exchange
import Foundation
import Records
import Testing

@Suite("Days to be reminded of are an iCalendar file as RFC 5545 wants it")
struct DayCalendarTests {
    private func lines(_ calendar: DayCalendar) -> [String] {
        String(decoding: calendar.ics(stamp: Papers.moment), as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test("an event is a whole day, with its identifier, when it was stated, and what it is about")
    func event() {
        let event = DayCalendar.Event(uid: "D7K3M-due", day: Papers.day, summary: "到期：合同, 一; 二", description: "第一行\n第二行\\")
        #expect(
            lines(DayCalendar(name: "到期", events: [event])) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muniment//Exchange//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "X-WR-CALNAME:到期", "BEGIN:VEVENT", "UID:D7K3M-due", "DTSTAMP:20261123T081530Z", "DTSTART;VALUE=DATE:20241004",
                "SUMMARY:到期：合同\\, 一\\; 二", "DESCRIPTION:第一行\\n第二行\\\\", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
            ])
    }

    @Test("no line has more than 75 octets, none is cut within a character, and unfolded it is the text", arguments: HostileText.fixed)
    func folding(_ text: String) throws {
        let event = DayCalendar.Event(uid: text, day: Papers.day, summary: text, description: "。" + text)
        let bytes = DayCalendar(name: text, events: [event]).ics(stamp: Papers.moment)
        let folded = Data(bytes).split(separator: 10, omittingEmptySubsequences: false)
        #expect(folded.dropLast().allSatisfy { $0.last == 13 && $0.count <= 76 && String(data: $0, encoding: .utf8) != nil })
        let unfolded = String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\r\n ".unicodeScalars).joined()
        let summaries = String(String.UnicodeScalarView(unfolded)).components(separatedBy: "\r\n").filter {
            $0.utf8.starts(with: "SUMMARY:".utf8)
        }
        #expect(summaries.count == 1)
        #expect(unescaped(try #require(summaries.first)) == Array(shown(text).unicodeScalars))
    }

    /// Written apart from what is tested: a text without its control characters.
    private func shown(_ text: String) -> String {
        text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\r", "\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": "\n"
            case "\t": " "
            default: scalar.isUnseemly || scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : String(scalar)
            }
        }.joined()
    }

    private func unescaped(_ line: String) -> [Unicode.Scalar] {
        var (result, isEscaped) = ([Unicode.Scalar](), false)
        for scalar in line.unicodeScalars.dropFirst("SUMMARY:".count) {
            if isEscaped {
                result.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.append(scalar)
            }
        }
        return result
    }
}
