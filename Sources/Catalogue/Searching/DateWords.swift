import Records

/// A range of days in a query; a nil bound is open.
struct DayRange: Hashable {
    let from: CivilDate?
    let through: CivilDate?
}

/// Reads the value of a date field: `2024`, `2024-03`, `2022..2023`, `>=2024-03-01`, `last 90 days`, `近90天`, `上月`, `去年`.
struct DateWords {
    let today: CivilDate

    /// - Returns: nil for what names no days.
    func range(_ words: String) -> DayRange? {
        let text = Fold.string(words).filter { $0 != " " }
        if let (sign, rest) = ValueWords.comparison(text) { return compared(sign, rest) }
        if let (left, right) = ValueWords.bounds(text) {
            guard let from = left.isEmpty ? .some(nil) : span(left).map(\.from),
                let through = right.isEmpty ? .some(nil) : span(right).map(\.through)
            else { return nil }
            return from == nil && through == nil ? nil : DayRange(from: from, through: through)
        }
        return span(text)
    }

    private func compared(_ sign: ValueWords.Comparison, _ text: String) -> DayRange? {
        guard let span = span(text), let from = span.from, let through = span.through else { return nil }
        return switch sign {
        case .atLeast: DayRange(from: from, through: nil)
        case .above: DayRange(from: through.adding(days: 1), through: nil)
        case .atMost: DayRange(from: nil, through: through)
        case .below: DayRange(from: nil, through: from.adding(days: -1))
        }
    }

    private func span(_ text: String) -> DayRange? {
        if let date = try? RoughDate(words: text) { return DayRange(from: date.earliest, through: date.latest) }
        return named(text) ?? counted(text)
    }

    private func named(_ text: String) -> DayRange? {
        switch text {
        case "今天", "今日", "today": return days(0, 0)
        case "昨天", "昨日", "yesterday": return days(-1, -1)
        case "前天": return days(-2, -2)
        case "明天", "明日", "tomorrow": return days(1, 1)
        case "本周", "这周", "thisweek": return week(0)
        case "上周", "lastweek": return week(-1)
        case "下周", "nextweek": return week(1)
        case "本月", "这个月", "当月", "thismonth": return months(0, 0)
        case "上月", "上个月", "lastmonth": return months(-1, -1)
        case "下月", "下个月", "nextmonth": return months(1, 1)
        case "本季度", "本季", "thisquarter": return quarter(0)
        case "上季度", "上季", "lastquarter": return quarter(-1)
        case "下季度", "下季", "nextquarter": return quarter(1)
        case "今年", "本年", "thisyear": return years(0)
        case "去年", "上年", "lastyear": return years(-1)
        case "前年": return years(-2)
        case "明年", "nextyear": return years(1)
        default: return nil
        }
    }

    /// `近90天`, `最近三个月`, `last90days`, `未来30天`: up to today, or from today on.
    private func counted(_ text: String) -> DayRange? {
        for (word, direction) in DateWords.directions where text.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            for (unit, kind) in DateWords.units where rest.hasSuffix(unit) {
                guard let count = DateWords.count(rest.dropLast(unit.count)) else { continue }
                return reach(count * direction, kind)
            }
        }
        return nil
    }

    private enum Unit { case days, weeks, months, years }
    private static let directions: [(String, Int)] = [
        ("最近", -1), ("近", -1), ("过去", -1), ("last", -1), ("past", -1), ("未来", 1), ("今后", 1), ("next", 1),
    ]
    private static let units: [(String, Unit)] = [
        ("个月", .months), ("月", .months), ("months", .months), ("month", .months), ("天", .days), ("日", .days), ("days", .days),
        ("day", .days),
        ("个星期", .weeks), ("星期", .weeks), ("周", .weeks), ("weeks", .weeks), ("week", .weeks), ("年", .years), ("years", .years),
        ("year", .years),
    ]
    /// More days back or ahead than this is nobody's question, and sums stay small.
    private static let furthest = 36_500

    private static func count(_ text: Substring) -> Int? {
        let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        if text == "两" { return 2 }
        if text == "半" { return nil }
        if let index = chinese.firstIndex(of: String(text)) { return index + 1 }
        guard let number = Int(text), text.allSatisfy({ $0.isASCII && $0.isNumber }), (1...furthest).contains(number) else { return nil }
        return number
    }

    /// The days from today to so many units away, today included.
    private func reach(_ count: Int, _ unit: Unit) -> DayRange? {
        let far: CivilDate
        switch unit {
        case .days: far = today.adding(days: count < 0 ? count + 1 : count - 1)
        case .weeks: far = today.adding(days: 7 * count + (count < 0 ? 1 : -1))
        case .months, .years:
            guard let date = shifted(months: unit == .years ? count * 12 : count) else { return nil }
            far = date.adding(days: count < 0 ? 1 : -1)
        }
        return count < 0 ? DayRange(from: far, through: today) : DayRange(from: today, through: far)
    }

    private func days(_ from: Int, _ through: Int) -> DayRange {
        DayRange(from: today.adding(days: from), through: today.adding(days: through))
    }

    /// Weeks begin on Monday; 1970-01-01 was a Thursday.
    private func week(_ offset: Int) -> DayRange {
        let sinceMonday = ((today.daysSince1970 + 3) % 7 + 7) % 7
        return days(7 * offset - sinceMonday, 7 * offset - sinceMonday + 6)
    }

    private func quarter(_ offset: Int) -> DayRange? {
        let toFirst = -((today.month - 1) % 3)
        return months(3 * offset + toFirst, 3 * offset + toFirst + 2)
    }

    private func years(_ offset: Int) -> DayRange? {
        guard let first = CivilDate(year: today.year + offset, month: 1, day: 1),
            let last = CivilDate(year: today.year + offset, month: 12, day: 31)
        else { return nil }
        return DayRange(from: first, through: last)
    }

    /// Whole months, counted from this one.
    private func months(_ from: Int, _ through: Int) -> DayRange? {
        guard let first = month(from), let after = month(through + 1) else { return nil }
        return DayRange(from: first, through: after.adding(days: -1))
    }

    /// The first day of the month so many months away.
    private func month(_ offset: Int) -> CivilDate? {
        let months = today.year * 12 + today.month - 1 + offset
        return CivilDate(year: months / 12, month: months % 12 + 1, day: 1)
    }

    /// The same day so many months away, or that month's last one.
    private func shifted(months offset: Int) -> CivilDate? {
        guard let first = month(offset) else { return nil }
        return CivilDate(year: first.year, month: first.month, day: min(today.day, CivilDate.days(inMonth: first.month, of: first.year)))
    }
}
