import Foundation
import Records
import Samples
import Testing

@testable import Retention

@Suite("What holds for all facts and rules")
struct RetentionPropertyTests {
    @Test("R-32: every day from 1900 to 2200 is reckoned as an independent calendar does, leap days included")
    func everyDay() throws {
        let calendar = Self.calendar
        let (first, last) = (try #require(CivilDate("1900-01-01")), try #require(CivilDate("2200-12-31")))
        for number in first.daysSince1970...last.daysSince1970 {
            let trigger = CivilDate(daysSince1970: number)
            let (years, months) = (number.magnitude % 31, number.magnitude / 7 % 12)
            let kept = Reckoning.lastDay(after: trigger, .day, years: Int(years), months: Int(months))
            let expected = try #require(
                calendar.date(byAdding: DateComponents(month: Int(years * 12 + months)), to: Self.date(of: trigger)))
            #expect(kept.map(Self.date) == expected, "\(trigger) + \(years) years \(months) months")
            let yearEnd = Reckoning.lastDay(after: trigger, .yearEnd, years: Int(years), months: 0)
            #expect(yearEnd.map { "\($0)" } == "\(trigger.year + Int(years))-12-31")
        }
    }

    @Test(
        "R-34: the longest rule decides, whatever their order; the same facts give the same date", arguments: 1...200 as ClosedRange<UInt64>
    )
    func order(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let facts = Self.facts(&random)
        let rules = (0..<Int.random(in: 1...6, using: &random)).map { Self.rule($0, &random) }
        let first = Self.derive(rules, facts)
        for _ in 0..<5 {
            let other = Self.derive(rules.shuffled(using: &random), facts)
            #expect(other.due == first.due)
            #expect(other.waiting == first.waiting)
        }
        #expect(Self.derive(rules, facts) == first)
        for alone in rules.map({ Self.derive([$0], facts) }) where alone.deciding != nil { #expect(alone.due.rank <= first.due.rank) }
    }

    @Test("a longer period never gives an earlier date", arguments: 1...200 as ClosedRange<UInt64>)
    func longer(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let facts = Self.facts(&random)
        let start = Start.fact(.filed)
        let from = RetentionRule.Beginning.allCases[Int.random(in: 0...1, using: &random)]
        var last = Int.min
        for months in 0...240 {
            let due = Self.derive([RetentionTests.rule("R", start, from, months: months)], facts).due
            #expect(due.rank >= last, "\(months) months")
            last = due.rank
        }
    }

    @Test("a further hold or open matter never makes anything destroyable", arguments: 1...200 as ClosedRange<UInt64>)
    func blocks(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let due = Self.derive([Self.rule(0, &random)], Self.facts(&random)).due
        var blocks = Blocks()
        let day = CivilDate(daysSince1970: Int.random(in: 0...40_000, using: &random))
        for _ in 0..<10 {
            let before = blocks.allowDisposal(of: due, on: day)
            if Bool.random(using: &random) {
                blocks.openMatters.insert(["claim", "complaint", "review"][Int.random(in: 0...2, using: &random)])
            } else {
                let from = Int.random(in: 0...40_000, using: &random)
                let to = Bool.random(using: &random) ? CivilDate(daysSince1970: from + Int.random(in: 0...5000, using: &random)) : nil
                blocks.holds.append(HoldPeriod(from: CivilDate(daysSince1970: from), to: to))
            }
            #expect(before || !blocks.allowDisposal(of: due, on: day))
        }
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    private static func date(of day: CivilDate) -> Date { Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400) }

    private static func derive(_ rules: [RetentionRule], _ facts: RetentionFacts) -> Derivation {
        Derivation(of: rules.map { AppliedRule(rule: $0, source: .own, facts: facts) })
    }

    private static func facts(_ random: inout SeededGenerator) -> RetentionFacts {
        var facts = RetentionFacts()
        facts.dates[.filed] = .day(CivilDate(daysSince1970: Int.random(in: 0...40_000, using: &random)))
        for trigger in Trigger.standard where Int.random(in: 0...2, using: &random) == 0 {
            let day = CivilDate(daysSince1970: Int.random(in: 0...40_000, using: &random))
            let forms: [RoughDate] = [.day(day), .month(year: day.year, month: day.month), .year(day.year)]
            facts.dates[trigger] = forms[Int.random(in: 0...2, using: &random)]
        }
        for circumstance in Circumstance.allCases where Bool.random(using: &random) {
            facts.circumstances[circumstance] = Bool.random(using: &random)
        }
        return facts
    }

    private static func rule(_ index: Int, _ random: inout SeededGenerator) -> RetentionRule {
        let starts = [Start.ended] + Trigger.standard.map { Start.fact($0) }
        let period: RetentionRule.Period =
            Int.random(in: 0...9, using: &random) == 0
            ? .permanent : .lasting(years: Int.random(in: 0...50, using: &random), months: Int.random(in: 0...11, using: &random))
        let conditions: [Condition] =
            Int.random(in: 0...3, using: &random) == 0 ? [.holds(Circumstance.allCases[Int.random(in: 0...6, using: &random)], true)] : []
        return RetentionRule(
            id: "R\(index)", title: "", version: 1, authority: "公司规定", conditions: conditions,
            term: .init(
                start: starts[Int.random(in: 0..<starts.count, using: &random)],
                from: RetentionRule.Beginning.allCases[Int.random(in: 0...1, using: &random)], period: period))
    }
}
