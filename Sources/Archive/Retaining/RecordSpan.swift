import Records

/// From when until when a paper is about something: from the day on which it was signed until it expired, as far as that is known; else from the day
/// on which it was filed.
struct RecordSpan {
    let begun: CivilDate
    /// `2024`, or `2024–2026`.
    let years: String

    init(signed: RoughDate?, expiry: RoughDate?, filedOn: String) {
        begun = signed?.earliest ?? CivilDate(filedOn) ?? CivilDate(daysSince1970: 0)
        let last = max(expiry?.latest.year ?? begun.year, begun.year)
        years = last == begun.year ? "\(last)" : "\(begun.year)–\(last)"
    }

    init(of document: DocumentView) {
        self.init(signed: document.signed?.date, expiry: document.expiry?.date, filedOn: document.filedOn)
    }
}

extension CivilDate {
    /// Full years from this day until another; 0 where that is none.
    func fullYears(until end: CivilDate) -> Int {
        let isShort = (end.month, end.day) < (month, day)
        return max(0, end.year - year - (isShort ? 1 : 0))
    }
}
