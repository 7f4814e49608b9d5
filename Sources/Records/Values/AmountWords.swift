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
        return try sum(try product(whole, scale * 100), try fraction(decimals, of: scale * 100))
    }

    private static func product(_ left: Int64, _ right: Int64) throws(AmountProblem) -> Int64 {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        if overflow { throw .tooLarge }
        return product
    }

    private static func sum(_ left: Int64, _ right: Int64) throws(AmountProblem) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        if overflow { throw .tooLarge }
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

    private static let chineseDigits: [Character: Int64] = [
        "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "壱": 1, "二": 2, "贰": 2, "貳": 2, "两": 2, "三": 3, "叁": 3, "參": 3, "四": 4, "肆": 4, "五": 5,
        "伍": 5,
        "六": 6, "陆": 6, "陸": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
    ]
    private static let chineseUnits: [Character: Int64] = ["十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000]

    /// `壹拾贰万捌仟元叁角伍分`, in hundredths.
    private static func chinese(_ text: Substring) throws(AmountProblem) -> Int64 {
        guard !text.isEmpty else { throw .notUnderstood }
        var (total, section, digit): (Int64, Int64, Int64?) = (0, 0, nil)
        var fen: Int64 = 0
        var sawYuan = false
        for symbol in text {
            if let value = chineseDigits[symbol] {
                guard digit == nil || digit == 0 else { throw .notUnderstood }
                digit = value
            } else if let unit = chineseUnits[symbol] {
                guard !sawYuan, unit == 10 || digit ?? 0 > 0 else { throw .notUnderstood }
                section += (digit ?? 1) * unit
                digit = nil
            } else if symbol == "万" || symbol == "萬" || symbol == "亿" || symbol == "億" {
                let unit: Int64 = symbol == "万" || symbol == "萬" ? 10_000 : 100_000_000
                guard !sawYuan, section + (digit ?? 0) > 0 else { throw .notUnderstood }
                let part = section + (digit ?? 0)
                total = unit == 10_000 ? try sum(total, try product(part, unit)) : try product(total + part, unit)
                (section, digit) = (0, nil)
            } else if symbol == "元" || symbol == "圆" {
                guard !sawYuan else { throw .notUnderstood }
                (total, section, digit, sawYuan) = (total + section + (digit ?? 0), 0, nil, true)
            } else if symbol == "角" || symbol == "分", let value = digit {
                if !sawYuan, total + section > 0 { throw .notUnderstood }
                fen += symbol == "角" ? value * 10 : value
                (digit, sawYuan) = (nil, true)
            } else {
                throw .notUnderstood
            }
            guard total < 1_000_000_000_000_000, section < 1_000_000_000_000_000 else { throw .tooLarge }
        }
        return (total + section + (digit ?? 0)) * 100 + fen
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
        String(String(reversed().drop(while: condition)).reversed())
    }
}
