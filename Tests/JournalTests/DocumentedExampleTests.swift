import Disk
import Foundation
import Records
import Samples
import SystemPackage
import Testing

@testable import Journal

@Suite("docs/journal.md")
struct DocumentedExampleTests {
    private static let origin = "muniment.archive/k3v9x2m7qd4t"

    private func event(_ milliseconds: Int64, salt: String, _ event: some Event) throws -> NewEvent {
        let payload = Payload(salt: salt, date: try #require(CivilDate("2026-11-23")), request: nil, event: event)
        return NewEvent(
            at: Timestamp(milliseconds: 1_795_420_800_000 + milliseconds), actor: .operator,
            type: try #require(EventType(type(of: event).type)),
            subjects: event.subjects, payload: try payload.bytes())
    }

    @Test("shows an example that is what the program writes, byte for byte")
    func example() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        let document = try DocumentID("D-7K3M-9QXT-2VHT")
        let created = ArchiveCreated(identity: "k3v9x2m7qd4t", zone: "Asia/Shanghai", numbering: [:])
        let withdrawn = DocumentWithdrawn(document: document, reason: "误归档")
        let reinstated = DocumentReinstated(document: document, reason: "撤回有误")
        var head = try journal.head()
        head =
            try journal.append(
                [try event(30_123, salt: "6f1c2a9e0b7d45c38e21f0a49b5d7c13", created)], after: head
            ).head
        _ = try journal.append(
            [
                try event(95_004, salt: "0d93b1f86a2c4e57b8f0136e7c95a2d4", withdrawn),
                try event(95_004, salt: "c4a7720de91b4f36a5d8e37f1b604c92", reinstated),
            ], after: head)
        let signer = try #require(NoteSigner(name: DocumentedExampleTests.origin, privateKey: (0..<32).map { UInt8($0) }))
        let note = try journal.makeCheckpoint(origin: DocumentedExampleTests.origin, signer: signer)
        let page = try Checkout.text(of: "docs/journal.md")
        for line in try journal.lines() { #expect(page.contains(line.replacingOccurrences(of: "\t", with: "⇥")), "\(line)") }
        #expect(page.contains(note.description), "\(note)")
        #expect(page.contains(signer.verifier.description), "\(signer.verifier)")
        let proof = String(decoding: try journal.proof(of: 2, in: note).bytes, as: UTF8.self)
        #expect(page.contains("```\n\(proof)```\n"), "\(proof)")
        try proofByHand(page, proof, in: scratch)
    }

    /// What the page says that an heir can do without any program of ours.
    private func proofByHand(_ page: String, _ proof: String, in scratch: Scratch) throws {
        let section = try #require(page.components(separatedBy: "By hand, with").dropFirst().first)
        let commands = try #require(section.components(separatedBy: "```sh\n").dropFirst().first?.components(separatedBy: "```").first)
        // What the page puts below /tmp is the test's own here.
        let script = commands.replacingOccurrences(of: "/tmp/", with: "\(scratch.folder)/")
        let file = scratch.folder.appending("proof.txt")
        try Disk().createFile(file).write(Array(proof.utf8), at: 0)
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "cd '\(scratch.folder)'\n\(script)"]
        process.standardOutput = output
        try process.run()
        let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
        process.waitUntilExit()
        #expect(lines.count == 3 && lines[0] == lines[1])
        #expect(lines.last.map(String.init) == proof.components(separatedBy: "\n\n")[1].split(separator: "\n")[2].description)
    }

    @Test("names every finding")
    func findings() throws {
        let page = try Checkout.text(of: "docs/journal.md")
        for code in JournalFinding.Code.allCases { #expect(page.contains("| `\(code.rawValue)` |"), "\(code)") }
    }
}
