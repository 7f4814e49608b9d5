public import Catalogue
import Exchange
public import Records
import Retention
import Wording

/// What is due as a file for people: a table for spreadsheets, or days for a calendar. It leaves the archive, which is an event (law 2).
public struct ExportDue: Question {
    public typealias Answer = ExportedFile
    public static let operation = Operation.exportLists
    public static var sample: ExportDue { ExportDue(.by(nil), as: .csv, in: .chinese) }

    /// As in a list of what is due.
    public let by: CivilDate?
    public let waiting: String?
    public let unclassified: Bool?
    public let all: Bool?
    public let format: ExportFormat
    /// The language of headings; Chinese without.
    public let language: Tongue?

    public init(_ filter: DueFilter, as format: ExportFormat, in language: Tongue?) {
        let list = ListDue(filter)
        (by, waiting, unclassified, all) = (list.by, list.waiting, list.unclassified, list.all)
        self.format = format
        self.language = language
    }

    public func answer(_ reading: Reading) throws -> ExportedFile {
        let lines = try ListDue(by: by, waiting: waiting, unclassified: unclassified, all: all).answer(reading)
        let form = DueForm(lines, try ShowScheme().answer(reading), try ShowSchedule().answer(reading), tongue)
        return try reading.export(.due, ExportMessage.due, lines: lines.count, as: format, in: tongue) { () throws(ExchangeError) in
            switch format {
            case .csv: form.table.csv(tongue)
            case .xlsx: try form.table.xlsx(tongue, created: reading.now)
            case .ics: form.calendar.ics(stamp: reading.now)
            case .pdf: try form.paper(made: reading.now).pdf(tongue)
            }
        }
    }

    private var tongue: Tongue { language ?? .chinese }
}

/// What is due, as the pieces of a form.
struct DueForm {
    private let lines: [DueLine]
    private let scheme: ShowScheme.Version
    private let schedule: ShowSchedule.Version
    private let tongue: Tongue

    init(_ lines: [DueLine], _ scheme: ShowScheme.Version, _ schedule: ShowSchedule.Version, _ tongue: Tongue) {
        self.lines = lines
        self.scheme = scheme
        self.schedule = schedule
        self.tongue = tongue
    }

    var table: Table {
        Table(
            title: ExportMessage.due.phrase,
            columns: [
                Column(DueWord.dueDay.phrase, weight: 2), Column(DueWord.dueKeptTo.phrase, weight: 2),
                Column(ExportMessage.identifier.phrase, weight: 3), Column(ExportMessage.number.phrase, weight: 3),
                Column(DueWord.dueDocument.phrase, weight: 6), Column(ExportMessage.recordClass.phrase, weight: 3),
                Column(ExportMessage.rule.phrase, weight: 4), Column(DueWord.dueState.phrase, weight: 5),
            ],
            rows: lines.map { line in
                [
                    day(line), line.keptTo.flatMap { CivilDate($0) }.map { .date($0) } ?? .empty, .text("\(line.document)"),
                    line.number.map { .text($0) } ?? .empty, .text(line.title),
                    .text(line.class.map { scheme.name(of: $0).text(tongue) } ?? DueWord.dueUnclassified.text(tongue)),
                    line.rule.map { .text(schedule.title(of: $0)) } ?? .empty, .text(DueState(line).text(tongue)),
                ]
            })
    }

    func paper(made: Timestamp) -> PrintedForm {
        PrintedForm(orientation: .landscape, title: ExportMessage.due.phrase, created: made, blocks: [.table(table)])
    }

    private func day(_ line: DueLine) -> Cell {
        line.due.flatMap { CivilDate($0) }.map { .date($0) } ?? .text(DueDay(line.due).text(tongue))
    }

    /// The first free day of each document that has one.
    var calendar: DayCalendar {
        DayCalendar(
            name: ExportMessage.due.text(tongue),
            events: lines.compactMap { line in
                line.due.flatMap { CivilDate($0) }.map { day in
                    DayCalendar.Event(
                        uid: "\(line.document.compact)-due@muniment", day: day, summary: ExportMessage.free(line.title).text(tongue),
                        description: [line.number, "\(line.document)", DueState(line).text(tongue)].compactMap(\.self).filter {
                            !$0.isEmpty
                        }
                        .joined(separator: "\n"))
                }
            })
    }
}
