public import Catalogue
public import Records
import Wording

/// Sets the next number of a type aside, or a given one that is free.
public struct ReserveNumber: Change {
    public typealias Answer = NumberView
    public static let operation = Operation.reserveNumber
    public static var sample: ReserveNumber { ReserveNumber(of: "合同") }

    /// A type's code or one of its names in either language, as in all that is said of numbers.
    public let type: String
    /// This number rather than the next.
    public let number: String?
    /// What for.
    public let reason: String?

    public init(of type: String, number: String? = nil, reason: String? = nil) {
        self.type = type
        self.number = number
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reading = decision.reading
        let type = try reading.vocabulary.required(type)
        let reason = try reason.map { try Words.reason($0) }
        let pattern = try reading.pattern(of: type)
        let chosen =
            try number.map { try reading.written(try Words.text($0, "number"), by: pattern) }
            ?? reading.nextNumber(of: type, year: decision.today.year) ?? ""
        guard try reading.taken(chosen, of: type) == nil else { throw Self.taken(chosen) }
        try decision.state(NumberReserved(type: type, number: chosen, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> NumberView {
        try reading.view(ofNumber: try events.the(NumberReserved.self).number)
    }

    static func taken(_ number: String) -> ArchiveError {
        ArchiveError(.numberTaken, ArchiveMessage.numberTaken(number), remedy: Remedy.chooseAnotherNumber, subject: number)
    }
}

/// Says why a number stays without a document: 作废 or the like.
public struct ExplainNumber: Change {
    public typealias Answer = NumberView
    public static let operation = Operation.explainNumber
    public static var sample: ExplainNumber { ExplainNumber("HT-2026-0002", of: "合同", reason: "作废") }

    public let number: String
    public let type: String
    public let reason: String

    public init(_ number: String, of type: String, reason: String) {
        self.number = number
        self.type = type
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let type = try decision.reading.vocabulary.required(type)
        let (reason, number) = (try Words.reason(reason), try Words.text(number, "number"))
        try decision.reading.refuseNotOurs(number, of: type)
        let taken = try decision.reading.taken(number, of: type)
        guard taken?.state != .used, taken.map({ matchingKey($0.number) == matchingKey(number) }) ?? true else {
            throw ReserveNumber.taken(number)
        }
        try decision.state(NumberExplained(type: type, number: number, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> NumberView {
        try reading.view(ofNumber: try events.the(NumberExplained.self).number)
    }
}

/// Gives a type another pattern; numbers given out before stay taken.
public struct SetNumbering: Change {
    public typealias Answer = Numbering
    public static let operation = Operation.setNumbering
    public static var sample: SetNumbering { SetNumbering(of: "合同", pattern: "HT-{year}-{seq:4}") }

    public let type: String
    /// `HT-{year}-{seq:4}`
    public let pattern: String

    public init(of type: String, pattern: String) {
        self.type = type
        self.pattern = pattern
    }

    /// The pattern of a type.
    public struct Numbering: Sendable, Codable, Hashable {
        public let type: DocumentType
        /// `HT-{year}-{seq:4}`
        public let pattern: String
    }

    public func decide(_ decision: Decision) throws {
        let type = try decision.reading.vocabulary.required(type)
        // In the name of a series, `*` stands for the ordinal.
        guard let pattern = NumberingPattern(pattern), !pattern.text.contains("*") else {
            throw ArchiveError(.valueRefused, ArchiveMessage.patternRefused(pattern), subject: "pattern")
        }
        try decision.state(NumberingSet(type: type, pattern: pattern.text))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> Numbering {
        let event = try events.the(NumberingSet.self)
        return Numbering(type: event.type, pattern: event.pattern)
    }
}

/// Numbers without a document (漏号): reserved, explained, or skipped without a word.
public struct ListNumberGaps: Question {
    public typealias Answer = [NumberView]
    public static let operation = Operation.listNumbers
    public static var sample: ListNumberGaps { ListNumberGaps(of: nil) }

    public let type: String?
    /// How many of a run of skipped numbers, the last ones, are listed one by one; those before them are told as one element. At least 0;
    /// no request says it.
    public private(set) var oneByOne = usual

    /// So many for programs, which read numbers: a typing error of a digit must not make a list of millions.
    public static let usual = 10_000

    public init(of type: String?, oneByOne: Int = usual) { (self.type, self.oneByOne) = (type, max(0, oneByOne)) }

    private enum CodingKeys: String, CodingKey { case type }

    public func answer(_ reading: Reading) throws -> [NumberView] {
        try reading.numberGaps(of: try type.map { try reading.vocabulary.required($0) }, oneByOne: oneByOne)
    }
}
