/// What the sources are held to (`CONTRIBUTING.md`), as functions from text to complaints.
enum TidyRules {
    /// The house from the top floor down: a target imports only targets below it.
    static let ladder = [
        "MunimentCLI", "WebService", "Archive", "Exchange", "Catalogue", "FileStore", "Journal", "Extraction", "Wording", "Retention",
        "Records", "Disk",
    ]

    static func climbingImports(_ file: SourceTree.File) -> [String] {
        guard let floor = ladder.firstIndex(of: file.target) else { return [] }
        return file.imports.filter { name in ladder.firstIndex(of: name).map { $0 <= floor } ?? false }
            .map { "\(file.path) imports \($0), which is not below it" }
    }

    /// Rows end in the catalogue: nothing above it knows of the database.
    static func databaseAbove(_ file: SourceTree.File) -> [String] {
        guard ["Archive", "WebService", "MunimentCLI"].contains(file.target), file.path.hasPrefix("Sources/") else { return [] }
        return file.imports.contains("GRDB") ? ["\(file.path) imports GRDB"] : []
    }

    /// What describes a command line, or says what is wrong with it, has both languages: `.said("…", "…")`. A command that help does not
    /// show is not for people.
    static func oneLanguage(_ file: SourceTree.File) -> [String] {
        guard file.path.hasPrefix("Sources/MunimentCLI"), !file.lines.contains(where: { $0.contains("shouldDisplay: false") }) else {
            return []
        }
        return file.lines.enumerated().compactMap { index, line in
            line.contains(#/(abstract: |help: (ArgumentHelp\()?|ValidationError\()"/#)
                ? "\(file.path):\(index + 1) is said in one language" : nil
        }
    }

    /// In lines, comments and blanks included.
    static let longestFile = 350
    static let longestFunction = 70

    static func longFile(_ file: SourceTree.File) -> [String] {
        file.lines.count > longestFile + 1 ? ["\(file.path) has \(file.lines.count) lines"] : []
    }

    /// A function runs from its first line to the line that closes it at the same indentation.
    static func longFunctions(_ file: SourceTree.File) -> [String] {
        var complaints: [String] = []
        for (start, line) in file.lines.enumerated() {
            let indentation = line.prefix { $0 == " " }
            let words = line.split(separator: " ").map { $0.prefix { $0.isLetter } }
            guard words.contains("func") || words.first == "init", line.hasSuffix("{") else { continue }
            let end = file.lines[start...].firstIndex { $0 == indentation + "}" } ?? start
            if end - start + 1 > longestFunction {
                complaints.append("\(file.path):\(start + 1) is a function of \(end - start + 1) lines")
            }
        }
        return complaints
    }

    /// Types that others use say what they are.
    static func undocumentedTypes(_ file: SourceTree.File) -> [String] {
        guard file.path.hasPrefix("Sources/") else { return [] }
        return file.lines.enumerated().compactMap { index, line in
            guard line.contains(#/^ *public (final |indirect )?(struct|enum|class|actor|protocol) /#) else { return nil }
            let above = file.lines[..<index].last { !$0.trimmingPrefix { $0 == " " }.hasPrefix("@") }
            let isDocumented = above?.trimmingPrefix { $0 == " " }.hasPrefix("///") ?? false
            return isDocumented ? nil : "\(file.path):\(index + 1) is a type without a doc comment"
        }
    }

    /// Calls with a better one in their place. What is spelt apart here would otherwise find itself.
    static let banned: [(call: String, instead: String, allowedIn: [String])] = [
        ("Date" + "()", "the clock that is passed in", []), (" print" + "(", "Console", []), ("try" + "!", "a throwing call", []),
        ("as" + "! ", "as?", []),
        ("fatal" + "Error(", "a precondition with a reason, or an error", []), ("move" + "Item", "Disk.rename", []),
        ("FileManager.default.create", "Disk", []), ("FileManager.default.remove", "Disk", []), ("\n#" + "if ", "one code for all", []),
        ("TO" + "DO", "an issue", []), ("FIX" + "ME", "an issue", []), ("Task." + "sleep", "waiting for what happens", []),
        ("Thread." + "sleep", "waiting for what happens", []),
        ("unowned(unsafe)", "a safe reference", []), ("nonisolated(unsafe)", "a Mutex", []),
    ]

    static func bannedCalls(_ file: SourceTree.File) -> [String] {
        file.lines.enumerated().flatMap { index, line in
            let code = line.trimmingPrefix { $0 == " " }.hasPrefix("//") ? "" : "\n" + line
            return banned.filter { code.contains($0.call) }.map {
                "\(file.path):\(index + 1) calls \($0.call.filter { $0 != "\n" }); use \($0.instead)"
            }
        }
    }

    /// Where a message may name an option or a command.
    static let commandLineWords = "Sources/Wording/CommandLineWords.swift"

    /// Whoever asks over HTTP has no options and no commands: a message that both doors say speaks of neither.
    static func commandsInWords(_ file: SourceTree.File, commands: [String]) -> [String] {
        guard file.path.hasPrefix("Sources/"), file.target != "MunimentCLI", file.path != commandLineWords else { return [] }
        let (ticked, told) = (commands.map { "`\($0)" }, commands.flatMap { ["用 \($0) ", "用 \($0)\"", "运行 \($0)", "见 \($0) "] })
        var isSaid = file.target == "Wording"
        return file.lines.enumerated().compactMap { index, line in
            let code = line.trimmingPrefix { $0 == " " }
            guard !code.hasPrefix("//") else { return nil }
            isSaid = file.target == "Wording" || code.contains("Phrase(") || (isSaid && code.hasPrefix("\""))
            let literals = code.matches(of: /"(?:[^"\\]|\\.)*"/).map { String($0.0) }
            let names = literals.contains { text in
                text.contains(/(^|[^-])--[a-z]/) || (ticked + told).contains { text.contains($0) }
            }
            return isSaid && names ? "\(file.path):\(index + 1) names an option or a command; say it in CommandLineWords.swift" : nil
        }
    }

    /// Phrases whose first half, which is said to people who read Chinese, has words of English in a row.
    static func englishInChinese(_ file: SourceTree.File) -> [String] {
        guard file.path.hasPrefix("Sources/") else { return [] }
        let text = file.lines.joined(separator: "\n")
        return text.matches(of: /(?:Phrase|console\.say|console\.word|word)\(\s*"((?:[^"\\]|\\.)*)"/).compactMap { match in
            // What is put in stands for one word.
            let said = String(match.1).replacing(/\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/, with: "1")
            return said.contains(/[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/) ? "\(file.path) says in Chinese: \(said)" : nil
        }
    }

    /// `@unchecked Sendable` needs a word on what guards it, in the same line or the one above.
    static func unexplainedSendable(_ file: SourceTree.File) -> [String] {
        file.lines.enumerated().compactMap { index, line in
            guard line.contains("@unchecked" + " Sendable"), !line.contains("//"), index == 0 || !file.lines[index - 1].contains("//")
            else { return nil }
            return "\(file.path):\(index + 1) does not say what guards it"
        }
    }
}
