import Disk
import FileStore
import Foundation
import Records
import Samples
import SystemPackage
import Testing
import Wording

/// The objects of OCFL's own fixtures, each with the faults that its name says.
@Suite("The validator agrees with OCFL's fixtures", .enabled(if: Corpora.isHere, Comment(rawValue: Corpora.missing)))
struct ObjectValidatorTests {
    struct Fixture: Sendable, CustomTestStringConvertible {
        let path: String
        let kind: String
        let codes: Set<String>
        var testDescription: String { path }
    }

    static let fixtures: [Fixture] = {
        guard let folder = Corpora.folder,
            let text = try? String(contentsOf: folder.appendingPathComponent("ocfl-fixtures-expected.tsv"), encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Fixture(path: fields[0], kind: fields[2], codes: Set(fields[3].split(separator: ",").map(String.init)))
        }
    }()

    @Test("there are 156 of them")
    func count() { #expect(ObjectValidatorTests.fixtures.count == 156) }

    @Test("each has its class and the codes of its name", arguments: fixtures)
    func fixture(_ fixture: Fixture) throws {
        let scratch = try Scratch()
        let findings = ObjectValidator(disk: Disk()).findings(in: try place(of: fixture, scratch))
        let codes = Set(findings.map(\.code.rawValue))
        let kind = findings.contains { !$0.code.isWarning } ? "bad" : findings.isEmpty ? "good" : "warn"
        #expect(kind == fixture.kind, "\(findings)")
        #expect(fixture.codes.isSubset(of: codes), "found \(codes.sorted())")
        for finding in findings {
            for phrase in [finding.message.phrase, finding.detail.phrase] {
                // Three words in a row are no name, no path and no digest.
                #expect(!phrase.chinese.contains(/[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/), "\(finding)")
                #expect(!phrase.english.isEmpty && !phrase.english.unicodeScalars.contains { $0.value > 0x2E80 }, "\(finding)")
            }
        }
    }

    /// Where the object is: an empty folder, for the one that the fixtures can only keep with a file in it.
    private func place(of fixture: Fixture, _ scratch: Scratch) throws -> FilePath {
        guard !fixture.path.hasSuffix("E003_E063_empty") else { return scratch.folder }
        return FilePath(try #require(Corpora.folder).path).appending("ocfl-fixtures").pushing(FilePath(fixture.path))
    }
}
