import ArgumentParser
import Foundation
import Glibc
import Records

/// The last words of a process whose command line asked for help or was misused.
enum Parting {
    /// Prints them in the language of the process and ends it, with the parser's exit code.
    static func leave(with error: any Error) -> Never {
        guard Spoken.tongue == .chinese else { Muniment.exit(withError: error) }
        let (text, code) = (chinese(error), Muniment.exitCode(for: error))
        let stream = code.isSuccess ? FileHandle.standardOutput : .standardError
        if !text.isEmpty { try? stream.write(contentsOf: Data((text + "\n").utf8)) }
        Glibc.exit(code.rawValue)
    }

    private static func chinese(_ error: any Error) -> String {
        let english = Muniment.fullMessage(for: error, columns: HelpPage.unbroken)
        let page = HelpPage(width: columns)
        if Muniment.exitCode(for: error).isSuccess {
            // All else is for programs: the version, the dump of the help, completions.
            let isPage = english.hasPrefix("OVERVIEW: ") || english.hasPrefix("USAGE: ")
            return isPage ? page.text(english) : ParserText.sentences(in: english)
        }
        let message = Muniment.message(for: error)
        let beginning = Muniment._errorPrefix + message
        guard !message.isEmpty, english.hasPrefix(beginning) else { return english }
        return "错误：" + ParserText.message(message) + page.text(String(english.dropFirst(beginning.count)))
    }

    /// Cells of a line: what COLUMNS says, else the terminal, else 80.
    private static var columns: Int {
        if let asked = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), asked > 0 { return asked }
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}
