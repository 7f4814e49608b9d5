import Foundation
import Records
public import Retention
import Wording

/// A line of `muniment schedule try`: the question as JSON, and its answer as JSON (`docs/retention.md`).
public struct TrialLine: Sendable {
    public let trial: Trial
    private let id: TextOrNumber

    /// Reads a question.
    ///
    /// - Parameter number: The line's number, for messages.
    /// - Throws: ``ArchiveError`` `.valueRefused`, naming line and member.
    public init(_ text: String, number: Int) throws(ArchiveError) {
        guard (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any] else {
            throw ArchiveError(.valueRefused, ScheduleMessage.notJSON(line: number), remedy: ScheduleRemedy.trialForm, subject: "\(number)")
        }
        let written: Written
        do { written = try JSONDecoder().decode(Written.self, from: Data(text.utf8)) } catch {
            throw TrialReader(line: number).missing(TrialReader.member(error))
        }
        trial = try TrialReader(line: number).read(written)
        id = written.id
    }

    /// The answer, on one line.
    public var answer: String {
        let answer = trial.answer
        var (due, keptTo): (String?, String?) = (nil, nil)
        switch answer.derivation.due {
        case .never: due = "never"
        case .waiting: break
        case .date(let last, let first): (due, keptTo) = ("\(first)", "\(last)")
        }
        let object = Answer(
            id: id, due: due, keptTo: keptTo, waiting: answer.derivation.waiting.sorted(), blockedBy: answer.blockedBy.sorted(),
            disposable: answer.disposable)
        return (try? CanonicalJSON.text(object)) ?? "{}"
    }

    private struct Answer: Encodable {
        let id: TextOrNumber
        let due: String?
        let keptTo: String?
        let waiting: [String]
        let blockedBy: [String]
        let disposable: Bool

        enum Key: String, CodingKey { case id, due, keptTo, waiting, blockedBy, disposable }

        // Written out, because what is nil must be said to be null.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(id, forKey: .id)
            try container.encode(due, forKey: .due)
            try container.encode(keptTo, forKey: .keptTo)
            try container.encode(waiting, forKey: .waiting)
            try container.encode(blockedBy, forKey: .blockedBy)
            try container.encode(disposable, forKey: .disposable)
        }
    }

    /// The line as it is written.
    struct Written: Decodable {
        let id: TextOrNumber
        let asOf: String
        let facts: [String: TextOrNumber]?
        let rules: [Rule]
        let openMatters: [String]?
        let holds: [Hold]?

        struct Rule: Decodable {
            let id: TextOrNumber
            let start: String?
            let from: String?
            let period: Period
        }

        struct Hold: Decodable {
            let from: String
            let to: String?
        }

        enum Period: Decodable {
            case word(String)
            case lasting(years: Int, months: Int)

            private enum Key: String, CodingKey { case years, months }

            init(from decoder: any Decoder) throws {
                if let word = try? decoder.singleValueContainer().decode(String.self) {
                    self = .word(word)
                } else {
                    let container = try decoder.container(keyedBy: Key.self)
                    self = .lasting(
                        years: try container.decodeIfPresent(Int.self, forKey: .years) ?? 0,
                        months: try container.decodeIfPresent(Int.self, forKey: .months) ?? 0)
                }
            }
        }

    }
}

/// A text, or a whole number meant as one: `"accountingYear": 2015`. It is given back as it came.
struct TextOrNumber: Codable, Sendable {
    let text: String
    private let isNumber: Bool

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try? container.decode(String.self)
        isNumber = text == nil
        self.text = try text ?? "\(container.decode(Int.self))"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if isNumber, let number = Int(text) { try container.encode(number) } else { try container.encode(text) }
    }
}

/// Checks what a trial's line says.
private struct TrialReader {
    let line: Int

    func read(_ written: TrialLine.Written) throws(ArchiveError) -> Trial {
        var facts = RetentionFacts()
        for (name, value) in (written.facts ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let trigger = Trigger(named: name) else {
                throw refused(.factUnknown(line: line, name), .starts(Trigger.standard.map(\.name)), name)
            }
            facts.dates[trigger] = try date(value.text, "facts.\(name)", onlyYear: trigger == .accountingYear)
        }
        var rules: [RetentionRule] = []
        for rule in written.rules { rules.append(try self.rule(rule)) }
        var holds: [HoldPeriod] = []
        for hold in written.holds ?? [] { holds.append(try self.hold(hold)) }
        guard let asOf = CivilDate(written.asOf) else {
            throw refused(.dateUnknown(line: line, member: "asOf", value: written.asOf), .dates, "asOf")
        }
        return Trial(
            id: written.id.text, asOf: asOf, facts: facts, rules: rules,
            blocks: Blocks(openMatters: Set(written.openMatters ?? []), holds: holds))
    }

    private func rule(_ written: TrialLine.Written.Rule) throws(ArchiveError) -> RetentionRule {
        let period = try self.period(written)
        // What is kept for ever need not say from when.
        let start = try self.start(written.start ?? (period == .permanent ? Trigger.filed.name : ""))
        let from = written.from ?? (period == .permanent ? "day" : "")
        guard let beginning = RetentionRule.Beginning(rawValue: from) else {
            throw refused(.beginningUnknown(line: line, from), .beginnings, "from")
        }
        return RetentionRule(
            id: written.id.text, title: "", version: 1, authority: "", term: .init(start: start, from: beginning, period: period))
    }

    private func start(_ name: String) throws(ArchiveError) -> Start {
        guard let start = Start(named: name) else {
            throw refused(.startUnknown(line: line, name), .starts(["ended"] + Trigger.standard.map(\.name)), "start")
        }
        return start
    }

    private func period(_ written: TrialLine.Written.Rule) throws(ArchiveError) -> RetentionRule.Period {
        switch written.period {
        case .word("permanent"): return .permanent
        case .lasting(let years, let months):
            let longest = RetentionRule.Period.longest
            if (0...longest).contains(years), (0...longest * 12).contains(months), years * 12 + months <= longest * 12 {
                return .lasting(years: years, months: months)
            }
        case .word: break
        }
        throw refused(.periodRefused(line: line, rule: written.id.text), .periods, "period")
    }

    private func hold(_ written: TrialLine.Written.Hold) throws(ArchiveError) -> HoldPeriod {
        let from = try date(written.from, "holds.from").earliest
        let to = try written.to.map { text throws(ArchiveError) in try date(text, "holds.to").latest }
        if let to, to < from { throw refused(.holdEndsBeforeItBegins(line: line), .trialForm, "holds") }
        return HoldPeriod(from: from, to: to)
    }

    private func date(_ text: String, _ member: String, onlyYear: Bool = false) throws(ArchiveError) -> RoughDate {
        guard let date = RoughDate(text), !onlyYear || date == .year(date.latest.year) else {
            throw refused(.dateUnknown(line: line, member: member, value: text), .dates, member)
        }
        return date
    }

    func missing(_ member: String) -> ArchiveError { refused(.memberMissing(line: line, member: member), .trialForm, member) }

    private func refused(_ message: ScheduleMessage, _ remedy: ScheduleRemedy, _ subject: String) -> ArchiveError {
        ArchiveError(.valueRefused, message, remedy: remedy, subject: subject)
    }

    /// The member that a decoder could not read.
    static func member(_ error: any Error) -> String {
        let path: [any CodingKey] =
            switch error as? DecodingError {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath
            default: []
            }
        return path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}
