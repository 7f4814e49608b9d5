import Archive
import Records
import Wording

/// The one place that decides what of an error a client is told. What went wrong inside is said by its kind only: messages for the
/// operator name folders of this machine, which are nobody else's business. The log has all of it, under the request's identifier.
enum Outward {
    static func told(_ error: ArchiveError, _ tongue: Tongue) -> (title: String, subject: String?) {
        let message = error.message.phrase
        let isInside = error.code.httpStatus >= 500 || [message.chinese, message.english].contains(where: namesPath)
        return (
            cut(isInside ? ErrorName(error.code).text(tongue) : message.text(tongue)),
            error.subject.flatMap { isInside && namesPath($0) ? nil : cut($0) }
        )
    }

    /// A refused value may be as long as a body; enough of it is sent back to know it by.
    private static func cut(_ text: String) -> String {
        text.unicodeScalars.count > 1000 ? String(text.unicodeScalars.prefix(1000)) + "…" : text
    }

    /// Whether a text has an absolute path in it: a slash that nothing of a name stands before, and another one after it.
    private static func namesPath(_ text: String) -> Bool {
        var (before, inPath): (Character, Bool) = (" ", false)
        for symbol in text {
            if symbol == "/", inPath { return true }
            if symbol == "/", !before.isLetter, !before.isNumber { inPath = true }
            if symbol.isWhitespace { inPath = false }
            before = symbol
        }
        return false
    }
}
