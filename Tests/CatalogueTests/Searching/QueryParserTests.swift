import Records
import Testing

@testable import Catalogue

@Suite
struct QueryParserTests {
    private func parse(_ text: String) -> ParsedQuery { Query(vocabulary: .forTests, today: SearchArchive.today).parse(text) }

    private func text(_ text: String, exact: Bool = false, in column: TextTerm.Column? = nil) -> ParsedQuery.Term {
        .text(TextTerm(text: text, exact: exact, column: column))
    }

    private func day(_ text: String) -> CivilDate? { CivilDate(text) }

    @Test("Words, phrases, OR and - combine")
    func operators() {
        let query = parse("空调 \"维修 合同\" 上海 OR 广州 -草稿 -“旧版”")
        #expect(query.clauses.map(\.negated) == [false, false, false, true, true])
        #expect(
            query.clauses.map(\.alternatives) == [
                [text("空调")], [text("维修 合同", exact: true)], [text("上海"), text("广州")], [text("草稿")], [text("旧版", exact: true)],
            ])
        #expect(query.ignored.isEmpty)
    }

    @Test(
        "A field means the same in both languages, with either colon, and with a blank after it",
        arguments: [
            ("type:contract", "类型：合同"), ("status:in_force", "状态:履行中"), ("status:in_force", "状态： 履行中"),
            ("signed:2022..2023", "签订:2022年至2023年"),
            ("amount:>=100000", "金额：≥10万"), ("amount:100000..500000", "金额:10万..50万"), ("party:华为", "客户：华为"),
            ("number:HT-2024", "编号:HT-2024"),
            ("handler:陈国清", "经办：陳國清"), ("signed:\"last 90 days\"", "签订:近90天"), ("signed:last 90 days", "签订:近90天"),
            ("signed:lastmonth", "签订:上月"),
            ("signed:last year", "签订：去年"), ("confidentiality:secret", "密级:秘密"), ("type:quote", "ＴＹＰＥ：報價書"), ("amount:1280000", "金额:128万"),
            ("type:contract", "type: contract"), ("expiry:next 30 days", "到期:未来30天"),
        ])
    func sameInBothLanguages(_ english: String, _ chinese: String) {
        #expect(parse(english).clauses == parse(chinese).clauses)
        #expect(parse(english).ignored.isEmpty && parse(chinese).ignored.isEmpty)
        #expect(parse(english).clauses.count == 1)
    }

    @Test(
        "Dates are days, months, years, ranges and words",
        arguments: [
            ("2024", "2024-01-01", "2024-12-31"), ("2024-03", "2024-03-01", "2024-03-31"), ("2024-03-01", "2024-03-01", "2024-03-01"),
            ("2022..2023", "2022-01-01", "2023-12-31"), ("..2023", nil, "2023-12-31"), ("2024-02..", "2024-02-01", nil),
            (">=2024-03", "2024-03-01", nil),
            (">2024-03", "2024-04-01", nil), ("<2024", nil, "2023-12-31"), ("<=2024", nil, "2024-12-31"),
            ("近90天", "2026-08-27", "2026-11-24"),
            ("上月", "2026-10-01", "2026-10-31"), ("去年", "2025-01-01", "2025-12-31"), ("今年", "2026-01-01", "2026-12-31"),
            ("本月", "2026-11-01", "2026-11-30"),
            ("上个月", "2026-10-01", "2026-10-31"), ("最近三个月", "2026-08-25", "2026-11-24"), ("today", "2026-11-24", "2026-11-24"),
            ("本周", "2026-11-23", "2026-11-29"),
            ("上季度", "2026-07-01", "2026-09-30"), ("二〇二四年三月", "2024-03-01", "2024-03-31"), ("未来30天", "2026-11-24", "2026-12-23"),
        ] as [(String, String?, String?)])
    func dates(_ value: String, _ from: String?, _ through: String?) {
        let expected = FieldCondition.date(.signed, from: from.flatMap(day), through: through.flatMap(day))
        #expect(parse("signed:\(value)").clauses.map(\.alternatives) == [[.field(expected)]])
    }

    @Test(
        "What cannot be understood is searched as text, and said",
        arguments: [
            ("signed:foo", "foo", IgnoredText.Reason.unknownValue), ("类型:飞船", "飞船", .unknownValue), ("金额:abc", "abc", .unknownValue),
            ("类型:", "类型", .missingValue),
            ("项目：安防", "项目：安防", .unknownField), ("\"没有关上", "没有关上", .openQuote), ("空调 OR", "空调", .danglingOperator),
            ("OR 空调", "空调", .danglingOperator),
            ("空调 ★", "空调", .nothingToSearch), ("- 空调", "空调", .nothingToSearch), ("signed:2024-02-30", "2024-02-30", .unknownValue),
        ])
    func ignored(_ query: String, _ searched: String, _ reason: IgnoredText.Reason) {
        let parsed = parse(query)
        #expect(parsed.ignored.map(\.reason) == [reason])
        let terms = parsed.clauses.flatMap(\.alternatives)
        #expect(terms.map { if case .text(let term) = $0 { term.text } else { "" } } == [searched])
    }

    @Test(
        "Times, addresses and numbers with signs are words, not fields or exclusions",
        arguments: ["10:30", "http://a.cn", "HT-2024-001", "1,280,000", "C++", "甲方（补）"])
    func plainWords(_ word: String) {
        #expect(parse(word).clauses.map(\.alternatives) == [[text(word)]])
        #expect(parse(word).ignored.isEmpty)
    }

    @Test("Fields and text stand in one OR, and - takes fields too")
    func fieldsCombine() {
        let query = parse("类型:合同 OR 华为 -状态:作废")
        #expect(query.clauses.count == 2)
        #expect(query.clauses[0].alternatives.count == 2)
        #expect(query.clauses[1].negated)
    }

    @Test("A query without end is cut, and says so")
    func tooLong() {
        #expect(parse(String(repeating: "空", count: 5000)).ignored.map(\.reason) == [.tooLong])
        let many = parse((0..<200).map { "a\($0)" }.joined(separator: " "))
        #expect(many.clauses.count == Query.mostTerms)
        #expect(many.ignored.map(\.reason) == [.tooLong])
    }
}
