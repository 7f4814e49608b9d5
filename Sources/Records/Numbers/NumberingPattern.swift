/// How our own numbers of one type are made: fixed text, `{year}` and one `{seq:n}` with at least n digits.
public struct NumberingPattern: Sendable, Hashable {
    public let text: String
    private let parts: [Part]

    private enum Part: Sendable, Hashable { case fixed(String), year, ordinal(digits: Int) }

    /// Most digits of an ordinal.
    static let mostDigits = 9

    /// - Returns: nil unless there is exactly one `{seq:n}` with n from 1 to 9, and at most one `{year}`, and at most 100 bytes.
    public init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            if brace > rest.startIndex { parts.append(.fixed(String(rest[..<brace]))) }
            guard let end = rest[brace...].firstIndex(of: "}"),
                let part = NumberingPattern.placeholder(rest[rest.index(after: brace)..<end])
            else { return nil }
            parts.append(part)
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.fixed(String(rest))) }
        let ordinals = parts.filter { if case .ordinal = $0 { true } else { false } }
        guard ordinals.count == 1, parts.filter({ $0 == .year }).count <= 1, text.utf8.count <= 100 else { return nil }
        self.text = text
        self.parts = parts
    }

    private static func placeholder(_ name: Substring) -> Part? {
        if name == "year" { return .year }
        guard name.hasPrefix("seq:"), let digits = Int(name.dropFirst(4)), (1...mostDigits).contains(digits) else { return nil }
        return .ordinal(digits: digits)
    }

    /// Fewest digits of an ordinal.
    public var digits: Int {
        for case .ordinal(let digits) in parts { return digits }
        return 1
    }

    /// The series of one year.
    public func series(year: Int) -> String { joined(year: padded(year, 4), ordinal: "*") }

    /// The number with this ordinal.
    public func number(year: Int, ordinal: Int) -> String { joined(year: padded(year, 4), ordinal: nil, value: ordinal) }

    private func joined(year: String, ordinal: String?, value: Int = 0) -> String {
        parts.map { part in
            switch part {
            case .fixed(let text): text
            case .year: year
            case .ordinal(let digits): ordinal ?? padded(value, digits)
            }
        }.joined()
    }

    /// Where a number stands in the pattern's order; nil for a number that does not follow it.
    ///
    /// Width and case of letters do not matter, nor do spaces: what is compared is ``matchingKey(_:)``.
    public func place(of number: String) -> Place? {
        var rest = matchingKey(number)[...]
        var year = ""
        var ordinal: Int?
        for (index, part) in parts.enumerated() {
            switch part {
            case .fixed(let text):
                let key = matchingKey(text)
                guard rest.hasPrefix(key) else { return nil }
                rest = rest.dropFirst(key.count)
            case .year:
                year = String(rest.prefix(4))
                guard year.utf8.count == 4, year.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
                rest = rest.dropFirst(4)
            case .ordinal(let digits):
                let run = rest.prefix { $0.isASCII && $0.isNumber }
                let taken = index + 1 < parts.count && parts[index + 1] == .year ? run.dropLast(4) : run
                guard taken.count >= digits, taken.count <= NumberingPattern.mostDigits, taken.count == digits || taken.first != "0",
                    let value = Int(taken),
                    value >= 1
                else { return nil }
                ordinal = value
                rest = rest.dropFirst(taken.count)
            }
        }
        guard rest.isEmpty, let ordinal else { return nil }
        return Place(series: joined(year: year, ordinal: "*"), ordinal: ordinal)
    }
}
