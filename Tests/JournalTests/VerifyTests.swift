import Disk
import Foundation
import Records
import SystemPackage
import Testing
import Wording

@testable import Journal

@Suite("Verifying")
struct VerifyTests {
    /// A journal of 12 events in groups of 1, 2, 3, 1, 2, 3, in several segments if asked for.
    private func journal(in scratch: Scratch, closingLength: Int64 = 1 << 20) throws -> Journal {
        _ = try Journal.create(in: scratch.folder, disk: Disk())
        let journal = Journal(folder: scratch.folder, disk: Disk(), closingLength: closingLength)
        try journal.appendGroups([1, 2, 3, 1, 2, 3])
        return journal
    }

    /// What is found after the lines were changed; each finding in the form `edited 5`, `deleted 3–4`, `swapped 2 9`.
    private func found(_ change: (inout [String]) -> Void) throws -> [String] {
        let scratch = try Scratch()
        let journal = try journal(in: scratch)
        var lines = try journal.lines()
        change(&lines)
        try journal.setLines(lines)
        return try journal.verify().map(VerifyTests.summary)
    }

    @Test("a segment behind a missing one is no whole journal, though no line is wrong")
    func missingSegment() throws {
        let scratch = try Scratch()
        let journal = try journal(in: scratch)
        _ = try Disk().createFile(scratch.folder.appending("000003.jsonl"), mode: 0o600)
        #expect(throws: JournalError.damaged(JournalDamage(2, line: 0, .segmentMissing))) { try journal.verify() }
    }

    /// The finding's code and numbers; what it says must be in both languages.
    static func summary(_ finding: JournalFinding) -> String {
        for phrase in [finding.message.phrase, finding.detail.phrase] {
            #expect(
                !phrase.chinese.contains(/[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/) && phrase.chinese.unicodeScalars.contains { $0.value > 0x2E80 }
            )
            #expect(!phrase.english.isEmpty && !phrase.english.unicodeScalars.contains { $0.value > 0x2E80 })
        }
        let events = finding.sequences.map { $0.count == 1 ? " \($0.lowerBound)" : " \($0.lowerBound)–\($0.upperBound)" } ?? ""
        return finding.code.rawValue + events + (finding.other.map { " \($0)" } ?? "")
    }

    @Test("An edited payload is named", arguments: 1...12)
    func payload(_ number: Int) throws {
        #expect(try found { $0[number - 1] = $0[number - 1].replacingOccurrences(of: "合同", with: "协议") } == ["edited \(number)"])
    }

    @Test("A line that is no line any more is named", arguments: 1...12)
    func garbage(_ number: Int) throws {
        #expect(try found { $0[number - 1] = "{\"seq\":\(number)}" } == ["edited \(number)"])
        #expect(try found { $0[number - 1] = "" } == ["edited \(number)"])
    }

    @Test("An edited header is named, whichever field it is; only the last line's needs a checkpoint", arguments: 1...11)
    func header(_ number: Int) throws {
        let edits: [(String, String)] = [
            ("\"at\":\"2026", "\"at\":\"2025"), ("operator", "nobody"), ("/1\"", "/2\""), ("\"DTEST", "\"DTESTX"),
            ("\"group\":", "\"group\":1"),
            ("\"seq\":", "\"seq\":9"), ("\"prev\":\"", "\"prev\":\"00"),
        ]
        for (old, new) in edits {
            let result = try found { lines in
                if old.contains("prev") {
                    lines[number - 1] = lines[number - 1].changingADigit(after: old)
                } else {
                    lines[number - 1] = lines[number - 1].replacingOccurrences(of: old, with: new)
                }
            }
            #expect(result == ["edited \(number)"], "\(old)")
        }
        #expect(try found { $0[number - 1] = $0[number - 1].changingADigit(after: "\"payload\":\"") } == ["edited \(number)"])
    }

    @Test("A line put in another's stead, header, payload and all, is told to within one line")
    func replaced() throws {
        let other = try Scratch()
        let foreign = try Journal.create(in: other.folder, disk: Disk())
        var head = try foreign.head()
        for number in 1...12 { head = try foreign.append([try event(number + 100)], after: head).head }
        let lines = try foreign.lines()
        for number in 2...11 { #expect(try found { $0[number - 1] = lines[number - 1] } == ["edited \(number - 1)–\(number)"]) }
    }

    @Test("A deleted line is named, but the last, which a checkpoint or the catalogue must miss", arguments: 1...11)
    func deleted(_ number: Int) throws {
        #expect(try found { $0.remove(at: number - 1) } == ["deleted \(number)"])
        if number < 10 { #expect(try found { $0.removeSubrange((number - 1)...number) } == ["deleted \(number)–\(number + 1)"]) }
    }

    @Test("Two deletions and an edit are told apart")
    func several() throws {
        let result = try found { lines in
            lines[9] = lines[9].replacingOccurrences(of: "合同", with: "协议")
            lines.remove(at: 6)
            lines.remove(at: 2)
        }
        #expect(result == ["deleted 3", "deleted 7", "edited 10"])
    }

    @Test("An inserted line is named: a copy, an old line, a forged one, no line at all", arguments: 1...12)
    func inserted(_ number: Int) throws {
        #expect(try found { $0.insert($0[number - 1], at: number - 1) } == ["inserted \(number)"])
        #expect(try found { $0.insert($0[0], at: number) } == ["inserted 1"])
        #expect(
            try found { $0.insert($0[number - 1].replacingOccurrences(of: "operator", with: "nobody"), at: number) } == [
                "inserted \(number)"
            ])
        if number < 12 { #expect(try found { $0.insert("something", at: number) } == ["inserted"]) }
    }

    @Test("Two lines that have changed places are named", arguments: [(1, 2), (1, 12), (5, 6), (3, 9), (11, 12), (2, 4)])
    func swapped(_ one: Int, _ two: Int) throws {
        #expect(try found { $0.swapAt(one - 1, two - 1) } == ["swapped \(one) \(two)"])
    }

    @Test("Two payloads that have changed places are named", arguments: [(1, 2), (3, 12)])
    func swappedPayloads(_ one: Int, _ two: Int) throws {
        let result = try found { lines in
            let halves = [lines[one - 1], lines[two - 1]].map { $0.split(separator: "\t").map(String.init) }
            lines[one - 1] = halves[0][0] + "\t" + halves[1][1]
            lines[two - 1] = halves[1][0] + "\t" + halves[0][1]
        }
        #expect(result == ["swapped \(one) \(two)"])
    }

    @Test("A line moved elsewhere is named", arguments: [(2, 9), (9, 2), (1, 12), (12, 1), (5, 8)])
    func moved(_ from: Int, _ to: Int) throws {
        let result = try found { lines in
            let line = lines.remove(at: from - 1)
            lines.insert(line, at: to - 1)
        }
        #expect(result == ["reordered \(from)"])
    }

    @Test("Lines are told apart across segments too, and segments that have changed names, or are missing")
    func segments() throws {
        let scratch = try Scratch()
        let journal = try journal(in: scratch, closingLength: 1100)
        let names = try journal.segments()
        #expect(names.count >= 4)
        let third = try journal.lines(ofSegment: 3)
        let disk = Disk()
        try disk.exchange(Segment.path(2, in: scratch.folder), Segment.path(4, in: scratch.folder))
        #expect(try !journal.verify().isEmpty)
        #expect(try journal.verify().allSatisfy { $0.code == .swapped || $0.code == .reordered })
        try disk.exchange(Segment.path(2, in: scratch.folder), Segment.path(4, in: scratch.folder))
        try disk.removeFile(Segment.path(3, in: scratch.folder))
        let findings = try journal.verify()
        #expect(findings.map(\.code) == [.deleted])
        #expect(findings.first?.sequences?.count == third.count)
    }

    @Test("What the chain cannot show a checkpoint shows: a tail cut off, an older state, the last line edited, all written anew")
    func checkpoint() throws {
        let scratch = try Scratch()
        let journal = try journal(in: scratch)
        let signer = try testSigner()
        let note = try journal.makeCheckpoint(origin: "muniment.archive/test", signer: signer)
        try Disk().removeFile(scratch.folder.appending("checkpoints/12"))
        let lines = try journal.lines()
        func findings() throws -> [String] {
            try journal.verify(origin: "muniment.archive/test", checkpoint: note, keys: [signer.verifier]).map(VerifyTests.summary)
        }
        #expect(try findings() == [])
        try journal.setLines(Array(lines.dropLast(3)))
        #expect(try journal.verify().isEmpty)
        #expect(try journal.verify(knownThrough: 11).map(VerifyTests.summary) == ["truncated 10–11"])
        #expect(try findings() == ["truncated 10–12"])
        try journal.setLines(lines.dropLast() + [lines[11].replacingOccurrences(of: "\"at\":\"2026", with: "\"at\":\"2025")])
        #expect(try journal.verify().isEmpty)
        #expect(try findings() == ["rewritten 1–12"])
        try journal.setLines([])
        var head = try journal.head()
        for number in 1...12 { head = try journal.append([try event(number + 50)], after: head).head }
        #expect(try journal.verify().isEmpty)
        #expect(try findings() == ["rewritten 1–12"])
    }

    @Test("A checkpoint kept beside the journal is looked at too, and narrows down what was written anew")
    func localCheckpoints() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let signer = try testSigner()
        for _ in 1...3 {
            try journal.appendGroups([2])
            _ = try journal.makeCheckpoint(origin: "muniment.archive/test", signer: signer)
        }
        #expect(try journal.checkpoints().map(\.size) == [2, 4, 6])
        var lines = try journal.lines()
        lines[5] = lines[5].replacingOccurrences(of: "operator", with: "nobody")
        try journal.setLines(lines)
        #expect(try journal.verify(keys: [signer.verifier]).map(VerifyTests.summary) == ["rewritten 5–6"])
        #expect(throws: JournalError.contradictsCheckpoint(size: 6)) {
            try journal.makeCheckpoint(origin: "muniment.archive/test", signer: signer)
        }
    }

    @Test("A checkpoint of another archive, or of an unknown key, or changed, is told and not believed")
    func strangers() throws {
        let scratch = try Scratch()
        let journal = try journal(in: scratch)
        let signer = try testSigner()
        let foreign = try testSigner("muniment.archive/other", seed: 9)
        let state = Checkpoint(origin: "muniment.archive/other", size: 5, root: .zero)
        let note = try foreign.sign(state.text)
        func codes(_ note: SignedNote, _ keys: [NoteVerifier]) throws -> [String] {
            try journal.verify(origin: "muniment.archive/test", checkpoint: note, keys: keys).map(VerifyTests.summary)
        }
        #expect(try codes(note, [foreign.verifier]) == ["checkpoint_foreign"])
        #expect(try codes(note, [signer.verifier]) == ["checkpoint_unsigned"])
        let good = try journal.makeCheckpoint(origin: "muniment.archive/test", signer: signer)
        let changed = SignedNote(text: good.text.replacingOccurrences(of: "\n12\n", with: "\n13\n"), signatures: good.signatures)
        #expect(try codes(changed, [signer.verifier]) == ["checkpoint_unsigned"])
        #expect(try codes(good, [signer.verifier]) == [])
    }

    @Test("A torn tail is told as that")
    func torn() throws {
        let scratch = try Scratch()
        let journal = try journal(in: scratch)
        let bytes = try Disk().read(Segment.path(1, in: scratch.folder), limit: 1 << 20)
        try journal.overwrite(Array(bytes.dropLast(7)))
        #expect(try journal.verify().map(VerifyTests.summary) == ["torn"])
        try journal.overwrite(bytes + Array("{\"seq\":13".utf8))
        #expect(try journal.verify().map(VerifyTests.summary) == ["torn"])
    }

    @Test("The check goes on after what it finds, tells its progress, and lists no more than a thousand findings")
    func bounded() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        try journal.appendGroups([1100])
        try journal.setLines(try journal.lines().map { $0.replacingOccurrences(of: "合同", with: "协议") })
        var done: [Int64] = []
        let findings = try journal.verify(progress: { part, total in done.append(part * 100 / total) })
        #expect(findings.count == 1001 && findings.last.map(VerifyTests.summary) == "more")
        #expect(done == [100, 100])
    }
}

extension String {
    /// The same with the first hexadecimal digit after `mark` another.
    func changingADigit(after mark: String) -> String {
        guard let place = range(of: mark)?.upperBound else { return self }
        return replacingCharacters(in: place...place, with: self[place] == "0" ? "1" : "0")
    }
}
