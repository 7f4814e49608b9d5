extension NumberingPattern {
    /// Where a number stands in the order of ours.
    public struct Place: Sendable, Hashable {
        /// All of the number but its ordinal, for which `*` stands; each series counts by itself.
        public let series: String
        /// The running number in it, from 1.
        public let ordinal: Int

        public init(series: String, ordinal: Int) { (self.series, self.ordinal) = (series, ordinal) }
    }
}

extension NumberingPattern.Place {
    /// The place of a number in a series, whatever pattern made it; nil where it does not belong there. What is compared is ``matchingKey(_:)``.
    public init?(of number: String, in series: String) {
        guard let (before, after) = Self.ends(of: series) else { return nil }
        let key = matchingKey(number)
        guard key.utf8.count > before.utf8.count + after.utf8.count, key.hasPrefix(before), key.hasSuffix(after) else { return nil }
        let digits = key.dropFirst(before.count).dropLast(after.count)
        guard digits.utf8.count <= NumberingPattern.mostDigits, digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(digits),
            value >= 1
        else { return nil }
        self.init(series: series, ordinal: value)
    }

    /// Another number of the same series, with so many digits at least.
    public func number(_ ordinal: Int, digits: Int) -> String {
        series.replacing("*", with: padded(ordinal, max(1, digits)), maxReplacements: 1)
    }

    /// How many digits the ordinal has in a number of this series, as that is written.
    public func digits(in number: String) -> Int { matchingKey(number).utf8.count - matchingKey(series).utf8.count + 1 }

    private static func ends(of series: String) -> (before: String, after: String)? {
        guard let star = series.firstIndex(of: "*") else { return nil }
        return (matchingKey(String(series[..<star])), matchingKey(String(series[series.index(after: star)...])))
    }
}
