import Foundation
import Samples
import Testing

@Suite("R-42 to R-47: a contract's last way, by the built program", .timeLimit(.minutes(20)))
struct DisposalTests {
    @Test("five people bring two contracts from the proposal to the certificate; what is asked of them afterwards is answered as destroyed")
    func whole() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let first = try await desks.due("旧合同甲", "甲 \u{20000}\u{21042}", "--number", "HT-2010-0007")
        let second = try await desks.due("旧合同乙", "乙 \u{20000}\u{21042}")
        let third = try await desks.due("旧合同丙", "丙的内容")
        let batch = try await desks.ready()
        #expect(try await program.run("hold", "place", "--document", third, "--reason", "诉讼", "--authority", "法务部").exitCode == 0)
        let outcome = try await desks.done("李档", "", "disposal", "execute", batch)
        #expect(outcome["destroyed"] as? [String] == [first, second])
        let dropped = try #require((outcome["dropped"] as? [[String: Any]])?.first)
        #expect(dropped["document"] as? String == third && dropped["reason"] as? String == "hold")
        let found = try await bytes("\u{20000}\u{21042}", below: program.root)
        #expect(found == [])
        for arguments in [
            ["show", first], ["get", first, "--output", "-"], ["retention", first], ["edit", first, "--note", "x", "--reason", "x"],
        ] {
            let answer = try await program.run(arguments + ["--json"])
            #expect(answer.exitCode == 66 && answer.error["code"] as? String == "M208", "\(arguments): \(answer.errors)")
            #expect((answer.error["message"] as? String)?.contains("已于 \(DisposalDesks.today) 销毁，批次 \(batch)") == true, "\(answer.errors)")
        }
        let stays = try await program.run("disposal", "destroyed", "HT-2010-0007", "--json").json["destroyed"] as? [[String: Any]]
        #expect(stays?.count == 1 && stays?.first?["document"] as? String == first)
        let searched = try await program.run("search", "HT-2010-0007")
        #expect(searched.output.contains("已于 \(DisposalDesks.today) 销毁，批次 \(batch)"), "\(searched.output)")
        for arguments in [["verify"], ["log", "verify"], ["rebuild"], ["verify"]] {
            let answer = try await program.run(arguments)
            #expect(answer.exitCode == 0, "\(arguments): \(answer.output)\(answer.errors)")
        }
        try await papers(desks, batch)
    }

    private func papers(_ desks: DisposalDesks, _ batch: String) async throws {
        let nowhere = try await desks.run("李档", "disposal", "certify", batch, "--output", "/proc/papers")
        #expect(nowhere.exitCode == 73 && nowhere.error["code"] as? String == "M113")
        #expect(try await desks.done("李档", "batch", "disposal", "show", batch)["state"] as? String == "executed", "nothing is filed")
        let folder = desks.program.folder.appendingPathComponent("papers")
        let certified = try await desks.done("李档", "batch", "disposal", "certify", batch, "--output", folder.path)
        #expect(certified["state"] as? String == "certified")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.map { $0.split(separator: "-")[0] }.sorted() == ["鉴定意见书", "销毁清册", "销毁清册", "销毁清册", "销毁证明"].sorted())
        for name in names where name.hasSuffix(".pdf") {
            let text = try await desks.program.run(
                ["-layout", folder.appendingPathComponent(name).path, "-"], by: "/usr/bin/pdftotext"
            ).output
            #expect(text.contains(batch) && text.contains("旧合同甲") && text.contains("王总"), "\(name): \(text)")
            let fonts = try await desks.program.run([folder.appendingPathComponent(name).path], by: "/usr/bin/pdffonts").output
            #expect(fonts.split(separator: "\n").dropFirst(2).allSatisfy { $0.contains(" yes ") }, "\(fonts)")
        }
        let again = desks.program.folder.appendingPathComponent("again")
        _ = try await desks.done("李档", "batch", "disposal", "certify", batch, "--output", again.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: again.path).count == 5)
        let classed = desks.program.folder.appendingPathComponent("classed").path
        let refused = try await desks.run("李档", "disposal", "certify", batch, "--output", classed, "--class", "XS-KH")
        #expect(refused.error["code"] as? String == "M111", "the papers are in a class already")
        let full = try await desks.run("李档", "disposal", "certify", batch, "--output", again.path)
        #expect(full.exitCode == 73)
    }

    @Test("R-45: of a document in Word, a table, a PDF, a scan, a picture and an archive of them no text and no bytes are left")
    func kinds() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let names = [
            "合同-青禾广场.docx", "报价-青禾广场.xlsx", "标书-青禾广场.pdf", "扫描-云栖酒店维保合同.pdf", "扫描-青禾广场验收单.jpg",
        ]
        var paths = names.map { Checkout.file("samples").appendingPathComponent($0).path }
        let packed = program.folder.appendingPathComponent("打包.zip").path
        let zipped = try await program.run(
            ["-m", "zipfile", "-c", packed, Checkout.file("samples").appendingPathComponent("合同-瑞丰电子厂房.docx").path],
            by: "/usr/bin/python3")
        #expect(zipped.exitCode == 0, "\(zipped.errors)")
        paths.append(packed)
        var needles: [String: [Data]] = [:]
        for path in paths {
            let document = try await desks.due(path)
            let text = try text(of: document, program)
            #expect(text.count >= 12, "\(path): \(text)")
            let (signs, bytes) = (Array(text), try Data(contentsOf: URL(fileURLWithPath: path)))
            let phrases = [0, 1, 2].map { String(signs[(signs.count * $0 / 4)...].prefix(min(10, signs.count / 2))) }
            needles[path] = phrases.map { Data($0.utf8) } + [bytes[(bytes.count / 2)...].prefix(64)]
        }
        let before = traces(of: needles, below: program.root)
        #expect(before.count == paths.count, "what is looked for must be found first: \(before)")
        let batch = try await desks.ready()
        let outcome = try await desks.done("李档", "", "disposal", "execute", batch)
        #expect((outcome["destroyed"] as? [String])?.count == paths.count)
        #expect(traces(of: needles, below: program.root) == [:])
        #expect(try await program.run("verify").exitCode == 0)
    }

    /// The longest run without white space of what was read of a document.
    private func text(of document: String, _ program: Program) throws -> String {
        let folder = program.root.appendingPathComponent("derived/\(document.filter { $0 != "-" })")
        let texts = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).map { file -> String in
            let line = try Data(contentsOf: file).split(separator: 10).first ?? Data()
            let object = try JSONSerialization.jsonObject(with: line) as? [String: Any]
            let pieces = (object?["outcome"] as? [String: Any])?["pieces"] as? [[String: Any]] ?? []
            return pieces.compactMap { $0["text"] as? String }.joined()
        }
        let runs: [Substring] = texts.joined().split { $0.isWhitespace }
        return runs.max { $0.count < $1.count }.map(String.init) ?? ""
    }

    /// In which files anything of a paper stands.
    private func traces(of needles: [String: [Data]], below folder: URL) -> [String: [String]] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        var found: [String: [String]] = [:]
        for file in files {
            guard let bytes = try? Data(contentsOf: file) else { continue }
            for (path, looked) in needles where looked.contains(where: { bytes.range(of: $0) != nil }) {
                found[path, default: []].append(file.lastPathComponent)
            }
        }
        return found
    }

    @Test("killed while it destroys, it goes on where it was, and nothing is left")
    func killed() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        for number in 1...12 { _ = try await desks.due("旧合同\(number)", "第\(number)份 \u{20000}\u{21042}") }
        let batch = try await desks.ready()
        let killed = try await program.run(
            ["-s", "KILL", "0.06", program.program.path, "disposal", "execute", batch, "--as", "李档", "--json"],
            environment: ["MUNIMENT_TOKEN": desks.token(of: "李档")], by: "/usr/bin/timeout")
        #expect(killed.exitCode != 1)
        let state = try await desks.done("李档", "batch", "disposal", "show", batch)["state"] as? String
        if state != "executed" {
            let outcome = try await desks.done("李档", "", "disposal", "execute", batch)
            #expect((outcome["destroyed"] as? [String])?.count == 12)
        }
        #expect(try await bytes("\u{20000}\u{21042}", below: program.root) == [])
        #expect(try await program.run("verify").exitCode == 0)
    }

    @Test("over HTTP the whole way too, and a destroyed document is 410 Gone")
    func service() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let document = try await desks.due("旧合同", "旧合同的内容")
        let service = try await Service(program)
        func post(_ name: String, _ path: String, _ members: [String: String]) async throws -> [String: Any] {
            let body = String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
            let answer = try await service.curl(
                ["-X", "POST", "-H", "Content-Type: application/json", "-d", body, service.url(path)], desks.token(of: name))
            #expect([200, 201].contains(answer.status), "\(path): \(String(decoding: answer.body, as: UTF8.self))")
            return try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
        }
        let batch = try #require(try await post("陈国清", "disposals", ["by": DisposalDesks.today, "reason": "期满"])["id"] as? String)
        let digest = try #require(
            try await post("李档", "disposals/\(batch)/appraise", ["all": "destroy", "opinion": "同意"])["digest"] as? String)
        _ = try await post("李档", "disposals/\(batch)/sign", ["digest": digest])
        _ = try await post("王总", "disposals/\(batch)/approve", ["digest": digest])
        for name in ["赵财", "孙信"] { _ = try await post(name, "disposals/\(batch)/supervise", ["date": DisposalDesks.today]) }
        #expect(try await post("李档", "disposals/\(batch)/execute", [:])["destroyed"] as? [String] == [document])
        #expect(try await post("李档", "disposals/\(batch)/certify", [:])["state"] as? String == "certified")
        let gone = try await service.curl([service.url("documents/\(document)")], desks.token(of: "陈国清"))
        #expect(gone.status == 410)
        try await service.stop()
    }

    /// The files below a folder in which a text stands, in any of the ways in which it can.
    private func bytes(_ text: String, below folder: URL) async throws -> [String] {
        let utf16 = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        let forms = [Data(text.utf8), Data(utf16), Data(utf16.indices.map { utf16[$0 ^ 1] })]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { file in (try? Data(contentsOf: file)).map { data in forms.contains { data.range(of: $0) != nil } } ?? false }
            .map(\.lastPathComponent)
    }
}
