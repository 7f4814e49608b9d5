import Foundation
import Testing

@Suite("Help and what is wrong with a command line are in the language of whoever asks", .timeLimit(.minutes(20)))
struct HelpLanguageTests {
    private static let english = ["LANG": "C"]

    @Test("each command, argument and option is described in Chinese, and each line of prose")
    func descriptions() async throws {
        let program = try await Program()
        let described = try await Self.dump(program, ["LANG": "zh_CN.UTF-8"]).described([])
        #expect(described.count > 500)
        #expect(described.filter { !$0.text.contains(where: \.isHan) }.map { "\($0)" } == [])
    }

    @Test("each page of help has nothing of the parser's English, every option, and lines that fit 80 cells")
    func pages() async throws {
        let program = try await Program()
        let commands = try await Self.dump(program, Self.english).commands([])
        #expect(commands.count > 70)
        for (path, options) in commands {
            let page = try await program.run(path + ["--help"])
            #expect(page.exitCode == 0 && page.errors.isEmpty)
            #expect(Set(page.output.options) == options, "\(path)")
            let foreign = page.output.matches(of: #/[A-Z]{5,}:|<[a-z][a-z=-]*>|\(default|\(values|See '|Show /#).map { String($0.0) }
            #expect(foreign == [], "\(path)")
            let long = page.output.split(separator: "\n").filter { line in
                !line.hasPrefix("  muniment ") && !line.hasPrefix("  echo ") && !line.hasPrefix("用法：") && line.cells > 80
            }
            #expect(long == [], "\(path)")
        }
    }

    @Test("a page of help in English is the parser's own")
    func englishPage() async throws {
        let page = try await Program().run(["show", "--help"], environment: Self.english).output
        #expect(page.hasPrefix("OVERVIEW: Show everything known about a document.\n\nUSAGE: muniment show <document>"), "\(page)")
        #expect(page.contains("\nARGUMENTS:\n  <document>              The document.\n"), "\(page)")
    }

    @Test(
        "what is wrong with a command line is said in either language",
        arguments: [
            (["show"], "缺少 <文件>", "Missing expected argument '<document>'"),
            (["show", "a", "<reason>"], "多出了“<reason>”", "Unexpected argument '<reason>'"),
            (["show", "a", "b", "$1"], "多出了 2 个词：'b', '$1'", "2 unexpected arguments: 'b', '$1'"),
            (["show", "a", "--jsen"], "没有选项 --jsen；是不是 --json？", "Unknown option '--jsen'. Did you mean '--json'?"),
            (["show", "a", "--of-no-kind-known"], "没有选项 --of-no-kind-known", "Unknown option '--of-no-kind-known'"),
            (["show", "a", "--json=3"], "选项 --json 不带值，却给了“3”", "The option '--json' does not take any value, but '3' was specified."),
            (["watch", ".", "--interval"], "--interval <秒数> 缺少值", "Missing value for '--interval <interval>'"),
            (["watch", ".", "--interval", "x"], "“x”不能用作 --interval <秒数>", "The value 'x' is invalid for '--interval <interval>'"),
            (["watch", ".", "--interval", "0"], "--interval 是 1 到 3600", "--interval is 1 to 3600"),
            (["edit", "a", "--amount", "3"], "缺少 --reason <原因>", "Missing expected argument '--reason <reason>'"),
            (["nothing"], "多出了“nothing”", "Unexpected argument 'nothing'"),
            (["--generate-completion-script", "csh"], "没有 csh 的补全脚本，可用：zsh bash fish", "Can't generate completion scripts for 'csh'."),
        ])
    func misuse(_ words: [String], _ chinese: String, _ english: String) async throws {
        let program = try await Program()
        let said = try await program.run(words)
        #expect(said.exitCode == 64 && said.output.isEmpty)
        #expect(said.errors.split(separator: "\n").first.map(String.init) == "错误：" + chinese)
        #expect(said.errors.contains("\n用法：muniment") && said.errors.contains("\n  详见：muniment"), "\(said.errors)")
        let parsers = try await program.run(words, environment: Self.english)
        #expect(parsers.exitCode == 64 && parsers.output.isEmpty)
        #expect(parsers.errors.split(separator: "\n").first.map(String.init) == "Error: " + english)
    }

    @Test("a cluster of short options that can be read in two ways is told both")
    func cluster() async throws {
        let said = try await Program().run("get", "a", "-ox")
        #expect(said.errors.hasPrefix("错误：没有选项 -ox；是不是 --as？；或者 -ox 里的 -o <路径> 缺少值\n"), "\(said.errors)")
    }

    @Test(
        "--lang wins over the locale, wherever it stands; the last of several counts, and none behind --",
        arguments: [
            (["show", "--lang", "en"], ["LANG": "zh_CN.UTF-8"], "Error: Missing"),
            (["show", "--lang=zh"], ["LANG": "en_US.UTF-8"], "错误：缺少"),
            (["show", "--lang", "zh", "--lang=en"], [:], "Error: Missing"),
            (["show", "--lang", "en", "a", "--", "--lang", "zh"], [:], "Error: 2 unexpected"),
            (["show", "--lang", "fr", "a"], ["LANG": "C"], "Error: --lang is zh or en"),
            (["show"], ["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], "Error: Missing"),
            (["show"], ["LC_MESSAGES": "zh_CN.UTF-8", "LANG": "C"], "错误：缺少"),
            (["show"], ["LANG": "fr_FR.UTF-8"], "Error: Missing"),
            (["show"], ["LANG": ""], "错误：缺少"),
        ])
    func choice(_ words: [String], _ environment: [String: String], _ beginning: String) async throws {
        let said = try await Program().run(words, environment: environment)
        #expect(said.exitCode == 64 && said.errors.hasPrefix(beginning), "\(said.errors)")
    }

    @Test(
        "--lang may stand before a command, before a command of a group and behind it",
        arguments: [["--lang", "en", "dossier", "list"], ["dossier", "--lang=en", "list"], ["dossier", "list", "--lang", "en"]])
    func place(_ words: [String]) async throws {
        let program = try await Program()
        #expect(try await program.run("dossier", "open", "青禾广场").exitCode == 0)
        let listed = try await program.run(words)
        #expect(listed.exitCode == 0 && listed.output.contains("open") && !listed.output.contains("标题"), "\(listed.output)\(listed.errors)")
        let unknown = try await program.run(words.map { $0.replacing("en", with: "fr") })
        #expect(unknown.exitCode == 64 && unknown.errors.hasPrefix("错误：--lang 是 zh 或 en\n"), "\(unknown.errors)")
    }

    @Test("--lang asks for a page of help too")
    func languageOfHelp() async throws {
        let program = try await Program()
        #expect(try await program.run("show", "--help", "--lang", "en").output.hasPrefix("OVERVIEW: Show"))
        #expect(try await program.run("help", "show", "--lang=en").output.hasPrefix("OVERVIEW: Show"))
        #expect(try await program.run(["help", "--lang", "zh", "dossier", "open"], environment: Self.english).output.hasPrefix("建立案卷"))
        #expect(try await program.run("help", "show", "--lang", "fr").errors.hasPrefix("错误：--lang 是 zh 或 en\n"))
        #expect(try await program.run(["show", "--lang", "zh", "--help"], environment: Self.english).output.hasPrefix("显示"))
    }

    @Test("programs get the same code and the sentence in their language")
    func json() async throws {
        let program = try await Program()
        for (language, sentence) in [
            ("zh", "命令用法不对：缺少 <文件>"), ("en", "The command is used wrongly: Missing expected argument '<document>'"),
        ] {
            let said = try await program.run("show", "--json", "--lang", language)
            #expect(said.exitCode == 64 && said.error["code"] as? String == "M115")
            #expect(said.error["message"] as? String == sentence)
        }
    }

    @Test("version and completions are for programs: they are whole in both languages")
    func programs() async throws {
        let program = try await Program()
        for environment in [[:], Self.english] {
            #expect(try await program.run(["--version"], environment: environment).output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
            let script = try await program.run(["--generate-completion-script", "bash"], environment: environment)
            #expect(script.exitCode == 0)
            let path = try program.write("completions.bash", script.output)
            #expect(try await program.run(["-n", path], by: "/bin/bash").exitCode == 0)
        }
    }

    private static func dump(_ program: Program, _ environment: [String: String]) async throws -> Command {
        struct Help: Decodable {
            let command: Command
        }
        let answer = try await program.run(["--experimental-dump-help"], environment: environment)
        return try JSONDecoder().decode(Help.self, from: Data(answer.output.utf8)).command
    }
}

/// A command as the dump of the help has it.
private struct Command: Decodable {
    struct Name: Decodable {
        let kind: String
        let name: String
    }
    struct Argument: Decodable {
        let names: [Name]?
        let abstract: String?
        let valueName: String?
    }
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let arguments: [Argument]?
    let subcommands: [Command]?

    /// Those for people: neither the parser's own nor what only the program and its makers call.
    private var shown: [Command] { (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false } }

    /// The words that call each command, below the program, and its options.
    func commands(_ names: [String]) -> [(path: [String], options: Set<String>)] {
        let options = (arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map { "--" + $0.name }
        var found: [(path: [String], options: Set<String>)] = [(names, Set(options))]
        for command in shown { found += command.commands(names + [command.commandName]) }
        return found
    }

    /// Each text that describes something, with what it describes.
    func described(_ names: [String]) -> [(name: String, text: String)] {
        let names = names + [commandName]
        let prose = (discussion ?? "").split(separator: "\n").filter { !$0.hasPrefix(" ") }.map(String.init)
        let texts =
            [(commandName, abstract ?? "")] + prose.map { ("discussion", $0) }
            + (arguments ?? []).map { ($0.valueName ?? "?", $0.abstract ?? "") }
        return texts.map { (names.joined(separator: " ") + ": " + $0.0, $0.1) } + shown.flatMap { $0.described(names) }
    }
}

extension Character {
    fileprivate var isHan: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}

extension String {
    /// Options that a page of help describes.
    fileprivate var options: [String] { matches(of: /(?m)^  (?:-[a-z], )?(--[a-z-]+)/).map { String($0.1) } }
}

extension Substring {
    /// Cells of a line whose wide signs are Chinese.
    fileprivate var cells: Int { reduce(0) { $0 + ($1.unicodeScalars.contains { (0x3001...0xFFEF).contains($0.value) } ? 2 : 1) } }
}
