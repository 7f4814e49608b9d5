import Archive
import Records
import Testing

@Suite("A clock that lies behind the journal")
struct ClockTests {
    @Test("stops changes until it is right again, or somebody says which events were wrong")
    func behind() async throws {
        let scratch = try Scratch()
        let clock = TestClock("2026-11-23T08:00:00Z")
        let archive = try scratch.archive(.init(clock: clock))
        clock.move(milliseconds: 3_600_000)
        _ = try await archive.file(Filing(try scratch.file("a.txt", "甲")), by: .operator)
        clock.move(milliseconds: -1_800_000)
        let late = try scratch.file("b.txt", "乙")
        let refusal = await #expect(throws: ArchiveError.self) { try await archive.file(Filing(late), by: .operator) }
        #expect(refusal?.code == .clockBehind)
        let accepted = try await archive.carryOut(AcceptClock(reason: "主板电池换过"), as: .operator)
        #expect(accepted.wrongFrom == accepted.wrongThrough && accepted.wrongFrom == 4)
        _ = try await archive.file(Filing(late), by: .operator)
        let again = await #expect(throws: ArchiveError.self) { try await archive.carryOut(AcceptClock(reason: "再来"), as: .operator) }
        #expect(again?.code == .stateWrong)
    }

    @Test("a minute behind is forgiven: clocks are set back a little now and then")
    func tolerance() async throws {
        let scratch = try Scratch()
        let clock = TestClock("2026-11-23T08:00:00Z")
        let archive = try scratch.archive(.init(clock: clock))
        clock.move(milliseconds: -59_000)
        _ = try await archive.file(Filing(try scratch.file("a.txt", "甲")), by: .operator)
    }
}
