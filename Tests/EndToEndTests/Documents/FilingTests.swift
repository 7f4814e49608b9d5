import Foundation
import Testing

@Suite("Filing, as the sales assistant does it, at either door")
struct FilingTests {
    @Test("R-1: what was filed comes back byte for byte, in any version", arguments: Door.allCases)
    func roundTrip(_ door: Door) async throws {
        let desk = try await Desk(door)
        let first = try desk.write("合同 初稿.txt", "甲方与乙方")
        let id = try await desk.done(.file(first, words: ["type": "contract", "number": "HT-2026-0001", "party": "华为"])).id
        let second = try desk.write("合同 第二稿.txt", "甲方与乙方，修订")
        try await desk.done(.version(id, second, "修订"))
        #expect(try await desk.content(id, "合同 第二稿.txt", version: 2) == Data("甲方与乙方，修订".utf8))
        #expect(try await desk.content(id, "合同 初稿.txt", version: 1) == Data("甲方与乙方".utf8))
    }

    @Test("R-6: a version that follows another than its maker believes is refused, and nothing is made", arguments: Door.allCases)
    func staleVersion(_ door: Door) async throws {
        let desk = try await Desk(door)
        let id = try await desk.done(.file(try desk.write("a.txt", "一"))).id
        try await desk.done(.version(id, try desk.write("b.txt", "二"), "修订", expected: 1))
        try await desk.refused(.version(id, try desk.write("c.txt", "三"), "修订", expected: 1), "M110")
        #expect(try await desk.done(.versions(id)).list.map { $0["number"] as? Int } == [1, 2])
    }

    @Test("R-6: the document itself is shown first, also where a version replaces it and keeps what goes with it")
    func mainFileFirst() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("合同.txt", "一"), try program.write("附图.txt", "图"))
        let replaced = try program.write("合同.txt", "二")
        #expect(try await program.run("version", id, replaced, "--keep", "--reason", "修订").exitCode == 0)
        let shown = try await program.run("show", id).output.split(separator: "\n").filter { $0.contains(".txt") }
        #expect(shown.map { $0.contains("合同.txt") } == [true, false, true, false])
        let versions = try await program.run("versions", id).output.split(separator: "\n").filter { $0.contains("合同.txt, 附图.txt") }
        #expect(versions.count == 2)
    }

    @Test("get refuses to overwrite a file (exit 73) and leaves it as it was")
    func noOverwriting() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "内容"))
        let taken = try program.write("taken.txt", "别人的")
        #expect(try await program.run("get", id, "--output", taken).exitCode == 73)
        #expect(try String(contentsOfFile: taken, encoding: .utf8) == "别人的")
    }

    @Test("R-5: the same bytes again are refused, naming the document that holds them", arguments: Door.allCases)
    func duplicateBytes(_ door: Door) async throws {
        let desk = try await Desk(door)
        let id = try await desk.done(.file(try desk.write("a.txt", "一样的"))).id
        let again = try desk.write("b.txt", "一样的")
        let refused = try await desk.do(.file(again))
        #expect(refused.refusal == "M107")
        #expect((refused["duplicates"] as? [[String: Any]])?.first?["id"] as? String == id)
        try await desk.done(.file([again], allowDuplicate: true))
    }

    @Test(
        "R-5: the same key with the same request gives the first answer again; with another request it is refused",
        arguments: Door.allCases)
    func idempotentKey(_ door: Door) async throws {
        let desk = try await Desk(door)
        let filing = Deed.file(try desk.write("a.txt", "一次")).under("k-1")
        let first = try await desk.done(filing).id
        #expect(try await desk.done(filing).id == first)
        try await desk.refused(.file(try desk.write("b.txt", "另一个")).under("k-1"), "M109")
        let edit = Deed.edit(first, ["note": "备注"], "补记").under("k-2")
        let edited = try await desk.done(edit)
        #expect(try await desk.done(edit)["changedBy"] as? Int == edited["changedBy"] as? Int)
        try await desk.refused(.edit(first, ["note": "又一个"], "补记").under("k-2"), "M109")
    }

    @Test("R-4: a long run of skipped numbers is told whole: as one line for people, by its ends and its length for programs")
    func longGaps() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("b.txt", "乙"), "--number", "HT-2026-0003")
        _ = try await program.file(try program.write("c.txt", "丙"), "--number", "HT-2026-30003")
        let words = try await program.run("number", "gaps").output
        #expect(words.contains("HT-2026-0004 … HT-2026-30002（29999 个）"), "\(words)")
        let gaps = try #require(try await program.run("number", "gaps", "--json").json["gaps"] as? [[String: Any]])
        let runs = gaps.filter { $0["count"] != nil }
        #expect(runs.count == 1 && runs[0]["number"] as? String == "HT-2026-0004" && runs[0]["through"] as? String == "HT-2026-20002")
        let told = gaps.reduce(0) { $0 + ($1["count"] as? Int ?? 1) }
        #expect(runs[0]["count"] as? Int == 19_999 && told >= 29_999 && gaps.last?["number"] as? String == "HT-2026-30002")
    }

    @Test("R-4: our own number is never used twice, gaps are listed, and a reserved one may be used", arguments: Door.allCases)
    func numbers(_ door: Door) async throws {
        let desk = try await Desk(door)
        let numbered = { (number: String) in ["type": "contract", "number": number] }
        try await desk.done(.file(try desk.write("a.txt", "甲"), words: numbered("HT-2026-0003")))
        try await desk.refused(.file(try desk.write("b.txt", "乙"), words: numbered("ht-2026-0003"), allowDuplicate: true), "M108")
        #expect(try await desk.done(.reserve("HT-2026-0002"))["number"] as? String == "HT-2026-0002")
        try await desk.done(.explain("HT-2026-0001", "作废"))
        let gaps = try await desk.done(.gaps).list
        #expect(gaps.map { "\($0["number"] ?? "") \($0["state"] ?? "")" } == ["HT-2026-0001 explained", "HT-2026-0002 reserved"])
        try await desk.done(.file(try desk.write("c.txt", "丙"), words: numbered("HT-2026-0002")))
    }

    @Test("R-4: numbers given out under an earlier pattern stay ours: never used twice, and gaps among them are listed and explained")
    func earlierPattern() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("a.txt", "甲"), "--number", "HT-2026-0003")
        #expect(try await program.run("number", "pattern", "HT{year}/{seq:5}").exitCode == 0)
        let twice = try await program.run(
            "file", try program.write("b.txt", "乙"), "--type", "contract", "--number", "HT-2026-0003", "--allow-duplicate", "--json")
        #expect(twice.error["code"] as? String == "M108")
        for number in ["HT-2026-0001", "HT-2026-0002"] {
            #expect(try await program.run("number", "gaps").output.contains(number))
            #expect(try await program.run("number", "explain", number, "--reason", "作废").exitCode == 0)
        }
        let next = try await program.run("number", "reserve", "--json").json["number"] as? [String: Any]
        #expect((next?["number"] as? String)?.hasSuffix("/00001") == true)
        // What is given out now is written as numbers are written now.
        for earlier in ["HT-2026-0004", "HT2026/7"] {
            #expect(try await program.run("number", "reserve", "--number", earlier, "--json").error["code"] as? String == "M106")
        }
        let chosen = try await program.run("number", "reserve", "--number", "ｈt 2026/00007", "--json").json["number"] as? [String: Any]
        #expect(chosen?["number"] as? String == "HT2026/00007")
        #expect(try await program.run("number", "explain", "XX-2026-0001", "--reason", "作废", "--json").error["code"] as? String == "M106")
        #expect(try await program.run("verify", "--json").json["catalogue"] as? String == "compared")
        #expect(try await program.run("verify").exitCode == 0)
    }

    @Test("R-8: rough dates and sums in words keep both the words and what they mean", arguments: Door.allCases)
    func roughValues(_ door: Door) async throws {
        let desk = try await Desk(door)
        let words = ["type": "contract", "signed": "2024年3月", "amount": "壹拾贰万捌仟元整"]
        let id = try await desk.done(.file(try desk.write("a.txt", "甲"), words: words)).id
        let document = try await desk.done(.show(id))
        #expect(document["signed"] as? [String: String] == ["written": "2024年3月", "date": "2024-03"])
        #expect(document["amount"] as? [String: String] == ["written": "壹拾贰万捌仟元整", "value": "128000.00", "currency": "CNY"])
    }

    @Test("R-7: a withdrawn document leaves the search, its bytes stay, and it can be brought back", arguments: Door.allCases)
    func withdrawal(_ door: Door) async throws {
        let desk = try await Desk(door)
        let id = try await desk.done(.file(try desk.write("a.txt", "甲"), words: ["type": "contract", "title": "误归的合同"])).id
        try await desk.done(.withdraw(id, "误归档"))
        #expect(try await desk.done(.search("误归的合同"))["total"] as? Int == 0)
        #expect(try await desk.content(id, "a.txt") == Data("甲".utf8))
        try await desk.done(.reinstate(id, "恢复"))
        #expect(try await desk.done(.search("误归的合同"))["total"] as? Int == 1)
    }

    @Test(
        "Names are kept as given: Chinese, spaces, emoji, NFC and NFD side by side, reserved on Windows, 255 bytes",
        arguments: Door.allCases)
    func names(_ door: Door) async throws {
        let desk = try await Desk(door)
        let names = [
            "合同 2024（补）.docx", "caf\u{E9}.txt", "cafe\u{301}.txt", "CON", "trailing dot.", "😀.txt", "a;b,\"c\".txt",
            String(repeating: "长", count: 85),
        ]
        let paths = try names.enumerated().map { try desk.write($0.element, "内容 \($0.offset)") }
        let id = try await desk.done(.file(paths, words: ["type": "other"])).id
        for (index, name) in names.enumerated() {
            #expect(try await desk.content(id, name) == Data("内容 \(index)".utf8), "\(name)")
        }
        #expect((try await desk.done(.verify)["findings"] as? [Any])?.isEmpty == true)
    }

    @Test("a phrase is not found across the border of two cells or paragraphs, and is within one")
    func borders() async throws {
        let program = try await Program()
        let csv = try program.write("设备.csv", "名称,备注\n中央空,调试完成\n冷却塔,机组\n")
        #expect(try await program.run("file", csv, "--type", "other").exitCode == 0)
        for (query, total) in [("中央空", 1), ("调试完成", 1), ("空调", 0), ("完成冷却", 0), ("塔机", 0)] {
            #expect(try await program.run("search", "\"\(query)\"", "--json").json["total"] as? Int == total, "\(query)")
        }
    }
}
