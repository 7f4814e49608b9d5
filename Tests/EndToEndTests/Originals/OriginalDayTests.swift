import Foundation
import Testing

@Suite("R-17 to R-22: a day with paper originals, at the command line", .timeLimit(.minutes(5)))
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

    private func state(_ desks: DisposalDesks, _ original: String) async throws -> String? {
        let history = try await desks.done("赵财", "history", "original", "show", original)
        return (history["original"] as? [String: Any])?["state"] as? String
    }

    private func exitCode(_ desks: DisposalDesks, _ name: String, _ arguments: [String]) async throws -> Int32 {
        let token = ["MUNIMENT_TOKEN": desks.token(of: name)]
        return try await desks.program.run(["original"] + arguments + ["--as", name, "--json"], environment: token).exitCode
    }
}
