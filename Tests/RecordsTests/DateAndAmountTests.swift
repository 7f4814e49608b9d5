import Records
import Testing

@Suite("R-8: dates and sums as people write them")
struct DateAndAmountTests {
    @Test("every day from 1900 to 2200 has one number and one name")
    func everyDay() throws {
        var day = try #require(CivilDate(year: 1900, month: 1, day: 1))
        let last = try #require(CivilDate(year: 2200, month: 12, day: 31))
        while day < last {
            let next = day.adding(days: 1)
            #expect(next > day && CivilDate(daysSince1970: next.daysSince1970) == next && CivilDate(next.description) == next)
            day = next
        }
        #expect(CivilDate("1970-01-01")?.daysSince1970 == 0)
        #expect(CivilDate("2024-02-29") != nil && CivilDate("2100-02-29") == nil)
    }

    @Test(
        "dates in words",
        arguments: [
            ("2024-03-01", "2024-03-01"), ("2024/3/1", "2024-03-01"), ("2024.3.1", "2024-03-01"), ("20240301", "2024-03-01"),
            ("2024年3月1日", "2024-03-01"),
            ("2024年3月", "2024-03"), ("2024年", "2024"), ("2024", "2024"), ("二〇二四年三月一日", "2024-03-01"), ("二〇二四年十二月三十一日", "2024-12-31"),
            ("２０２４年３月１日", "2024-03-01"), ("二零二四年十月二十日", "2024-10-20"),
        ])
    func dates(_ words: String, _ normal: String) throws {
        #expect(try RoughDate(words: words).description == normal)
    }

    @Test("dates that do not exist are refused", arguments: ["2024-02-30", "2024-13-01", "明天", "", "24-3-1", "2024年13月", "2024-1-1-1"])
    func wrongDates(_ words: String) {
        #expect(throws: DateProblem.self) { try RoughDate(words: words) }
    }

    @Test("a day beyond the calendar is its first or last one", arguments: [Int.min, -719_163, 2_932_897, Int.max])
    func beyondTheCalendar(_ days: Int) throws {
        let end = days < 0 ? "0001-01-01" : "9999-12-31"
        #expect(CivilDate(daysSince1970: days).description == end)
        #expect(try #require(CivilDate("2024-02-29")).adding(days: days < 0 ? .min : .max).description == end)
    }

    @Test(
        "sums beyond what can be counted are refused", arguments: ["922337203.99亿", "九百万一亿一亿", "999999999999999亿", "99999999999999999999"])
    func tooLarge(_ words: String) {
        #expect(throws: AmountProblem.self) { try Amount(words: words) }
    }

    @Test("R-33: the latest day an approximate date can mean")
    func latest() throws {
        #expect(try RoughDate(words: "2020-06").latest.description == "2020-06-30")
        #expect(try RoughDate(words: "2024-02").latest.description == "2024-02-29")
        #expect(try RoughDate(words: "2022").latest.description == "2022-12-31")
    }

    @Test(
        "sums in figures and words",
        arguments: [
            ("1280000", "CNY 1280000.00"), ("￥1,280,000.00", "CNY 1280000.00"), ("¥1,280,000", "CNY 1280000.00"),
            ("128万", "CNY 1280000.00"), ("12.5万元", "CNY 125000.00"),
            ("1.2亿", "CNY 120000000.00"), ("壹拾贰万捌仟元整", "CNY 128000.00"), ("人民币捌拾肆万肆仟贰佰陆拾元整", "CNY 844260.00"), ("叁佰元伍角陆分", "CNY 300.56"),
            ("US$ 1,000.50", "USD 1000.50"), ("EUR 300", "EUR 300.00"), ("１２８０元", "CNY 1280.00"), ("十五万元", "CNY 150000.00"),
            ("壹亿零伍万元整", "CNY 100050000.00"),
            ("-300", "CNY -300.00"), ("0.5", "CNY 0.50"),
        ])
    func amounts(_ words: String, _ normal: String) throws {
        #expect(try Amount(words: words).description == normal)
    }

    @Test("what is no sum is refused", arguments: ["abc", "", "1.234", "12,34", "壹贰", "万元", "1e5", "99999999999999999999"])
    func wrongAmounts(_ words: String) {
        #expect(throws: AmountProblem.self) { try Amount(words: words) }
    }

    @Test("the normal form is read back exactly")
    func roundTrip() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<1000 {
            let amount = try #require(Amount(hundredths: Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)))
            #expect(Amount(normal: amount.description) == amount, "\(amount)")
        }
    }
}
