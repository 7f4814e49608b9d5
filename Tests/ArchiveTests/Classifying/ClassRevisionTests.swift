import Archive
import Records
import Testing

@Suite("Classes are closed, merged and split, and their documents follow by event (R-28)")
struct ClassRevisionTests {
    private func classOf(_ document: DocumentID, _ company: SmallCompany) async throws -> String? {
        try await company.archive.ask(ShowDocument(document), as: .operator).class
    }

    @Test("R-28: merged into another, a class is empty and takes nothing more; withdrawn documents follow too")
    func merge() async throws {
        let company = try await SmallCompany()
        let (archive, first, second) = (company.archive, try company.document, try company.other)
        try await archive.carryOut(ClassifyDocuments([first, second], as: "XS-HT-WB", reason: nil), as: .operator)
        try await archive.carryOut(WithdrawDocument(second, reason: "误归档"), as: .operator)
        let merged = try await archive.carryOut(MergeClass("XS-HT-WB", into: "XS-HT-YB", reason: "不再单列"), as: .operator)
        #expect(merged.version == 2 && merged.classified == 2)
        for document in [first, second] { #expect(try await classOf(document, company) == "XS-HT-YB") }
        let refused = await refusal {
            _ = try await archive.carryOut(ClassifyDocuments([first], as: "XS-HT-WB", reason: nil), as: .operator)
        }
        #expect(refused == .valueRefused)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("R-28: a class is not merged into itself, its own child, a closed one or none, nor while one below it is open; nothing changes")
    func refusedMerges() async throws {
        let company = try await SmallCompany()
        let before = try await company.events()
        for (code, into, expected) in [
            ("XS-HT", "XS-HT-YB", ErrorCode.valueRefused), ("XS-BJ", "XS-BJ", .valueRefused), ("XS-BJ", "XS-WU", .valueRefused),
            ("XS-WU", "XS-BJ", .recordUnknown), ("XS-HT", "XS-BJ", .stateWrong),
        ] {
            let refused = await refusal {
                _ = try await company.archive.carryOut(MergeClass(code, into: into, reason: "并"), as: .operator)
            }
            #expect(refused == expected, "\(code) → \(into)")
        }
        #expect(try await company.events() == before)
    }

    @Test("R-28: split, what a query finds in a class goes into the new one, which keeps by the same rules; the rest stays")
    func split() async throws {
        let company = try await SmallCompany()
        let (archive, first, second) = (company.archive, try company.document, try company.other)
        try await archive.carryOut(ClassifyDocuments([first, second], as: "XS-HT-YB", reason: nil), as: .operator)
        let split = SplitClass(
            "XS-HT-YB", off: "XS-HT-KT", chinese: "空调合同", english: "air conditioning", query: "编号:HT-2026-0001", reason: "单列")
        #expect(try await archive.carryOut(split, as: .operator).classified == 1)
        #expect(try await classOf(first, company) == "XS-HT-KT")
        #expect(try await classOf(second, company) == "XS-HT-YB")
        #expect(try await archive.ask(ShowRetention(of: first), as: .operator).steps.contains { $0.rule == "XS-HT-YB" })
        #expect(await refusal { _ = try await archive.carryOut(split, as: .operator) } == .stateWrong, "a code is never used twice")
    }

    @Test("R-28: a class of which files are not read yet is not split by words, which would miss these; nothing changes")
    func unread() async throws {
        let company = try await SmallCompany()
        let (archive, document) = (company.archive, try company.document)
        try await archive.carryOut(ClassifyDocuments([document], as: "XS-HT-YB", reason: nil), as: .operator)
        let before = try await company.events()
        func split(by query: String, off code: String) -> SplitClass {
            SplitClass("XS-HT-YB", off: code, chinese: "空调", english: "air conditioning", query: query, reason: "单列")
        }
        let refused = await #expect(throws: ArchiveError.self) {
            _ = try await archive.carryOut(split(by: "空调", off: "XS-HT-KT"), as: .operator)
        }
        #expect(refused?.code == .stateWrong && refused?.message.phrase.english.contains("1 documents") == true)
        #expect(try await company.events() == before)
        #expect(try await archive.carryOut(split(by: "编号:HT-2026-0001", off: "XS-HT-BH"), as: .operator).classified == 1)
    }

    @Test("R-28: closed from a day on, a class takes filings until then")
    func close() async throws {
        let company = try await SmallCompany()
        let (archive, document) = (company.archive, try company.document)
        try await archive.carryOut(CloseClass("XS-BJ", on: CivilDate("2999-12-31")), as: .operator)
        try await archive.carryOut(ClassifyDocuments([document], as: "XS-BJ", reason: nil), as: .operator)
        try await archive.carryOut(CloseClass("XS-BJ", on: CivilDate("2020-01-01")), as: .operator)
        let refused = await refusal {
            _ = try await archive.carryOut(ClassifyDocuments([try company.other], as: "XS-BJ", reason: nil), as: .operator)
        }
        #expect(refused == .valueRefused)
        #expect(try await classOf(document, company) == "XS-BJ")
    }

    @Test("A class is suggested by type, party and title of what was classified before, with how many speak for it; nothing is classified")
    func suggestions() async throws {
        let company = try await SmallCompany()
        let archive = company.archive
        let new = try await company.file("新.txt", "空调维保合同书", party: "青禾置业")
        #expect(try await archive.ask(SuggestClass(for: new), as: .operator).suggestions.isEmpty, "nothing is classified yet")
        for number in 1...4 {
            let like = try await company.file("同\(number).txt", "空调维保合同第\(number)份", party: "青禾置业")
            try await archive.carryOut(ClassifyDocuments([like], as: "XS-HT-WB", reason: nil), as: .operator)
        }
        let odd = try await company.file("异.txt", "消防工程合同", party: "海天酒店")
        try await archive.carryOut(ClassifyDocuments([odd], as: "XS-HT-YB", reason: nil), as: .operator)
        let first = try #require(try await archive.ask(SuggestClass(for: new), as: .operator).suggestions.first)
        #expect(first.class == "XS-HT-WB")
        let party = try #require(first.because.first { $0.kind == .party })
        #expect(party.value == "青禾置业" && party.documents == 4 && party.of == 4)
        #expect(first.because.contains { $0.kind == .words } && first.because.contains { $0.kind == .type && $0.of == 5 })
        #expect(try await classOf(new, company) == nil)
        try await archive.carryOut(CloseClass("XS-HT-WB", on: CivilDate("2020-01-01")), as: .operator)
        #expect(try await archive.ask(SuggestClass(for: new), as: .operator).suggestions.map(\.class) == ["XS-HT-YB"])
    }
}
