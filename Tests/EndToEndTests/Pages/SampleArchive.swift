import Foundation
import Samples
import Testing

/// What the ways in a browser share.
enum SampleArchive {
    /// All samples and a picture without a word, filed and read once for all ways.
    static let program = Task {
        let program = try await Program()
        let imported = try await program.run(
            "import", BrowserWalk.samples.path, "--ledger", BrowserWalk.samples.appendingPathComponent("ledger.csv").path)
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
        try await program.run("account", "set", BrowserWalk.account, "--role", "archivist")
        let token = try await program.run("token", "create", BrowserWalk.account).output.trimmingCharacters(in: .whitespacesAndNewlines)
        let registered = try await program.run(
            ["original", "register", contract, "--form", "paper", "--copies", "2", "--as", BrowserWalk.account],
            environment: ["MUNIMENT_TOKEN": token])
        #expect(registered.exitCode == 0, "\(registered.errors)")
        let opened = try await program.run(
            "dossier", "open", "青禾广场空调安装", "--party", "榕城置业有限公司", "--template", "新装工程", "--responsible", BrowserWalk.account, "--json")
        let dossier = try #require((opened.json["dossier"] as? [String: Any])?["id"] as? String)
        for arguments in [
            ["dossier", "link", dossier, contract, "--home"],
            ["dossier", "mark", dossier, "验收单", "--not-applicable", "--reason", "只供货"],
        ] { #expect(try await program.run(arguments).exitCode == 0, "\(arguments)") }
        #expect(try await program.run(["account", "password", BrowserWalk.account], input: BrowserWalk.password + "\n").exitCode == 0)
        return program
    }
}

/// A white PNG of one pixel.
private let blank = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=="
