import Disk
import FileStore
import Foundation
import Records
import Samples
import SystemPackage
import Testing
import Wording

/// The objects of OCFL's own fixtures, each with all that is found in it: a false alarm fails as a missed fault does.
@Suite("The validator agrees with OCFL's fixtures", .enabled(if: Corpora.isHere, Comment(rawValue: Corpora.missing)))
struct OCFLFixtureTests {
    struct Fixture: Sendable, CustomTestStringConvertible {
        let path: String
        /// `good`, `warn` or `bad`
        let kind: String
        /// Those in its name.
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

    @Test("there are 156 of them, and a list of findings for each that is not good")
    func count() {
        #expect(OCFLFixtureTests.fixtures.count == 156)
        #expect(Set(FixtureFindings.all.keys) == Set(OCFLFixtureTests.fixtures.filter { $0.kind != "good" }.map(\.path)))
    }

    @Test("each has its class, the codes of its name, and no other findings than are listed", arguments: fixtures)
    func fixture(_ fixture: Fixture) throws {
        // The fixture of an empty folder holds a file, for Git keeps no empty folder.
        guard !fixture.path.hasSuffix("E003_E063_empty") else { return try emptyFolder() }
        let validation = try OCFLValidator(disk: Disk()).validate(try OCFLFixtureTests.place(of: fixture))
        let found = (validation.errors + validation.warnings).map(\.code.rawValue).sorted()
        #expect(validation.kind == .object && validation.objects == 1 && validation.passedOver.isEmpty && validation.unlisted == 0)
        #expect(validation.isValid == (fixture.kind != "bad"))
        #expect(fixture.codes.isSubset(of: found), "found \(found)")
        #expect(found == FixtureFindings.all[fixture.path] ?? [], "\(fixture.path): \(found.joined(separator: " "))")
        for fault in validation.errors + validation.warnings {
            // Three words in a row are no name, no path and no digest.
            #expect(!fault.phrase.chinese.contains(/[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/), "\(fault)")
            #expect(!fault.phrase.english.isEmpty && !fault.phrase.english.unicodeScalars.contains { $0.value > 0x2E80 }, "\(fault)")
        }
    }

    private func emptyFolder() throws {
        let scratch = try Scratch()
        #expect(throws: OCFLValidator.Refusal.neither) { try OCFLValidator(disk: Disk()).validate(scratch.folder) }
        #expect(OCFLMessage.neither("x").phrase.english.contains("E003") && OCFLMessage.neither("x").phrase.english.contains("E063"))
    }

    @Test(
        "ocfl-py, where it is installed, calls valid what is called valid here",
        .enabled(if: OutsideValidator.isHere, "ocfl-py is not here"))
    func outside() throws {
        let fixtures = OCFLFixtureTests.fixtures
        let verdicts = try OutsideValidator.verdicts(on: fixtures.map { try OCFLFixtureTests.place(of: $0) })
        #expect(verdicts.count == fixtures.count)
        for (fixture, verdict) in zip(fixtures, verdicts) {
            let own = (try? OCFLValidator(disk: Disk()).validate(try OCFLFixtureTests.place(of: fixture)).isValid) ?? false
            #expect(own == verdict, "\(fixture.path)")
        }
    }

    private static func place(of fixture: Fixture) throws -> FilePath {
        FilePath(try #require(Corpora.folder).path).appending("ocfl-fixtures").pushing(FilePath(fixture.path))
    }
}
