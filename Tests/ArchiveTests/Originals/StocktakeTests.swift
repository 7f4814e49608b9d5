import Archive
import Records
import Testing

@Suite("R-20: stock is taken of a place, and differences wait for somebody to settle them", .timeLimit(.minutes(5)))
struct StocktakeTests {
    @Test("what was not seen and what is registered elsewhere is named, until something is done with it")
    func differences() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        var originals: [OriginalID] = []
        for (title, place) in [("甲", "档案室-3柜-1层"), ("乙", "档案室-3柜-2层"), ("丙", "档案室-4柜"), ("丁", "档案室-30柜")] {
            let document = try await archive.file(Filing(try office.scratch.file("\(title).txt", title), title: title), by: .operator)
                .document.id
            let original = try #require(
                try await archive.carryOut(RegisterOriginals(document, .paper, copies: 1), as: office.archivist).first?.id)
            try await archive.carryOut(ShelveOriginal(original, at: place), as: office.archivist)
            originals.append(original)
        }
        // As a scanner reads labels: words around the identifier, blank lines, one read twice.
        let seen = "\u{FEFF}原件 \(originals[0]) 1/1\n\n\(originals[2])\n\(originals[0])\n"
        let taken = try await archive.carryOut(TakeStock(at: "档案室-3柜", seen: seen), as: office.archivist)
        #expect(taken.right == 1 && taken.by == "李档" && taken.number == 1)
        #expect(
            taken.differences.map(\.kind) == [.notSeen, .elsewhere] && taken.differences.map(\.original.id) == [originals[1], originals[2]])
        try await archive.carryOut(MissOriginal(originals[1], reason: "盘点未见"), as: office.archivist)
        try await archive.carryOut(ShelveOriginal(originals[2], at: "档案室-3柜-1层"), as: office.archivist)
        let listed = try await archive.ask(ListStocktakes(), as: .operator)
        #expect(listed.first?.differences.map(\.isSettled) == [true, true])
        let again = TakeStock(at: "档案室-3柜", seen: "\(originals[0])\n\(originals[2])")
        #expect(try await archive.carryOut(again, as: office.archivist).differences.isEmpty)
        #expect(try await archive.verify(by: .operator).findings.isEmpty)
    }

    @Test("a label of another archive is named with its line, and nothing is recorded")
    func foreign() async throws {
        let office = try await DisposalOffice()
        let archive = try office.open()
        for seen in ["\(OriginalID.sample)", "\n\n设备铭牌 X-100", "D-7K3M-9QXT-2VHT"] {
            let refused = await refusal { try await archive.carryOut(TakeStock(at: "档案室", seen: seen), as: office.archivist) }
            #expect(refused?.code == (seen.hasPrefix("O-") ? .recordUnknown : .valueRefused), "\(seen)")
        }
        #expect(await refusal { try await archive.carryOut(TakeStock(at: "档案室", seen: ""), as: office.assistant) }?.code == .notAllowed)
        #expect(try await archive.ask(ListStocktakes(), as: .operator).isEmpty)
    }
}
