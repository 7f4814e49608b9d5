import Archive
import Records
import Wording

/// What is asked of the page.
struct DueAsked: Codable {
    let show: DueChoice?
    /// The day by which; today without.
    let by: String?

    var choice: DueChoice { show ?? .by }

    func filter() throws(ArchiveError) -> DueFilter {
        switch choice {
        case .by: .by(try day())
        case .waiting: .waiting(nil)
        case .unclassified: .unclassified
        case .all: .all
        }
    }

    /// Where the same list is as a file.
    func address(of format: ExportFormat, _ tongue: Tongue) -> String {
        let filter =
            switch choice {
            case .by: (by ?? "").isEmpty ? "" : "&by=\(PercentText.encoded(by ?? ""))"
            case .waiting: "&waiting=any"
            case .unclassified: "&unclassified=true"
            case .all: "&all=true"
            }
        return "/api/v1/due/export?format=\(format.rawValue)&language=\(tongue.rawValue)\(filter)"
    }

    /// - Throws: ``ArchiveError`` `.valueRefused`. An emptied field is none.
    private func day() throws(ArchiveError) -> CivilDate? {
        guard let by, !by.isEmpty else { return nil }
        guard let day = CivilDate(by) else { throw .parameterRefused("by", by, remedy: Remedy.dayForm) }
        return day
    }
}

/// What `due.mustache` calls: what is due, how much of it in which year and class, and what is in the way.
struct DuePage {
    struct Line {
        let address: String
        let name: String
        let number: String?
        let day: String
        let keptTo: String
        let recordClass: String
        let rule: String?
        let state: String
    }
    struct Export {
        let name: String
        let address: String
    }
    /// A bar of the chart, in units of its drawing.
    struct Bar {
        let year: String
        let top: Int
        let baseline: Int
        let width: Int
        let countAt: Int
        let documents: Int
        /// Whether some of them are free today.
        let isFree: Bool
    }
    struct ClassRow {
        let name: String
        let free: Int
        let blocked: String
        let later: Int
        let never: Int
        let waiting: Int
    }

    let choices: [Choice]
    let by: String
    let heading: String
    let found: String
    let lines: [Line]
    let hasLines: Bool
    let exports: [Export]
    let mayExport: Bool
    let bars: [Bar]
    let chartHeight: Int
    let hasYears: Bool
    let classes: [ClassRow]
    let hasClasses: Bool

    /// Most lines and bars that are shown; the whole list is at the command line and over HTTP.
    static let mostLines = 200
    private static let mostBars = 40
    private static let rowHeight = 24
    private static let longestBar = 240

    init(_ asked: DueAsked, _ due: [DueLine], _ counts: [DueCount], standards: Standards, for viewer: Viewer) {
        let tongue = viewer.tongue
        choices = DueChoice.allCases.map { Choice(code: $0.rawValue, name: $0.text(tongue), isChosen: $0 == asked.choice) }
        by = asked.by ?? ""
        heading = asked.choice.text(tongue)
        found = DueMessage.found(due.count, shown: min(due.count, Self.mostLines)).text(tongue)
        lines = due.prefix(Self.mostLines).map { Line($0, standards, tongue) }
        hasLines = !lines.isEmpty
        exports = ExportFormat.allCases.map { Export(name: $0.text(tongue), address: asked.address(of: $0, tongue)) }
        mayExport = hasLines && viewer.may(.exportLists)
        bars = Self.bars(counts)
        chartHeight = max(1, bars.count) * Self.rowHeight
        hasYears = !bars.isEmpty
        classes = Self.classes(counts, standards.scheme, tongue)
        hasClasses = !classes.isEmpty
    }

    /// One bar for each year in which something becomes free, the earliest first.
    static func bars(_ counts: [DueCount]) -> [Bar] {
        let years = Dictionary(counts.compactMap { count in Int(count.year).map { ($0, count.documents) } }, uniquingKeysWith: +)
        let free = Set(counts.filter { $0.free > 0 }.compactMap { Int($0.year) })
        let most = years.values.max() ?? 1
        return years.sorted { $0.key < $1.key }.prefix(mostBars).enumerated().map { index, year in
            let width = max(2, year.value * longestBar / most)
            return Bar(
                year: "\(year.key)", top: index * rowHeight + 4, baseline: index * rowHeight + 17, width: width, countAt: 64 + width + 8,
                documents: year.value, isFree: free.contains(year.key))
        }
    }

    private static func classes(_ counts: [DueCount], _ names: ShowScheme.Version, _ tongue: Tongue) -> [ClassRow] {
        Dictionary(grouping: counts, by: { $0.class ?? "" }).sorted { $0.key < $1.key }.map { code, counts in
            func documents(_ isIn: (String) -> Bool) -> Int { counts.reduce(0) { $0 + (isIn($1.year) ? $1.documents : 0) } }
            let blocked = counts.reduce(into: [String: Int]()) { $0.merge($1.blocked, uniquingKeysWith: +) }
            return ClassRow(
                name: code.isEmpty ? DueWord.dueUnclassified.text(tongue) : names.name(of: code).text(tongue),
                free: counts.reduce(0) { $0 + $1.disposable },
                blocked: blocked.isEmpty ? "0" : Blockers(counts: blocked).text(tongue),
                later: documents { Int($0) != nil } - counts.reduce(0) { $0 + $1.free }, never: documents { $0 == "never" },
                waiting: documents { $0 == "waiting" })
        }
    }
}

/// The scheme and the schedule in force, by which codes have names.
struct Standards: Sendable {
    let scheme: ShowScheme.Version
    let schedule: ShowSchedule.Version
}

extension DuePage.Line {
    fileprivate init(_ line: DueLine, _ standards: Standards, _ tongue: Tongue) {
        address = "/documents/\(line.document)"
        name = line.title
        number = line.number
        day = DueDay(line.due).text(tongue)
        keptTo = line.keptTo ?? "–"
        recordClass = line.class.map { standards.scheme.name(of: $0).text(tongue) } ?? DueWord.dueUnclassified.text(tongue)
        rule = line.rule.map { standards.schedule.title(of: $0) }
        state = DueState(line).text(tongue)
    }
}
