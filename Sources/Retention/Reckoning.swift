import Records

/// The arithmetic of civil dates (R-32; the Civil Code's articles 201 to 203 reckon alike).
enum Reckoning {
    /// The last day on which something must be kept; nil beyond the calendar's year 9999.
    static func lastDay(after trigger: CivilDate, _ from: RetentionRule.Beginning, years: Int, months: Int) -> CivilDate? {
        switch from {
        case .day: shifted(trigger, years: years, months: months)
        case .yearEnd: shifted(firstDay(after: trigger), years: years, months: months).map { $0.adding(days: -1) }
        }
    }

    /// The day on which a period begins to run: the day after the fact's, or 1 January after it.
    static func beginning(after trigger: CivilDate, _ from: RetentionRule.Beginning) -> CivilDate {
        from == .day ? trigger.adding(days: 1) : firstDay(after: trigger)
    }

    private static func firstDay(after trigger: CivilDate) -> CivilDate {
        CivilDate(year: trigger.year, month: 12, day: 31)?.adding(days: 1) ?? trigger
    }

    /// The same day so many years and months later, or the month's last day where there is none.
    private static func shifted(_ date: CivilDate, years: Int, months: Int) -> CivilDate? {
        let month = date.year * 12 + date.month - 1 + years * 12 + months
        let (year, inYear) = (month / 12, month % 12 + 1)
        return CivilDate(year: year, month: inYear, day: min(date.day, CivilDate.days(inMonth: inYear, of: year)))
    }
}
