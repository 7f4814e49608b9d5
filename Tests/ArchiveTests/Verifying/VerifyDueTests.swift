import Archive
import Disk
import FileStore
import Journal
import Records
import SystemPackage
import Testing

@Suite("R-55: what was longest unlooked at is looked at again, within a time, and goes on where it was")
struct VerifyDueTests {
    @Test("each run takes those that were longest unlooked at; it is one event; the oldest check is told, also by a catalogue made anew")
    func turns() async throws {
        let company = try await SmallCompany()
        let archive = company.archive
        for number in 1...3 {
            company.clock.move(milliseconds: 86_400_000)
            _ = try await company.file("\(number).txt", "第 \(number) 份")
        }
        let filed = try await archive.ask(ShowStatistics(), as: .operator).counts.oldestCheck
        company.clock.move(milliseconds: 86_400_000)
        var seen: [Timestamp?] = [filed]
        for _ in 0..<5 {
            let before = try await company.events()
            // No time at all is enough for one.
            let run = try await archive.verifyDue(within: 0, by: .operator)
            #expect(run.documents == 1 && run.findings.isEmpty)
            #expect(try await company.events() == before + 1)
            seen.append(run.oldestCheck)
        }
        let times = seen.compactMap(\.self)
        #expect(times == times.sorted() && Set(times).count == 5, "two were filed at once: \(times)")
        _ = try await archive.rebuild(by: .operator)
        #expect(try await archive.ask(ShowStatistics(), as: .operator).counts.oldestCheck == times.last)
        #expect(try await archive.verifyDue(within: 60, by: .operator).documents == 5)
    }

    @Test("damage is located to the file, the event names the document, and the others count as looked at")
    func damage() async throws {
        let company = try await SmallCompany()
        let (archive, document) = (company.archive, try company.document)
        let content = try await archive.open(ContentRequest(document: document), by: .operator)
        let path = content.stored.file.path
        try Disk().removeFile(path)
        try Disk().createFile(path).write(Array("改".utf8), at: 0)
        let run = try await archive.verifyDue(within: 60, by: .operator)
        let places = run.findings.map(\.place)
        #expect(run.documents == 2 && run.findings.allSatisfy { $0.document == document })
        #expect(places.contains { $0.hasPrefix("v1/") }, "\(places)")
        #expect(try await archive.verify([document], by: .operator).findings.map(\.place) == places)
        let events = try await archive.logPage(LogQuery(), after: 0, count: 1000, by: .operator)
        let last = try #require(events.last { $0.header.type.name == "objects.checked/1" })
        #expect(String(decoding: last.payloadBytes ?? [], as: UTF8.self).contains("\"damaged\":[\"\(document)\"]"))
    }

    @Test("whoever may not verify is refused, and nothing is looked at")
    func rights() async throws {
        let company = try await SmallCompany()
        let actor = try await company.account("陈国清", [.salesperson])
        #expect(await refusal { _ = try await company.archive.verifyDue(within: 60, by: actor) } == .notAllowed)
    }
}
