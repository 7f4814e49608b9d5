import Records
import Testing

@testable import Retention

/// The worked dates of the requirements, row by row.
@Suite("R-31 to R-35: the worked dates")
struct WorkedDatesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let facts: [Trigger: String]
        let rules: [RetentionRule]
        var blocks = Blocks()
        let keptTo: String?
        let due: String

        var testDescription: String { name }
    }

    private static let yearEnd10 = rule("XS-HT-YB", .ended, .yearEnd, years: 10)
    private static let day3 = rule("XS-BJ", .fact(.filed), .day, years: 3)
    private static let award3 = rule("XS-TB-LB", .fact(.awarded), .day, years: 3)

    static let rows: [Row] = [
        Row(name: "performed 2013-05-20", facts: [.performed: "2013-05-20"], rules: [yearEnd10], keptTo: "2023-12-31", due: "2024-01-01"),
        Row(
            name: "an invoice of accounting year 2015 in its dossier", facts: [.accountingYear: "2015", .performed: "2013-05-20"],
            rules: [rule("XS-CW-PZ", .fact(.accountingYear), .yearEnd, years: 30), yearEnd10], keptTo: "2045-12-31", due: "2046-01-01"),
        Row(
            name: "performed on New Year's Eve", facts: [.performed: "2023-12-31"], rules: [yearEnd10], keptTo: "2033-12-31",
            due: "2034-01-01"),
        Row(
            name: "performed on New Year's Day", facts: [.performed: "2024-01-01"], rules: [yearEnd10], keptTo: "2034-12-31",
            due: "2035-01-01"),
        Row(
            name: "expired on a leap day", facts: [.expired: "2016-02-29"], rules: [rule("R", .ended, .day, years: 1)],
            keptTo: "2017-02-28",
            due: "2017-03-01"),
        Row(
            name: "six months from 31 August", facts: [.event("质保"): "2024-08-31"],
            rules: [rule("R", .fact(.event("质保")), .day, months: 6)], keptTo: "2025-02-28", due: "2025-03-01"),
        Row(
            name: "performed in 2022, the day unknown", facts: [.performed: "2022"], rules: [rule("R", .ended, .day, years: 3)],
            keptTo: "2025-12-31", due: "2026-01-01"),
        Row(name: "in force without an end", facts: [.signed: "2020-01-01"], rules: [yearEnd10], keptTo: nil, due: "waiting ended"),
        Row(name: "a quote without a contract", facts: [.filed: "2021-03-15"], rules: [day3], keptTo: "2024-03-15", due: "2024-03-16"),
        Row(
            name: "the same quote with a contract in its dossier", facts: [.filed: "2021-03-15", .performed: "2022-12-31"],
            rules: [day3, yearEnd10], keptTo: "2032-12-31", due: "2033-01-01"),
        Row(name: "an award known to the month", facts: [.awarded: "2020-06"], rules: [award3], keptTo: "2023-06-30", due: "2023-07-01"),
        Row(
            name: "an important framework contract", facts: [:],
            rules: [
                RetentionRule(
                    id: "XS-HT-ZY", title: "", version: 1, authority: "10号令", term: .init(start: .ended, from: .yearEnd, period: .permanent)
                )
            ],
            keptTo: nil, due: "never"),
        Row(
            name: "the rule changed from ten to fifteen years", facts: [.performed: "2013-05-20"],
            rules: [rule("XS-HT-YB", .ended, .yearEnd, years: 15)], keptTo: "2028-12-31", due: "2029-01-01"),
    ]

    @Test(arguments: rows)
    func workedDate(_ row: Row) throws {
        let facts = RetentionFacts(dates: row.facts.compactMapValues { RoughDate($0) })
        let derivation = Derivation(of: row.rules.map { AppliedRule(rule: $0, source: .own, facts: facts) })
        switch derivation.due {
        case .date(let keptTo, let due):
            #expect("\(keptTo)" == row.keptTo)
            #expect("\(due)" == row.due)
        case .never: #expect(row.due == "never")
        case .waiting: #expect("waiting " + derivation.waiting.sorted().joined(separator: " ") == row.due)
        }
    }

    @Test("12,000.00 unpaid: due, and a claim blocks (R-35)")
    func claim() throws {
        let due = try Self.contractDue()
        let day = try #require(CivilDate("2026-01-01"))
        let blocks = Blocks(openMatters: ["claim"])
        #expect(!blocks.allowDisposal(of: due, on: day))
        #expect(blocks.names(on: day) == ["claim"])
        #expect(Blocks().allowDisposal(of: due, on: day))
    }

    @Test("a hold from 2023-11-01, lifted on 2025-04-02: from that day on it may be disposed of (R-38)")
    func hold() throws {
        let due = try Self.contractDue()
        let blocks = Blocks(holds: [HoldPeriod(from: try day("2023-11-01"), to: try day("2025-04-02"))])
        #expect(!blocks.allowDisposal(of: due, on: try day("2024-01-01")))
        #expect(!blocks.allowDisposal(of: due, on: try day("2025-04-01")))
        #expect(blocks.allowDisposal(of: due, on: try day("2025-04-02")))
        #expect(blocks.names(on: try day("2023-10-31")).isEmpty)
        #expect(blocks.names(on: try day("2023-11-01")) == ["hold"])
    }

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func contractDue() throws -> DueDate {
        let facts = RetentionFacts(dates: [.performed: try #require(RoughDate("2013-05-20"))])
        return Derivation(of: [AppliedRule(rule: yearEnd10, source: .own, facts: facts)]).due
    }
}

/// A rule of one term.
func rule(_ id: String, _ start: Start, _ from: RetentionRule.Beginning, years: Int = 0, months: Int = 0) -> RetentionRule {
    RetentionRule(
        id: id, title: id, version: 1, authority: "公司规定",
        term: .init(start: start, from: from, period: .lasting(years: years, months: months)))
}
