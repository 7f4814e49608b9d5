public import Records

/// Days to be reminded of, as an iCalendar file (RFC 5545) that any calendar takes in.
public struct DayCalendar: Sendable, Hashable {
    /// Something that falls on a whole day.
    public struct Event: Sendable, Hashable {
        /// The same for the same thing in each file, so that a calendar that takes in a newer one changes it instead of adding it:
        /// `D7K3M9QXT2VHT-due@archive`.
        public let uid: String
        public let day: CivilDate
        public let summary: String
        /// What more there is to say; empty for nothing.
        public let description: String

        public init(uid: String, day: CivilDate, summary: String, description: String = "") {
            self.uid = uid
            self.day = day
            self.summary = summary
            self.description = description
        }
    }

    public let name: String
    /// RFC 5545 wants one at least (3.6); some calendars refuse a file without.
    public let events: [Event]

    public init(name: String, events: [Event]) {
        self.name = name
        self.events = events
    }

    /// The file's bytes. Events take no time of whoever they remind (`TRANSP:TRANSPARENT`), and last their one day, since no end is
    /// given (3.6.1).
    ///
    /// - Parameter stamp: When this was put together (`DTSTAMP`).
    public func ics(stamp: Timestamp) -> [UInt8] {
        let moment = stamp.description.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" } + "Z"
        let opening = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muniment//Exchange//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:" + DayCalendar.escaped(name),
        ]
        let body = events.flatMap { $0.lines(moment) }
        return (opening + body + ["END:VCALENDAR"]).flatMap { DayCalendar.folded($0) }
    }

    /// 3.3.11. Scalar by scalar, for a combining mark must not hide what it follows.
    fileprivate static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.seemly.unicodeScalars {
            switch scalar {
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\\", ";", ",":
                result.append("\\")
                result.append(scalar)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// 3.1: lines of at most 75 octets without their end; those that go on begin with a space.
    private static func folded(_ line: String) -> [UInt8] {
        var (bytes, length) = ([UInt8](), 0)
        for scalar in line.unicodeScalars {
            let octets = UTF8.width(scalar)
            if length + octets > 75 {
                bytes += [13, 10, 32]
                length = 1
            }
            bytes += Array(String(scalar).utf8)
            length += octets
        }
        return bytes + [13, 10]
    }
}

extension DayCalendar.Event {
    fileprivate func lines(_ moment: String) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:" + DayCalendar.escaped(uid), "DTSTAMP:" + moment]
        lines.append("DTSTART;VALUE=DATE:" + day.description.filter { $0 != "-" })
        lines.append("SUMMARY:" + DayCalendar.escaped(summary))
        if !description.isEmpty { lines.append("DESCRIPTION:" + DayCalendar.escaped(description)) }
        return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }
}
