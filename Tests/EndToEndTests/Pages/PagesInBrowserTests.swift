import Foundation
import Samples
import Subprocess
import SystemPackage
import Testing

/// What a person does on the pages, done in a real browser by `check_pages.py`: one test for each way through them.
@Suite(
    "Pages in a browser", .serialized, .timeLimit(.minutes(10)),
    .enabled("there is no /usr/bin/chromium; tools/install-dependencies --tests installs it") {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
    })
struct PagesInBrowserTests {
    private static let samples = Checkout.file("samples")
    private static let account = "陈国清"
    private static let password = "冷却塔-2026-夏"

    /// A desktop and a phone, and a desktop without scripts, which people's ways need nowhere.
    enum Window: String, CaseIterable {
        case desktop = "1280x800 yes"
        case phone = "390x844 yes"
        case withoutScripts = "1280x800 no"

        var arguments: [String] { rawValue.split(separator: " ").map(String.init) }
    }

    @Test(
        "are good to use on the way",
        arguments: [
            "one_time_link", "password", "keyboard", "search", "document", "language", "due", "simulation", "disposal", "redaction",
            "restricted", "dossiers", "originals", "packs", "parties",
            "statistics",
            "programs",
            "problem",
        ],
        Window.allCases)
    func way(_ way: String, _ window: Window) async throws {
        let program =
            switch way {
            case "disposal", "redaction", "restricted": try await Self.office()
            case "packs": try await Self.handover()
            default: try await Self.archive.value
            }
        let service = try await Service(program)
        let link = try await program.run("account", "link", Self.account).output.trimmingCharacters(in: .whitespacesAndNewlines)
        let path = try #require(link.firstRange(of: "/sign-in").map { String(link[$0.lowerBound...]) }, "\(link)")
        let walked = try await run(
            .path(FilePath(Checkout.file(".build-tools/venv/bin/python3").path)),
            arguments: Arguments(
                [Checkout.file("Tests/EndToEndTests/check_pages.py").path, way] + window.arguments),
            environment: .inherit.updating([
                "ADDRESS": service.address, "LINK": path, "ACCOUNT": Self.account, "PASSWORD": Self.password, "FOLDER": Self.samples.path,
                "PYTHONDONTWRITEBYTECODE": "1",
            ]),
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        #expect(walked.terminationStatus.isSuccess, "\(walked.standardOutput) \(walked.standardError)")
        try await service.stop()
    }

    /// Two contracts whose time has come, and the people of a disposal.
    private static func office() async throws -> Program {
        let program = try await Program()
        let desks = try await DisposalDesks(program)
        for title in ["旧合同甲", "旧合同乙"] { _ = try await desks.due(title, title) }
        let personal = try await program.run(
            "file", try program.write("名单.txt", "身份证号"), "--type", "other", "--title", "客户名单", "--json")
        let document = try #require((personal.json["document"] as? [String: Any])?["id"] as? String)
        #expect(try await program.run("restriction", "set", document, "--reason", "目的已实现").exitCode == 0)
        for (name, _, _) in DisposalDesks.people {
            #expect(try await program.run(["account", "password", name], input: password + "\n").exitCode == 0)
        }
        return program
    }

    /// A pack that waits for somebody of customer service.
    private static func handover() async throws -> Program {
        let program = try await Program()
        for (name, role) in [(account, "archivist"), ("周客", "customer_service")] {
            try await program.run("account", "set", name, "--role", role)
            #expect(try await program.run(["account", "password", name], input: password + "\n").exitCode == 0)
        }
        let contract = try await program.made(
            "document", "file", try program.write("合同.txt", "供货合同"), "--type", "contract", "--title", "供货合同")
        let dossier = try await program.made(
            "dossier", "dossier", "open", "青禾广场空调安装", "--party", "榕城置业有限公司", "--template", "新装工程")
        try await program.run("dossier", "link", dossier, contract, "--home")
        let made = try await program.run("pack", "make", dossier, "--receiver", "客服", "--json").json["pack"] as? [String: Any]
        let pack = try #require(made?["id"] as? String)
        for item in made?["checklist"] as? [[String: Any]] ?? [] where item["state"] as? String == "missing" {
            let code = item["code"] as? String ?? ""
            let said = code == "drawings" ? ["--by", "2999-12-31", "--reason", "设计院未出图"] : ["--text", "见合同"]
            #expect(try await program.run(["pack", "fill", pack, code] + said).exitCode == 0)
        }
        let token = try await program.run("token", "create", account).output.trimmingCharacters(in: .whitespacesAndNewlines)
        let issued = try await program.run(["pack", "issue", pack, "--as", account], environment: ["MUNIMENT_TOKEN": token])
        #expect(issued.exitCode == 0, "\(issued.errors)")
        return program
    }

    /// All samples and a picture without a word, filed and read once for all ways.
    private static let archive = Task {
        let program = try await Program()
        let imported = try await program.run("import", samples.path, "--ledger", samples.appendingPathComponent("ledger.csv").path)
        #expect(imported.exitCode == 0, "\(imported.errors)")
        #expect(try await program.run("classify", "XS-BJ", "--query", "类型:报价书").exitCode == 0)
        let picture = program.folder.appendingPathComponent("空白.png")
        try #require(Data(base64Encoded: blank)).write(to: picture)
        let deal = try program.write("风机盘管.txt", "风机盘管 25 台")
        let filed = try await program.run(
            "file", deal, "--type", "contract", "--title", "风机盘管供货合同", "--party", "榕城置业有限公司", "--signed", "2026-01-05", "--json")
        let contract = try #require((filed.json["document"] as? [String: Any])?["id"] as? String)
        for arguments in [
            ["party", "edit", "榕城置业有限公司", "--name", "榕城物业管理有限公司", "--code", "credit=91350100M000100Y43", "--reason", "更名"]
                + ["--contact", "林工", "--phone", "0591-87654321", "--credit-limit", "100万"],
            ["party", "site", "榕城置业有限公司", "青禾广场", "--address", "五四路 18 号", "--note", "北门上楼"],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
        try await program.run("file", picture.path, "--type", "other", "--title", "没有文字的图")
        try await program.run("account", "set", account, "--role", "archivist")
        let token = try await program.run("token", "create", account).output.trimmingCharacters(in: .whitespacesAndNewlines)
        let registered = try await program.run(
            ["original", "register", contract, "--form", "paper", "--copies", "2", "--as", account], environment: ["MUNIMENT_TOKEN": token])
        #expect(registered.exitCode == 0, "\(registered.errors)")
        let opened = try await program.run(
            "dossier", "open", "青禾广场空调安装", "--party", "榕城置业有限公司", "--template", "新装工程", "--responsible", account, "--json")
        let dossier = try #require((opened.json["dossier"] as? [String: Any])?["id"] as? String)
        for arguments in [
            ["dossier", "link", dossier, contract, "--home"],
            ["dossier", "mark", dossier, "验收单", "--not-applicable", "--reason", "只供货"],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
        #expect(try await program.run(["account", "password", account], input: password + "\n").exitCode == 0)
        return program
    }
}

/// A white PNG of one pixel.
private let blank = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=="
