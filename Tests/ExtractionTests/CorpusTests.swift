import Disk
import Extraction
import Foundation
import Records
import Samples
import SystemPackage
import Testing

/// Real files of many formats, where they are at hand beside the checkout.
enum Corpus {
    static var folder: URL? { Corpora.folder }

    struct Line: Sendable {
        let path: String
        let type: String
        let phrase: String
    }

    static var lines: [Line] {
        guard let folder, let text = try? String(contentsOf: folder.appendingPathComponent("documents.tsv"), encoding: .utf8) else {
            return []
        }
        return text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Line(path: cells[0], type: cells[3], phrase: cells[4])
        }
    }

    static let service = ExtractionService(
        program: FilePath(
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("muniment").path))

    static func open(_ line: Line) throws -> (DiskFile, String) {
        let path = try #require(folder).appendingPathComponent(line.path)
        return (try Disk().openForReading(FilePath(path.path)), path.lastPathComponent)
    }

    /// Compatibility forms folded and all white space removed, as the corpus says to compare.
    static func folded(_ text: String) -> String {
        String(text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.properties.isWhitespace })
    }
}

@Suite("Real files are identified and read", .enabled(if: Corpora.isHere, Comment(rawValue: Corpora.missing)))
struct CorpusTests {
    @Test("Types are right for at least 95 % of all files")
    func types() async throws {
        var misses: [String] = []
        for line in Corpus.lines {
            let (file, name) = try Corpus.open(line)
            let found = await Corpus.service.identify(file, name: name)
            if found.mediaType.text != MediaAliases.canonical(line.type) {
                misses.append("\(line.path): \(found.mediaType) for \(line.type)")
            }
        }
        let right = Corpus.lines.count - misses.count
        #expect(right * 100 >= Corpus.lines.count * 95, "\(right) of \(Corpus.lines.count)\n\(misses.joined(separator: "\n"))")
        for miss in misses { Issue.record("type: \(miss)", severity: .warning) }
    }

    /// Types whose text the archive promises to read.
    private static let promised = [
        "application/pdf", "wordprocessingml", "spreadsheetml", "presentationml", "application/msword", "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "macroenabled", "opendocument.text", "opendocument.spreadsheet", "application/ofd", "text/rtf", "text/html", "text/csv",
        "message/rfc822", "text/plain",
        "application/zip", "application/x-7z-compressed", "application/x-tar", "application/gzip", "application/x-rar",
    ]

    @Test("Phrases are found for at least 90 % of the files whose type is promised")
    func phrases() async throws {
        let lines = Corpus.lines.filter { line in !line.phrase.isEmpty && Self.promised.contains { line.type.contains($0) } }
        var misses: [String] = []
        for line in lines {
            let (file, name) = try Corpus.open(line)
            let type = await Corpus.service.identify(file, name: name).mediaType
            let outcome = await Corpus.service.read(file, name: name, mediaType: type)
            let isThere =
                Corpus.folded(outcome.text).contains(Corpus.folded(line.phrase))
                || Corpus.folded(outcome.pieces.map(\.text).joined()).contains(Corpus.folded(line.phrase))
            if !isThere { misses.append("\(line.path) (\(type)): \(outcome.result) \(outcome.reason ?? "")") }
        }
        let found = lines.count - misses.count
        #expect(found * 10 >= lines.count * 9, "\(found) of \(lines.count)\n\(misses.joined(separator: "\n"))")
        for miss in misses { Issue.record("phrase: \(miss)", severity: .warning) }
    }
}
