import Exchange
import Foundation
import Records
import Samples
import Testing

@Suite("Whatever a text is, each form of it can be made, is sound, and is the same each time")
struct AnyTextTests {
    private func form(of text: String) -> PrintedForm {
        let phrase = Phrase(text, text)
        let signOff = SignOff(person: text, account: text, time: Papers.moment, offset: 8 * 3600, digest: .sample)
        return PrintedForm(
            title: phrase, subtitle: text, footer: text, created: Papers.moment,
            blocks: [
                .facts([PrintedForm.Fact(phrase, text)]), .paragraph(heading: phrase, text), .table(Papers.table(of: text)),
                .signatures([SignatureBox(role: phrase, name: text, post: text, date: Papers.day, signOff: signOff)]),
            ])
    }

    /// Makes all four and has each read by somebody else's program.
    private func make(_ text: String) throws {
        let event = DayCalendar.Event(uid: text, day: Papers.day, summary: text, description: text)
        let table = Papers.table(of: text)
        #expect(!table.csv(.english).isEmpty)
        #expect(!DayCalendar(name: text, events: [event]).ics(stamp: Papers.moment).isEmpty)
        let reading =
            "import sys, zipfile, xml.dom.minidom as m; z = zipfile.ZipFile(sys.argv[1]); [m.parseString(z.read(n)) for n in z.namelist()]"
        _ = try Tool.output("python3", ["-c", reading], on: table.xlsx(.chinese, created: Papers.moment))
        let pdf = try form(of: text).pdf(.chinese)
        #expect(try Tool.output("qpdf", ["--check"], on: pdf).contains("No syntax or stream encoding errors"))
    }

    @Test("texts that nobody would write on purpose", arguments: HostileText.fixed)
    func fixed(_ text: String) throws { try make(text) }

    @Test("made-up texts of all scripts, emoji, combining and control characters", arguments: UInt64(1)...12)
    func random(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        try make(HostileText.random(&generator))
    }

    @Test("the same twice, byte for byte, and at the same time")
    func deterministic() async throws {
        let form = Papers.form(.landscape, rows: 60, more: [Papers.opinion, Papers.signatures])
        let table = Papers.table(rows: 60)
        let (pdf, xlsx) = (try form.pdf(.chinese), try table.xlsx(.chinese, created: Papers.moment))
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for other in 0..<8 {
                group.addTask {
                    // What else is made meanwhile, of another day and of other texts, must change nothing.
                    _ = try Papers.table(rows: other).xlsx(.english, created: Timestamp(milliseconds: Int64(other) * 1_000_000_000))
                    return try form.pdf(.chinese) == pdf && table.xlsx(.chinese, created: Papers.moment) == xlsx
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
        #expect(table.csv(.chinese) == Papers.table(rows: 60).csv(.chinese))
    }
}
