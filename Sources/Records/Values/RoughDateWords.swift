/// Words that name no date, or none that exists.
public struct DateProblem: Error, Sendable, Equatable {}

extension RoughDate {
    /// Reads a date as people write it: `2024-03-01`, `2024/3/1`, `2024.3`, `20240301`, `2024年3月1日`, `2024年`, `二〇二四年三月一日`.
    ///
    /// - Throws: ``DateProblem``, also for a day that does not exist.
    public init(words: some StringProtocol) throws(DateProblem) {
        var text = RoughDate.plainDigits(matchingKey(String(words)))
        if text.hasSuffix("日") || text.hasSuffix("号") { text.removeLast() }
        for sign in ["年", "月", "/", "."] { text = text.replacing(sign, with: "-") }
        if text.hasSuffix("-") { text.removeLast() }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
        if parts.count == 1, parts[0].count == 8 {
            try self.init([Array(parts[0][0..<4]), Array(parts[0][4..<6]), Array(parts[0][6..<8])])
        } else {
            try self.init(parts)
        }
    }

    private init(_ parts: [[UInt8]]) throws(DateProblem) {
        let numbers = parts.compactMap { decimal($0[...]) }
        guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4,
            parts.dropFirst().allSatisfy({ $0.count <= 2 })
        else { throw DateProblem() }
        let normal = ([padded(numbers[0], 4)] + numbers.dropFirst().map { padded($0, 2) }).joined(separator: "-")
        guard let date = RoughDate(normal) else { throw DateProblem() }
        self = date
    }

    /// Chinese digits as plain ones: `二〇二四年十二月三十一日` becomes `2024年12月31日`.
    private static func plainDigits(_ text: String) -> String {
        let digits: [Character: Int] = ["〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9]
        var result = ""
        let symbols = Array(text)
        for (index, symbol) in symbols.enumerated() {
            if let digit = digits[symbol] {
                result += String(digit)
            } else if symbol == "十" {
                let before = index > 0 && digits[symbols[index - 1]] != nil
                let after = index + 1 < symbols.count && digits[symbols[index + 1]] != nil
                result += before ? (after ? "" : "0") : (after ? "1" : "10")
            } else {
                result.append(symbol)
            }
        }
        return result
    }
}
