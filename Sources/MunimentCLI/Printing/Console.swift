import Archive
import ArgumentParser
import Foundation
import Records
import Wording

/// Speaks to whoever called: tables and sentences for people, JSON for programs.
struct Console: Sendable {
    let json: Bool
    let tongue: Tongue
    /// The document types of the archive at hand, for their names.
    var vocabulary: Vocabulary?

    /// Writes a line to the standard output.
    func line(_ text: String) { FileHandle.standardOutput.write(Data((seemly(text) + "\n").utf8)) }

    /// Writes a line to the standard error.
    func note(_ text: String) { FileHandle.standardError.write(Data((seemly(text) + "\n").utf8)) }

    /// A text that stays on its line and moves no cursor, whatever somebody has written into the archive: what would is shown as a sign.
    private func seemly(_ text: String) -> String {
        guard !json, text.unicodeScalars.contains(where: \.isUnseemly) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0.isUnseemly ? "\u{FFFD}" : $0 }))
    }

    /// Writes a sentence for people; programs do not get it.
    func say(_ chinese: String, _ english: String) {
        if !json { line(Phrase(chinese, english).text(tongue)) }
    }

    /// One word in the reader's language.
    func word(_ chinese: String, _ english: String) -> String { Phrase(chinese, english).text(tongue) }

    /// Writes a value as JSON on one line.
    func object(_ value: some Encodable) throws { line(try Console.encoded(value)) }

    static func encoded(_ value: some Encodable) throws -> String { try CanonicalJSON.text(value) }

    /// Runs a command's work; an ``ArchiveError`` becomes a message, with --json also an object as the last line of the
    /// standard error, and the exit code of its kind.
    func run(_ work: () async throws -> Void) async throws {
        do { try await work() } catch let error as ArchiveError {
            report(error)
            throw ExitCode(error.code.exitCode)
        }
    }

    /// Says what went wrong, and what to do.
    func report(_ error: ArchiveError) {
        guard json else {
            note(word("错误", "Error") + " \(error.code.rawValue): " + error.message.text(tongue))
            lines(of: error.duplicates).forEach(note)
            note(error.remedy.text(tongue, at: .commandLine))
            return
        }
        if error.code == .duplicate || error.code == .numberTaken {
            line((try? Console.encoded(Refused(duplicates: error.duplicates))) ?? "{}")
        }
        let object = ErrorObject(
            code: error.code.rawValue, kind: "\(error.code)", message: error.message.text(tongue),
            remedy: error.remedy.text(tongue, at: .commandLine),
            subject: error.subject, exitCode: error.code.exitCode)
        note((try? Console.encoded(["error": object])) ?? "{}")
    }

    /// What a filing that was refused as a duplicate answers.
    private struct Refused: Encodable {
        let duplicates: [Duplicate]
        enum Key: String, CodingKey { case document, duplicates }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encodeNil(forKey: .document)
            try container.encode(duplicates, forKey: .duplicates)
        }
    }

    private struct ErrorObject: Encodable {
        let code: String
        let kind: String
        let message: String
        let remedy: String
        let subject: String?
        let exitCode: Int32
    }
}
