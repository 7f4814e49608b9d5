import Foundation

/// Why words are no sum of money.
public enum AmountProblem: Error, Sendable, Equatable {
    case notUnderstood
    /// More than two decimals: there is nothing smaller than a 分.
    case tooManyDecimals
    case tooLarge
}

extension Amount {
    /// Reads a sum as people write it: `1280000`, `￥1,280,000.00`, `128万`, `12.5万元`, `壹拾贰万捌仟元整`, `US$ 1,000.50`, `EUR 300`.
    ///
    /// Full-width digits count as plain ones. Without a sign of a currency it is CNY.
    /// - Throws: ``AmountProblem``
    public init(words: some StringProtocol) throws(AmountProblem) {
        var rest = matchingKey(String(words))[...]
        var currency = "CNY"
        for (sign, code) in Amount.currencySigns where rest.hasPrefix(sign) {
            (currency, rest) = (code, rest.dropFirst(sign.count))
            break
        }
        for (sign, code) in Amount.currencyEndings where rest.hasSuffix(sign) {
            (currency, rest) = (code ?? currency, rest.dropLast(sign.count))
            guard !sign.contains(where: Amount.yuan.signs.contains) || !rest.contains(where: Amount.yuan.signs.contains) else {
                throw .notUnderstood
            }
            break
        }
        let negative = rest.hasPrefix("-") || rest.hasPrefix("负")
        if negative { rest = rest.dropFirst() }
        let magnitude = if let figures = try Amount.figures(rest) { figures } else { try Amount.chinese(rest) }
        guard let amount = Amount(hundredths: negative ? -magnitude : magnitude, currency: currency) else { throw .notUnderstood }
        self = amount
    }

    /// Longest first. Keys are in the form of ``matchingKey(_:)``.
    private static let currencySigns: [(String, String)] = [
        ("人民币", "CNY"), ("RMB¥", "CNY"), ("RMB", "CNY"), ("CNY", "CNY"), ("CN¥", "CNY"), ("¥", "CNY"), ("￥", "CNY"), ("US$", "USD"),
        ("USD", "USD"),
        ("$", "USD"), ("EUR", "EUR"), ("€", "EUR"), ("HK$", "HKD"), ("HKD", "HKD"), ("JPY", "JPY"), ("GBP", "GBP"), ("£", "GBP"),
    ]
    private static let currencyEndings: [(String, String?)] = [
        ("元人民币", "CNY"), ("美元", "USD"), ("欧元", "EUR"), ("港元", "HKD"), ("港币", "HKD"), ("日元", "JPY"), ("英镑", "GBP"), ("USD", "USD"),
        ("EUR", "EUR"),
        ("CNY", "CNY"), ("RMB", "CNY"), ("元整", nil), ("元正", nil), ("圆整", nil), ("圆正", nil), ("整", nil), ("正", nil), ("元", nil), ("圆", nil),
    ]

    /// `1,280,000.00`, `12.5万`, `1.2亿`; nil where it is not written in figures.
    private static func figures(_ text: Substring) throws(AmountProblem) -> Int64? {
        guard let first = text.first, first.isASCII, first.isNumber || first == "." else { return nil }
        let scale: Int64 = text.hasSuffix("亿") ? 100_000_000 : text.hasSuffix("万") ? 10_000 : text.hasSuffix("千") ? 1000 : 1
        let number = (scale == 1 ? text : text.dropLast()).split(separator: ".", omittingEmptySubsequences: false)
        guard number.count <= 2, let whole = grouped(number[0]) else { throw .notUnderstood }
        let decimals = number.count == 2 ? String(number[1]) : ""
        guard decimals.allSatisfy({ $0.isASCII && $0.isNumber }), number.count == 1 || !decimals.isEmpty else { throw .notUnderstood }
        guard decimals.count <= 10 else { throw .tooManyDecimals }
        let (scaled, isTooLarge) = whole.multipliedReportingOverflow(by: scale * 100)
        let (sum, overflow) = scaled.addingReportingOverflow(try fraction(decimals, of: scale * 100))
        guard !isTooLarge, !overflow else { throw .tooLarge }
        return sum
    }

    /// The decimals' share of a unit of so many hundredths; it must come out even.
    private static func fraction(_ decimals: String, of unit: Int64) throws(AmountProblem) -> Int64 {
        var (sum, place) = (Int64(0), unit)
        for digit in decimals.trimmingSuffix(while: { $0 == "0" }) {
            guard place.isMultiple(of: 10), let value = digit.wholeNumberValue else { throw .tooManyDecimals }
            place /= 10
            sum += Int64(value) * place
        }
        return sum
    }

    /// Digits with or without commas; commas must part groups of three, or of four as some write in Chinese.
    private static func grouped(_ text: Substring) -> Int64? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
        if groups.count > 1 {
            guard let size = groups.last?.count, size == 3 || size == 4, (1...size).contains(groups[0].count),
                groups.dropFirst().allSatisfy({ $0.count == size })
            else { return nil }
        }
        let digits = groups.joined()
        return digits.isEmpty ? 0 : digits.count <= 15 ? Int64(digits) : nil
    }

    /// A word for a power of ten, in hundredths of the currency's unit.
    private struct Unit {
        let signs: Set<Character>
        let value: Int64
    }

    private static let zeros: Set<Character> = ["零", "〇", "○"]
    private static let chineseDigits: [Character: Int64] = [
        "一": 1, "壹": 1, "壱": 1, "二": 2, "贰": 2, "貳": 2, "两": 2, "三": 3, "叁": 3, "參": 3, "四": 4, "肆": 4, "五": 5, "伍": 5,
        "六": 6, "陆": 6, "陸": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
    ]
    private static let wholeUnits = [
        Unit(signs: ["亿", "億"], value: 10_000_000_000), Unit(signs: ["万", "萬"], value: 1_000_000), Unit(signs: ["千", "仟"], value: 100_000),
        Unit(signs: ["百", "佰"], value: 10_000), Unit(signs: ["十", "拾"], value: 1000),
    ]
    private static let yuan = Unit(signs: ["元", "圆"], value: 100)
    private static let parts = [Unit(signs: ["角"], value: 10), Unit(signs: ["分"], value: 1)]

    /// `壹拾贰万捌仟元叁角伍分`, in hundredths.
    private static func chinese(_ text: Substring) throws(AmountProblem) -> Int64 {
        let halves = text.split(omittingEmptySubsequences: false, whereSeparator: yuan.signs.contains)
        guard !text.isEmpty, halves.count <= 2 else { throw .notUnderstood }
        let isPartOnly = halves.count == 1 && text.contains { symbol in parts.contains { $0.signs.contains(symbol) } }
        if isPartOnly { return try value(text, in: parts[...], after: nil) }
        guard !halves[0].isEmpty else { throw .notUnderstood }
        let whole = try value(halves[0], in: wholeUnits[...], after: nil)
        guard whole < 100_000_000_000_000_000 else { throw .tooLarge }
        return halves.count == 1 ? whole : whole + (try value(halves[1], in: parts[...], after: yuan))
    }

    /// What words say that use each of `units`, largest first, at most once.
    ///
    /// - Parameters:
    ///   - above: The unit that stands right before them.
    ///   - isLast: Whether nothing follows, so that a last unit may be left out: 一万二 is 12,000, but nobody knows what 一万二亿 is.
    private static func value(
        _ words: Substring, in units: ArraySlice<Unit>, after above: Unit?, isLast: Bool = true
    ) throws(AmountProblem) -> Int64 {
        guard let place = units.firstIndex(where: { unit in words.contains(where: unit.signs.contains) }) else {
            return try lastDigit(words, after: above, isLast: isLast)
        }
        let (unit, lower) = (units[place], units[(place + 1)...])
        let sides = words.split(omittingEmptySubsequences: false, whereSeparator: unit.signs.contains)
        guard sides.count == 2 else { throw .notUnderstood }
        let takesNumber = unit.value >= 1_000_000
        var factor = takesNumber ? try value(sides[0], in: lower, after: nil, isLast: false) / yuan.value : try digit(sides[0]) ?? 0
        if factor == 0, unit.value == 1000 { factor = 1 }  // 十五
        guard factor > 0 || unit.value < yuan.value else { throw .notUnderstood }
        return factor * unit.value + (try value(sides[1], in: lower, after: unit, isLast: isLast))
    }

    /// A digit without a unit. After 零 it counts ones; right after a unit it counts the next smaller one, which was left unsaid:
    /// 一百零五 is 105, 一百五 is 150, 三元五 is 3.50.
    private static func lastDigit(_ words: Substring, after above: Unit?, isLast: Bool) throws(AmountProblem) -> Int64 {
        guard let first = words.first, let digit = try digit(words) else { return 0 }
        guard let above else { return digit * yuan.value }
        if zeros.contains(first) { return digit * (above.value > yuan.value ? yuan.value : 1) }
        guard above.value > 1, isLast || above.value == 1000 else { throw .notUnderstood }
        return digit * above.value / 10
    }

    /// The one digit of some words, zeros before it passed over; nil where there are only zeros or nothing.
    private static func digit(_ words: Substring) throws(AmountProblem) -> Int64? {
        let rest = words.drop(while: zeros.contains)
        guard let first = rest.first else { return nil }
        guard rest.count == 1, let value = chineseDigits[first] else { throw .notUnderstood }
        return value
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
        String(String(reversed().drop(while: condition)).reversed())
    }
}
