import Records
import Testing

@Suite("R-4: our own numbers follow a pattern")
struct NumberingTests {
    @Test("a number that follows the pattern has a place; others have none")
    func places() throws {
        let pattern = try #require(NumberingPattern("HT-{year}-{seq:4}"))
        for number in ["HT-2026-0013", "ｈｔ-2026-0013", "ht - 2026 - 0013"] {
            #expect(pattern.place(of: number)?.series == "HT-2026-*", "\(number)")
            #expect(pattern.place(of: number)?.ordinal == 13, "\(number)")
        }
        #expect(pattern.place(of: "HT-2026-12345")?.ordinal == 12345)
        for other in ["HT-2026-013", "HT-2026-00013", "HT-26-0013", "HT-2026-0013（补）", "02091-C-71", "HT-2026-0000"] {
            #expect(pattern.place(of: other) == nil, "\(other)")
        }
        #expect(pattern.number(year: 2026, ordinal: 7) == "HT-2026-0007")
    }

    @Test("a number belongs to a series whatever the pattern is now, and another of the series is written as it is")
    func series() throws {
        for (number, ordinal) in [("HT-2026-0013", 13), ("ｈｔ-2026-13", 13), ("HT-2026-123456789", 123_456_789)] {
            #expect(NumberingPattern.Place(of: number, in: "HT-2026-*")?.ordinal == ordinal, "\(number)")
        }
        for other in ["HT-2026-", "HT-2026-0000", "HT-2026-1234567890", "HT-2025-0013", "HT-2026-0013（补）", "HT-2026-−1"] {
            #expect(NumberingPattern.Place(of: other, in: "HT-2026-*") == nil, "\(other)")
        }
        let place = try #require(NumberingPattern.Place(of: "0013/2026", in: "*/2026"))
        #expect(place.digits(in: "0013/2026") == 4)
        #expect(place.number(7, digits: 4) == "0007/2026" && place.number(12345, digits: 4) == "12345/2026")
    }

    @Test(
        "patterns without exactly one ordinal are refused",
        arguments: ["HT-{year}", "{seq:4}{seq:4}", "{seq:0}", "{seq:x}", "{year}{year}{seq:4}", "HT-{seq:4"])
    func patterns(_ text: String) {
        #expect(NumberingPattern(text) == nil)
    }
}
