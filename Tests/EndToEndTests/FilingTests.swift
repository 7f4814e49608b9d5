import Foundation
import Testing

@Suite("Filing, as the sales assistant does it")
struct FilingTests {
    @Test("R-1: what was filed comes back byte for byte, in any version")
    func roundTrip() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("合同 第一稿.txt", "甲方与乙方"), "--number", "HT-2026-0001", "--party", "华为")
        let second = try program.write("合同 第二稿.txt", "甲方与乙方，修订")
        #expect(try await program.run("version", id, second, "--reason", "修订").exitCode == 0)
        #expect(try await program.run("get", id, "--output", "-").output == "甲方与乙方，修订")
        #expect(try await program.run("get", id, "--version", "1", "--output", "-").output == "甲方与乙方")
    }

    @Test("get refuses to overwrite a file (exit 73) and leaves it as it was")
    func noOverwriting() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "内容"))
        let taken = try program.write("taken.txt", "别人的")
        #expect(try await program.run("get", id, "--output", taken).exitCode == 73)
        #expect(try String(contentsOfFile: taken, encoding: .utf8) == "别人的")
    }

    @Test("R-5: the same bytes again are refused with exit 65, naming the document that holds them")
    func duplicateBytes() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "一样的"))
        let again = try program.write("b.txt", "一样的")
        let answer = try await program.run("file", again, "--type", "contract", "--json", "--no-extract")
        #expect(answer.exitCode == 65)
        #expect(answer.json["document"] is NSNull)
        #expect((answer.json["duplicates"] as? [[String: Any]])?.first?["id"] as? String == id)
        #expect(answer.error["code"] as? String == "M107")
        #expect(try await program.run("file", again, "--type", "contract", "--allow-duplicate", "--no-extract").exitCode == 0)
    }

    @Test("R-5: the same key with the same request gives the first answer again; with another request it is refused")
    func idempotentKey() async throws {
        let program = try await Program()
        let path = try program.write("a.txt", "一次")
        let first = try await program.file(path, "--key", "k-1")
        #expect(try await program.file(path, "--key", "k-1") == first)
        let other = try await program.run(
            "file", try program.write("b.txt", "另一个"), "--type", "contract", "--key", "k-1", "--json", "--no-extract")
        #expect(other.exitCode == 65)
        #expect(other.error["code"] as? String == "M109")
    }

    @Test("R-4: our own number is never used twice, gaps are listed, and a reserved one may be used")
    func numbers() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("a.txt", "甲"), "--number", "HT-2026-0003")
        let again = try await program.run(
            "file", try program.write("b.txt", "乙"), "--type", "contract", "--number", "ht-2026-0003", "--allow-duplicate", "--json",
            "--no-extract")
        #expect(again.exitCode == 65)
        let reserved = try await program.run("number", "reserve", "--number", "HT-2026-0002")
        #expect(reserved.output == "HT-2026-0002\n")
        #expect(try await program.run("number", "explain", "HT-2026-0001", "--reason", "作废").exitCode == 0)
        let gaps = try await program.run("number", "gaps", "--json")
        let list = try #require(gaps.json["gaps"] as? [[String: Any]])
        #expect(list.map { "\($0["number"] ?? "") \($0["state"] ?? "")" } == ["HT-2026-0001 explained", "HT-2026-0002 reserved"])
        _ = try await program.file(try program.write("c.txt", "丙"), "--number", "HT-2026-0002")
    }

    @Test("R-8: rough dates and sums in words keep both the words and what they mean")
    func roughValues() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "甲"), "--signed", "2024年3月", "--amount", "壹拾贰万捌仟元整")
        let shown = try await program.run("show", id, "--json")
        let document = try #require(shown.json["document"] as? [String: Any])
        #expect(document["signed"] as? [String: String] == ["written": "2024年3月", "date": "2024-03"])
        #expect(document["amount"] as? [String: String] == ["written": "壹拾贰万捌仟元整", "value": "128000.00", "currency": "CNY"])
    }

    @Test("R-7: a withdrawn document leaves the search, its bytes stay, and it can be brought back")
    func withdrawal() async throws {
        let program = try await Program()
        let id = try await program.file(try program.write("a.txt", "甲"), "--title", "误归的合同")
        #expect(try await program.run("withdraw", id, "--reason", "误归档").exitCode == 0)
        #expect(try await program.run("search", "误归的合同", "--json").json["total"] as? Int == 0)
        #expect(try await program.run("get", id, "--output", "-").output == "甲")
        #expect(try await program.run("withdraw", id, "--reason", "恢复", "--back").exitCode == 0)
        #expect(try await program.run("search", "误归的合同", "--json").json["total"] as? Int == 1)
    }

    @Test("Names are kept as given: Chinese, spaces, emoji, NFC and NFD side by side, reserved on Windows, 255 bytes")
    func names() async throws {
        let program = try await Program()
        let names = [
            "合同 2024（补）.docx", "caf\u{E9}.txt", "cafe\u{301}.txt", "CON", "trailing dot.", "😀.txt", String(repeating: "长", count: 85),
        ]
        let paths = try names.enumerated().map { try program.write($0.element, "内容 \($0.offset)") }
        let answer = try await program.run(["file"] + paths + ["--type", "other", "--json", "--no-extract"])
        #expect(answer.exitCode == 0, "\(answer.errors)")
        let document = try #require(answer.json["document"] as? [String: Any])
        let id = try #require(document["id"] as? String)
        for (index, name) in names.enumerated() {
            #expect(try await program.run("get", id, "--name", name, "--output", "-").output == "内容 \(index)")
        }
        #expect(try await program.run("verify").exitCode == 0)
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
