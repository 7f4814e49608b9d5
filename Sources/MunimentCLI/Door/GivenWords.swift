import ArgumentParser
import Foundation
import Records
import Wording

/// The words of a command line as they were given: what the parser passes over in silence, or calls by another name.
enum GivenWords {
    /// What is read of the parser's own description of a command.
    private struct Described: Decodable {
        struct Command: Decodable { let arguments: [Argument]? }
        struct Argument: Decodable {
            struct Name: Decodable {
                let kind: String
                let name: String
                var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
            }
            let kind: String
            let isRepeating: Bool
            let names: [Name]?
        }
        let command: Command
    }

    /// Of an option that takes one value and is given twice, the parser keeps the last.
    ///
    /// - Throws: `ValidationError` that names it.
    static func refuseRepeated(_ words: some Sequence<String>, of command: any ParsableCommand) throws {
        let given = names(words)
        // Most command lines have no word twice, and the description need not be made.
        guard Set(given).count < given.count || given.contains(where: { $0.count == 2 }) else { return }
        guard let described = try? JSONDecoder().decode(Described.self, from: Data(type(of: command)._dumpHelp().utf8)) else { return }
        for option in described.command.arguments ?? [] where option.kind == "option" && !option.isRepeating {
            let called = given.filter { word in option.names?.contains { $0.text == word } ?? false }
            if called.count > 1, let name = called.last { throw ValidationError(.optionTwice(name)) }
        }
    }

    /// Asked for the help of a command that is none, the parser shows that of the whole program.
    ///
    /// - Throws: `ValidationError` that names it.
    static func refuseUnknown(commands: some Sequence<String>) throws {
        var command: any ParsableCommand.Type = Muniment.self
        for name in commands.prefix(while: { !$0.hasPrefix("-") }) where name != "help" {
            guard let found = command.configuration.subcommands.first(where: { $0._commandName == name }) else {
                throw ValidationError(.noCommand(name))
            }
            command = found
        }
    }

    /// A value that begins with a hyphen is taken for an option, and the parser calls it missing.
    static func explained(_ error: any Error, _ words: some Sequence<String>) -> any Error {
        let words = Array(words)
        guard Muniment.exitCode(for: error) == .validationFailure,
            let option = Muniment.message(for: error).wholeMatch(of: /Missing value for '(--?[^ ']+).*'/).map({ String($0.1) }),
            let place = words.firstIndex(of: option), place + 1 < words.count, words[place + 1].hasPrefix("-")
        else { return error }
        return ValidationError(.valueWithHyphen(option, words[place + 1]))
    }

    /// The options, each by the name that was given, up to what is none any more.
    private static func names(_ words: some Sequence<String>) -> [String] {
        words.prefix { $0 != "--" }.filter { $0.hasPrefix("-") && $0 != "-" }.map { word in String(word.prefix { $0 != "=" }) }
    }
}
