import Records
import Testing

@Suite("JSON from outside is checked before anything is read from it")
struct StrictJSONTests {
    private func problem(_ text: String, limit: Int = 1000) -> StrictJSON.Problem? {
        do throws(StrictJSON.Problem) { try StrictJSON.check(Array(text.utf8), limit: limit) } catch { return error }
        return nil
    }

    @Test(
        "what is one value without members twice passes",
        arguments: ["{}", #"{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}"#, "[]", #""a""#, " null "])
    func passes(_ text: String) { #expect(problem(text) == nil) }

    @Test(
        "a member that stands twice is named, however it is spelt",
        arguments: [
            (#"{"a": 1, "a": 2}"#, "a"), (#"{"a": [{"b": {"c": 1, "\u0063": 1}}]}"#, "a.b.c"),
            ("{\"\u{E9}\": 1, \"e\u{301}\": 2}", "e\u{301}"),
        ])
    func twice(_ text: String, _ member: String) { #expect(problem(text) == .memberTwice(member)) }

    @Test("what is too large, too deep or no JSON is refused")
    func refused() {
        #expect(problem("[1, 2]", limit: 5) == .tooLarge(limit: 5))
        let deep = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(problem(deep(StrictJSON.deepest)) == nil)
        #expect(problem(deep(StrictJSON.deepest + 2)) == .tooDeep(limit: StrictJSON.deepest))
        for text in ["", "{", "{a: 1}", "[1,]", "{} {}", "\u{FEFF}{}"] {
            #expect(problem(text) != nil, "\(text)")
        }
    }

    @Test("a text of more values than are allowed is refused where the first too many stands")
    func tooMuch() throws {
        let text = Array("[[],[],[]]".utf8)
        #expect(try JSONText(text, most: 4).elements?.count == 3)
        let failure = #expect(throws: JSONText.Failure.self) { try JSONText(text, most: 3) }
        #expect(failure?.isTooMuch == true && failure?.offset == 7)
    }
}
