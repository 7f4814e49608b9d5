import ArgumentParser
import Foundation
import Records
import Wording

/// The language in which this process speaks to people. It is settled before the command line is understood: its help and what is wrong
/// with it are said in it too.
enum Spoken {
    static let tongue = tongue(arguments: CommandLine.arguments.dropFirst(), environment: ProcessInfo.processInfo.environment)

    /// The last `--lang` that names a language, else the locale's, else Chinese; English for all other locales.
    static func tongue(arguments: some Collection<String>, environment: [String: String]) -> Tongue {
        if let asked = read(Array(arguments)).asked { return asked }
        for case let locale? in ["LC_ALL", "LC_MESSAGES", "LANG"].map({ environment[$0] }) where !locale.isEmpty {
            return Tongue(locale: locale) ?? .english
        }
        return .chinese
    }

    /// A command line without the language that it asks for: that may stand anywhere, also before a command of a group, where the parser
    /// knows no options.
    /// - Throws: `ValidationError` where a language is asked for that is not spoken here.
    static func rest(of words: [String]) throws -> [String] {
        let rest = read(words).rest
        guard !rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--lang" || $0.hasPrefix("--lang=") }) else {
            throw ValidationError(.lang)
        }
        return rest
    }

    /// The language that words ask for, and the words without those that do.
    private static func read(_ words: [String]) -> (asked: Tongue?, rest: [String]) {
        var (asked, rest, words) = (Tongue?.none, [String](), words[...])
        while let word = words.popFirst() {
            if word == "--" { return (asked, rest + [word] + words) }
            if word == "--lang", let named = words.first.flatMap({ Tongue(locale: $0) }) {
                (asked, words) = (named, words.dropFirst())
            } else if word.hasPrefix("--lang="), let named = Tongue(locale: word.trimmingPrefix("--lang=")) {
                asked = named
            } else {
                rest.append(word)
            }
        }
        return (asked, rest)
    }
}

extension String {
    /// A sentence in the language of the process.
    static func said(_ chinese: String, _ english: String) -> String { Phrase(chinese, english).text(Spoken.tongue) }
}

extension ArgumentHelp {
    /// What an argument, option or flag is, in the language of the process.
    ///
    /// - Parameter valueName: What stands for its value, in English; ``ValueNames`` has the Chinese.
    static func said(_ chinese: String, _ english: String, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp("\(String.said(chinese, english))", valueName: valueName)
    }
}
