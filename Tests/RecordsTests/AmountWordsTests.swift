import Records
import Samples
import Testing

/// Sums in Chinese words: a writer of them, against the reader.
@Suite("Sums in words")
struct AmountWordsTests {
    @Test(
        "A unit left unsaid is the next smaller one; after 零 there are ones",
        arguments: [
            ("一百五", "150"), ("一百五元", "150"), ("三千五", "3500"), ("两万五", "25000"), ("一万二", "12000"), ("一亿二", "120000000"),
            ("十二万五", "125000"), ("三元五", "3.50"), ("三元五角二", "3.52"), ("一百零五", "105"), ("一万零五", "10005"), ("一万零五十", "10050"),
            ("十五", "15"), ("一百十五", "115"), ("一百零十五", "115"), ("五元零三分", "5.03"), ("两千零五万", "20050000"), ("一千万", "10000000"),
            ("零", "0"), ("五角", "0.50"), ("〇元五角", "0.50"),
        ])
    func spoken(words: String, sum: String) throws {
        #expect(try Amount(words: words) == Amount(words: sum))
    }

    @Test(
        "What can be read in two ways, or in none, is refused",
        arguments: ["一万二亿", "三千五万", "百", "万", "一亿二亿", "一万亿一亿", "一百二千", "一二", "二〇二四", "一元二元", "三百五角", "五分三", "五零", "元五"])
    func ambiguous(words: String) {
        #expect(throws: AmountProblem.self) { try Amount(words: words) }
    }

    @Test("Every sum that is written in words is read again, with units unsaid or not, in plain and in financial numerals")
    func everySum() throws {
        var generator = SeededGenerator(seed: 8)
        for round in 0..<20_000 {
            let digits = Int.random(in: 1...12, using: &generator)
            var sum = Int64.random(in: 0..<power(digits), using: &generator)
            if round.isMultiple(of: 2) { sum -= sum % power(Int.random(in: 0...digits, using: &generator)) }
            let words = Words(financial: Bool.random(using: &generator))
            for written in [words.whole(sum), words.unsaid(sum)].compactMap({ $0 }) {
                #expect(try Amount(words: written).hundredths == sum * 100, "\(written)")
                #expect(try Amount(words: written + "元整").hundredths == sum * 100, "\(written)")
            }
            let fen = Int64.random(in: 1...99, using: &generator)
            let written = words.whole(sum) + "元" + words.fraction(fen)
            #expect(try Amount(words: written).hundredths == sum * 100 + fen, "\(written)")
        }
    }

    private func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { value, _ in value * 10 } }
}

/// Writes sums in words, as a textbook does it.
private struct Words {
    let financial: Bool
    private var digits: [String] {
        financial
            ? ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] : ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    }
    private var units: [(Int64, String)] {
        [(100_000_000, "亿"), (10_000, "万"), (1000, financial ? "仟" : "千"), (100, financial ? "佰" : "百"), (10, financial ? "拾" : "十")]
    }

    func whole(_ sum: Int64) -> String {
        guard let (unit, sign) = units.first(where: { sum >= $0.0 }) else { return digits[Int(sum)] }
        let rest = sum % unit
        let gap = rest > 0 && rest < unit / 10 ? digits[0] : ""
        return whole(sum / unit) + sign + gap + (rest > 0 ? whole(rest) : "")
    }

    /// With the last unit unsaid, where speech leaves it so: the last digit stands in the place right below the unit before it.
    func unsaid(_ sum: Int64) -> String? {
        let written = whole(sum)
        guard let last = units.first(where: { written.hasSuffix($0.1) }) else { return nil }
        let shorter = String(written.dropLast())
        guard let before = shorter.dropLast().last, let unit = units.first(where: { $0.1 == String(before) }) else { return nil }
        return unit.0 == last.0 * 10 ? shorter : nil
    }

    func fraction(_ fen: Int64) -> String {
        let (tens, ones) = (Int(fen / 10), Int(fen % 10))
        return (tens > 0 ? digits[tens] + "角" : digits[0]) + (ones > 0 ? digits[ones] + "分" : "")
    }
}
