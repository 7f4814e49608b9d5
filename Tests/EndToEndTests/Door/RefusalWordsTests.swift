import Foundation
import Testing

@Suite("Whoever is refused is told what is wrong, where, and what can be done", .timeLimit(.minutes(20)))
struct RefusalWordsTests {
    /// What a deed's refusal says of what can be done.
    private func remedy(_ desk: Desk, _ deed: Deed) async throws -> String {
        let outcome = try await desk.do(deed)
        return try #require((outcome["remedy"] ?? outcome["detail"]) as? String, "\(outcome.answer)")
    }

    @Test("a sidecar is refused by file, line and member")
    func sidecars() async throws {
        let program = try await Program()
        let paper = try program.write("合同.txt", "机组")
        for (yaml, words) in [
            ("type: 合同\ntitle: 甲\ntitle: 乙\n", ["第 2 行", "title"]), ("type: 合同\ntitle: \"甲\n", ["第 ", "YAML"]), ("", ["是空的"]),
            ("# 以后再写\n", ["是空的"]), ("合同\n", ["第 1 行", "名称"]), ("type: 合同\ntitel: 甲\n", ["第 2 行", "titel"]),
            ("type: 合同\nallowEmpty: 也许\n", ["第 2 行", "allowEmpty"]), ("type: 合同\nfields:\n  份数: [1]\n", ["第 3 行", "份数"]),
        ] {
            let sidecar = try program.write("合同.yaml", yaml)
            let answer = try await program.run("file", paper, "--sidecar", sidecar)
            #expect(answer.exitCode == 65 && (["合同.yaml"] + words).allSatisfy { answer.errors.contains($0) }, "\(yaml): \(answer.errors)")
        }
    }

    @Test("a fact's value that is none is answered with the form that this fact has", arguments: Door.allCases)
    func facts(_ door: Door) async throws {
        let desk = try await Desk(door)
        let id = try await desk.done(.file(try desk.write("合同.txt", "机组"))).id
        let circumstance = try await remedy(desk, .fact(id, "framework", "2024-03-01"))
        #expect(circumstance.contains(/是 或 否|yes or no/) && !circumstance.contains("2024-03"), "\(circumstance)")
        let day = try await remedy(desk, .fact(id, "performed", "true"))
        #expect(day.contains("2024-03") && !day.contains(/是 或 否|yes or no/), "\(day)")
        let year = try await remedy(desk, .fact(id, "accountingYear", "2023-05"))
        #expect(year.contains("2024") && !year.contains("2024-"), "\(year)")
        let future = try await remedy(desk, .fact(id, "performed", "2999-01-01"))
        #expect(!future.contains("2024"), "\(future)")
    }

    @Test("the identifier that a remedy shows is of the kind that is wanted", arguments: Door.allCases)
    func identifiers(_ door: Door) async throws {
        let desk = try await Desk(door)
        let id = try await desk.done(.file(try desk.write("合同.txt", "机组"))).id
        #expect(try await remedy(desk, .dossier(id)).contains("C-"))
        #expect(try await remedy(desk, .dossier("C-7K3M-9QXT-2VHT")).contains("C-"))
        #expect(try await remedy(desk, .lift(id, "完结", by: "法务部")).contains("H-"))
        #expect(try await remedy(desk, .show("C-7K3M-9QXT-2VHT")).contains("D-"))
        let matter = try await remedy(desk, .settle(7, "完结"))
        #expect(!matter.contains("-7K3M"), "\(matter)")
    }

    @Test("a file where an archive is to be, or a folder that is missing above it, is called so")
    func placesOfAnArchive() async throws {
        let program = try await Program()
        let file = try program.write("库", "")
        for path in [file, file + "/里"] {
            let answer = try await program.run("init", path)
            #expect(answer.exitCode == 73 && answer.errors.contains("是文件，不是文件夹"), "\(answer.errors)")
        }
        let missing = try await program.run("init", program.folder.path + "/无/库")
        #expect(missing.exitCode == 66 && missing.errors.contains("没有文件夹"), "\(missing.errors)")
    }

    @Test("an option that takes one value is given once, a value with a hyphen is explained, and a command that is none has no help")
    func commandLines() async throws {
        let program = try await Program()
        let paper = try program.write("合同.txt", "机组")
        for (arguments, words) in [
            (["file", paper, "--type", "contract", "--title", "甲", "--title=乙"], ["--title", "两次"]),
            (["log", "--limit", "1", "--limit", "2"], ["--limit", "两次"]),
            (["log", "checkpoint", "-o", "a", "--output", "b"], ["--output", "两次"]),
            (["file", paper, "--type", "contract", "--amount", "-5"], ["--amount=-5"]), (["help", "nosuch"], ["没有命令 nosuch"]),
            (["help", "dossier", "nosuch"], ["没有命令 nosuch"]),
        ] {
            let answer = try await program.run(arguments)
            #expect(answer.exitCode == 64 && words.allSatisfy { answer.errors.contains($0) }, "\(arguments): \(answer.errors)")
        }
        let repeated = try await program.run("file", paper, "--type", "contract", "--field", "甲=1", "--field", "乙=2", "--json", "--json")
        #expect(repeated.exitCode == 0, "\(repeated.errors)")
        for arguments in [["help"], ["help", "dossier", "list"], ["help", "help"]] {
            #expect(try await program.run(arguments).exitCode == 0, "\(arguments)")
        }
    }

    @Test("a ledger with two columns for one thing is refused, naming both")
    func twinColumns() async throws {
        let program = try await Program()
        try FileManager.default.createDirectory(at: program.folder.appendingPathComponent("扫描"), withIntermediateDirectories: true)
        _ = try program.write("扫描/a.txt", "机组")
        for (header, named) in [("文件,附件,类型", ["文件", "附件"]), ("文件,类型,备用,备用", ["备用"])] {
            let ledger = try program.write("台账.csv", "\(header)\na.txt,a.txt,合同,x\n")
            let answer = try await program.run("import", "扫描", "--ledger", ledger)
            #expect(answer.exitCode == 65 && named.allSatisfy { answer.errors.contains("“\($0)”") }, "\(answer.errors)")
        }
    }

    @Test("the log is asked for a type that there is, and for people by name", arguments: Door.allCases)
    func log(_ door: Door) async throws {
        let desk = try await Desk(door)
        #expect(try await remedy(desk, .log(type: "document.lost")).contains("document.filed"))
        #expect(try await remedy(desk, .log(type: "nonsense")).contains("document"))
        try await desk.refused(.log(actor: "王敏"), "M204")
        for (actor, isEmpty) in [("operator", false), (Desk.account, true)] {
            let told = String(describing: try await desk.done(.log(type: "account.set", actor: actor)).answer)
            #expect(told.contains("account.set") == !isEmpty, "\(actor): \(told)")
        }
    }

    @Test("no account can be called as the log calls those who have none", arguments: Door.allCases)
    func reservedNames(_ door: Door) async throws {
        let desk = try await Desk(door)
        for name in ["operator", "Operator", "操作员", "运维人员", "nobody"] {
            try await desk.refused(.setAccount(name, roles: ["finance"]), "M106")
        }
    }

    @Test("what is no journal, no proof, no checkpoint and no file of secrets is called so")
    func files() async throws {
        let program = try await Program()
        let paper = try program.write("纸.txt", "不是证明")
        let proof = try await program.run("log", "prove", "--check", paper)
        #expect(proof.exitCode == 65 && proof.errors.contains("纸.txt 不是证明"), "\(proof.errors)")
        let checkpoint = try await program.run("log", "verify", "--checkpoint", paper)
        #expect(checkpoint.exitCode == 65 && checkpoint.errors.contains("纸.txt 不是检查点"), "\(checkpoint.errors)")

        try await program.run("account", "set", "陈国清", "--role", "finance")
        let home = program.folder.appendingPathComponent("home").path
        let (secrets, lock) = (home + "/passwords.json", home + "/passwords.json.lock")
        for (secrets, make) in [
            (secrets, { mkfifo(secrets, 0o600) }), (secrets, { mkdir(secrets, 0o700) }), (lock, { mkfifo(lock, 0o600) }),
        ] {
            _ = remove(secrets)
            #expect(make() == 0)
            let answer = try await program.run(["account", "password", "陈国清"], input: "很长的密码一二三\n")
            #expect(answer.exitCode == 78 && answer.errors.contains("passwords.json"), "\(answer.errors)")
            #expect(!answer.errors.contains("其他系统用户"), "\(answer.errors)")
            #expect(remove(secrets) == 0)
        }

        try FileManager.default.removeItem(at: program.root.appendingPathComponent("journal"))
        let verified = try await program.run("log", "verify")
        #expect(verified.exitCode != 0 && !verified.errors.contains("log verify"), "\(verified.errors)")
    }
}

extension Deed {
    fileprivate static func log(type: String? = nil, actor: String? = nil) -> Deed {
        Deed(
            ["log"] + (type.map { ["--type", $0] } ?? []) + (actor.map { ["--actor", $0] } ?? []), "GET", ["log"],
            ["type": type, "actor": actor])
    }
}
