import Disk
import Foundation
import Samples
import SystemPackage
import Testing

@testable import Journal

@Suite("Proofs and checkpoints")
struct ProofTests {
    private static let origin = "muniment.archive/test"

    @Test("A third party can check each event with nothing but the proof, the origin and the key (R-54)")
    func proof() throws {
        let scratch = try Scratch()
        _ = try Journal.create(in: scratch.folder, disk: Disk())
        let journal = Journal(folder: scratch.folder, disk: Disk(), closingLength: 1500)
        try journal.appendGroups([1, 4, 2, 3])
        let signer = try testSigner()
        let note = try journal.makeCheckpoint(origin: ProofTests.origin, signer: signer)
        try journal.appendGroups([5])
        for number in 1...10 {
            let written = try journal.proof(of: number, in: note).bytes
            let proof = try #require(EventProof(bytes: written))
            #expect(proof.bytes == written)
            guard case .whole(let header) = proof.verdict(origin: ProofTests.origin, keys: [signer.verifier]) else {
                Issue.record("event \(number) is not proved"); return
            }
            #expect(header.sequence == number)
            #expect(proof.verdict(origin: ProofTests.origin, keys: []) == .notSigned)
            #expect(proof.verdict(origin: "muniment.archive/other", keys: [signer.verifier]) == .notSigned)
        }
        #expect(throws: JournalError.notInTree(sequence: 11, size: 10)) { try journal.proof(of: 11, in: note) }
    }

    @Test("Of an erased payload the proof covers existence and date only, and says so (R-54)")
    func erased() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        try journal.appendGroups([2])
        let signer = try testSigner()
        let note = try journal.makeCheckpoint(origin: ProofTests.origin, signer: signer)
        let lines = try journal.lines()
        try journal.setLines([String(lines[0].split(separator: "\t")[0]) + "\t", lines[1]])
        let proof = try #require(EventProof(bytes: try journal.proof(of: 1, in: note).bytes))
        guard case .existence = proof.verdict(origin: ProofTests.origin, keys: [signer.verifier]) else {
            Issue.record("only existence should be proved"); return
        }
    }

    @Test("A proof with any one byte changed proves nothing")
    func changedProof() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        try journal.appendGroups([5])
        let signer = try testSigner()
        let proof = try journal.proof(of: 3, in: try journal.makeCheckpoint(origin: ProofTests.origin, signer: signer)).bytes
        for index in proof.indices {
            var changed = proof
            changed[index] = changed[index] == 65 ? 66 : 65
            guard let read = EventProof(bytes: changed) else { continue }
            if case .whole = read.verdict(origin: ProofTests.origin, keys: [signer.verifier]) { Issue.record("byte \(index)") }
        }
    }

    @Test("The journal proves that a later state continues an earlier one")
    func consistency() throws {
        let scratch = try Scratch()
        let journal = try Journal.create(in: scratch.folder, disk: Disk())
        try journal.appendGroups([3, 4, 6])
        for old in 1...13 {
            let path = try journal.consistencyProof(from: old, to: 13)
            #expect(
                MerkleTree.isConsistent(
                    from: old, root: try journal.root(ofFirst: old), to: 13, root: try journal.root(ofFirst: 13), path: path))
        }
    }

    @Test("The example of the C2SP specification is read, and its key's number computed as there")
    func specification() throws {
        let text = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

            """
        let note = try #require(SignedNote(bytes: Array(text.utf8)))
        #expect(note.bytes == Array(text.utf8))
        #expect(note.signatures.map(\.keyID) == [0x033d_e0ae])
        #expect(Checkpoint(note)?.size == 20_852_163)
        #expect(!note.isSigned(by: [try testSigner("example.com/behind-the-sofa").verifier]))
    }

    @Test("A witness's further signature does no harm, and one wrong signature of a known key spoils the note")
    func witnesses() throws {
        let (signer, witness) = (try testSigner(), try testSigner("witness.example", seed: 3))
        let text = Checkpoint(origin: ProofTests.origin, size: 3, root: .zero).text
        let (own, other) = (try signer.sign(text), try witness.sign(text))
        let both = SignedNote(text: text, signatures: own.signatures + other.signatures)
        #expect(try #require(SignedNote(bytes: both.bytes)) == both)
        #expect(
            both.isSigned(by: [signer.verifier]) && both.isSigned(by: [witness.verifier])
                && both.isSigned(by: [witness.verifier, signer.verifier]))
        let wrong = SignedNote.Signature(name: "witness.example", keyID: witness.verifier.keyID, signature: own.signatures[0].signature)
        let spoilt = SignedNote(text: text, signatures: own.signatures + [wrong])
        #expect(spoilt.isSigned(by: [signer.verifier]) && !spoilt.isSigned(by: [signer.verifier, witness.verifier]))
    }

    @Test("Keys are written and read in the form of note tools", arguments: ["", "a+b", "a b", "文", "a\nb"])
    func keys(badName: String) throws {
        let key = try testSigner().verifier
        #expect(NoteVerifier(key.description) == key)
        #expect(NoteVerifier(key.description.replacingOccurrences(of: "test", with: "tost")) == nil)
        #expect(NoteVerifier(name: badName, publicKey: key.publicKey) == nil)
    }

    private static let script = Checkout.file("Tests/JournalTests/check_journal.py").path

    private static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    private static let hasPython = (try? python(["-c", "import cryptography"]).status) == 0

    @Test(
        "A checker in another language, written from docs/journal.md and the C2SP specifications, agrees",
        .enabled(if: hasPython, "needs python3 with the package cryptography"))
    func otherLanguage() throws {
        let scratch = try Scratch()
        _ = try Journal.create(in: scratch.folder, disk: Disk())
        let journal = Journal(folder: scratch.folder, disk: Disk(), closingLength: 3000)
        try journal.appendGroups([1, 4, 2, 30, 3])
        let signer = try testSigner()
        let note = try journal.makeCheckpoint(origin: ProofTests.origin, signer: signer)
        let (file, proof) = (scratch.path.appending("note"), scratch.path.appending("event.tlog-proof"))
        try Disk().createFile(file).write(note.bytes, at: 0)
        try Disk().createFile(proof).write(try journal.proof(of: 23, in: note).bytes, at: 0)
        let arguments = [ProofTests.script, scratch.folder.string, file.string, signer.verifier.description, proof.string]
        let good = try ProofTests.python(arguments)
        #expect(good.status == 0, "\(good.output)")
        var lines = try journal.lines(ofSegment: 2)
        lines[1] = lines[1].replacingOccurrences(of: "合同", with: "协议")
        try journal.setLines(lines, ofSegment: 2)
        #expect(try ProofTests.python(arguments).status == 1)
    }
}
