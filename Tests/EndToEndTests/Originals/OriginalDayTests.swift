import Foundation
import Testing

@Suite("R-17 to R-22: a day with paper originals, at the command line", .timeLimit(.minutes(20)))
struct OriginalDayTests {
    @Test("each of four people does what is theirs; what is not theirs, or out of order, is refused and says whose it is")
    func day() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let filed = try await program.run(
            "file", try program.write("合同.txt", "合同"), "--type", "contract", "--title", "供货合同", "--signed", "2026-11-02", "--json")
        let contract = try #require((filed.json["document"] as? [String: Any])?["id"] as? String)
        let registered = try await desks.run("陈国清", "original", "register", contract, "--form", "paper", "--copies", "2")
        let originals = (registered.json["originals"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        let one = try #require(originals.first)
        try await desks.done("陈国清", "original", "original", "move", one, "--to", "赵财")
        #expect(try await state(desks, one) == "in_transit")
        for (name, arguments, code) in [
            ("李档", ["confirm", one], 77), ("赵财", ["shelve", one, "--place", "财务室"], 65), ("赵财", ["refuse", one, "--reason", " "], 65),
            ("王总", ["move", one, "--to", "王总"], 65),
        ] { #expect(try await exitCode(desks, name, arguments) == code, "\(name) \(arguments)") }
        try await desks.done("赵财", "original", "original", "confirm", one)
        try await desks.done("赵财", "original", "original", "shelve", one, "--place", "财务室-1柜")
        let until = DisposalDesks.today
        try await desks.done("赵财", "original", "original", "lend", one, "--to", "李档", "--until", until, "--reason", "核对")
        for (name, arguments, code) in [
            ("赵财", ["move", one, "--to", "王总"], 65), ("陈国清", ["return", one], 77),
            ("赵财", ["lend", one, "--to", "王总", "--until", until, "--reason", "看"], 65),
        ] { #expect(try await exitCode(desks, name, arguments) == code, "\(name) \(arguments)") }
        let said = try await desks.run("陈国清", "original", "return", one).errors
        #expect(said.contains("李档") && said.contains("赵财") && said.contains("R-21"), "\(said)")
        try await desks.done("李档", "original", "original", "return", one)
        try await desks.done("赵财", "original", "original", "confirm", one)
        let history = try await desks.done("赵财", "history", "original", "show", one)
        #expect((history["steps"] as? [[String: Any]])?.count == 7)
        let foreign = try await desks.run(
            "李档", "original", "stocktake", try program.write("盘点.txt", "O-0000-0000-0000\n"), "--place", "财务室")
        #expect([65, 66].contains(foreign.exitCode) && foreign.errors.contains("R-20"), "\(foreign.errors)")
        let next = try await desks.run("陈国清", "next")
        #expect((next.json["next"] as? [Any])?.isEmpty == true, "\(next.output)")
    }

    @Test("R-20, R-23: labels are printed and read back into a stock-take; what is at a place, and what passes on, is printed to be signed")
    func printed() async throws {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        let dossier = try await program.made("dossier", "dossier", "open", "青禾广场", "--party", "青禾置业")
        let contract = try await program.made(
            "document", "file", try program.write("合同.txt", "合同"), "--type", "contract", "--title", "供货合同", "--signed", "2024-11-02")
        try await program.run("dossier", "link", dossier, contract, "--home")
        #expect(try await program.run("original", "labels", dossier, "--output", "空.pdf").exitCode == 66)
        let registered = try await desks.run("陈国清", "original", "register", contract, "--form", "paper", "--copies", "2")
        let originals = (registered.json["originals"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        for original in originals { try await desks.done("陈国清", "original", "original", "shelve", original, "--place", "档案室-1柜") }
        #expect(try await program.run("original", "labels", dossier, "--output", "标签.pdf").exitCode == 0)
        let read = try await program.run(
            [
                "-c",
                "pdftoppm -r 200 -png 标签.pdf 标签 && zbarimg --nodbus --quiet --raw -Sdisable -Scode128.enable -Sqrcode.enable 标签*.png > 盘点.txt 2>/dev/null; wc -l < 盘点.txt",
            ], by: "/bin/bash")
        #expect(read.output.trimmingCharacters(in: .whitespacesAndNewlines) == "4", "\(read.output) \(read.errors)")
        let taken = try await desks.done("李档", "stocktake", "original", "stocktake", "盘点.txt", "--place", "档案室")
        #expect(taken["right"] as? Int == 2 && (taken["differences"] as? [Any])?.isEmpty == true)
        for (arguments, says) in [
            (["original", "stocktake-list", "--place", "档案室"], ["盘点清单 档案室", "供货合同", "2/2", "监盘人"] + originals),
            (["dossier", "transfer-list", dossier], ["移交清册", "供货合同", "2024", "电子、纸质", "监交人"]),
        ] {
            for ending in ["pdf", "csv", "xlsx"] {
                let made = try await program.run(arguments + ["--output", "\(arguments[1]).\(ending)"])
                #expect(made.exitCode == 0, "\(made.errors)")
            }
            let text = try await program.run(["-layout", "\(arguments[1]).pdf", "-"], by: "/usr/bin/pdftotext").output
            for word in says { #expect(text.contains(word), "\(word): \(text)") }
            #expect(try await program.run(arguments + ["--output", "\(arguments[1]).ics"]).exitCode == 65)
        }
        let events = try await program.run("log", "show", "--type", "list.exported").output.split(separator: "\n").count
        #expect(events == 7)
    }

    private func state(_ desks: DisposalDesks, _ original: String) async throws -> String? {
        let history = try await desks.done("赵财", "history", "original", "show", original)
        return (history["original"] as? [String: Any])?["state"] as? String
    }

    private func exitCode(_ desks: DisposalDesks, _ name: String, _ arguments: [String]) async throws -> Int32 {
        let token = ["MUNIMENT_TOKEN": desks.token(of: name)]
        return try await desks.program.run(["original"] + arguments + ["--as", name, "--json"], environment: token).exitCode
    }
}
