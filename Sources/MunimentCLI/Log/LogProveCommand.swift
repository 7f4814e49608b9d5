import Archive
import ArgumentParser
import Journal
import Records
import Wording

extension LogCommand {
    struct Prove: ArchiveCommand {
        static let configuration = CommandConfiguration(
            commandName: "prove",
            abstract: .said(
                "写出事件在日志里的证明，供只有公钥的人核对；或核对证明。核对不过时退出码为 1。",
                "Write a proof that an event is in the journal, for whoever has only the key; or check one. Exit code 1 if it fails."),
            discussion: .said(
                """
                  muniment log prove 17 --output proof.txt
                  muniment log prove --check proof.txt --key 'muniment.archive/…+…+…'
                核对不需要档案库，只需要证明和已固定的公钥。
                """,
                """
                  muniment log prove 17 --output proof.txt
                  muniment log prove --check proof.txt --key 'muniment.archive/…+…+…'
                Checking needs no archive, only the proof and the key that was pinned.
                """))

        @Argument(help: .said("事件的序号。", "The event's number."))
        var event: Given<Ordinal>?
        @Option(
            name: [.long, .short],
            help: .said("写到哪里：一个还不存在的文件，或 - 表示标准输出。", "Where to: a file that does not exist yet, or - for the standard output."))
        var output: String?
        @Option(
            help: .said(
                "证明所依据的检查点，例如对方已有的；不给则用现在的。",
                "A checkpoint that the proof leads to, such as one that the reader already has; default: one of now."))
        var checkpoint: String?
        @Option(help: .said("核对这份证明。", "Check this proof."))
        var check: String?
        @OptionGroup var trusted: TrustedKeys
        @OptionGroup var common: CommonOptions

        func validate() throws {
            let (makes, checks) = (event != nil && output != nil, check != nil)
            guard makes != checks, checks ? event == nil && output == nil && checkpoint == nil : !trusted.areGiven else {
                throw ValidationError(.proveOrCheck)
            }
        }

        func run() async throws {
            guard let check, trusted.areGiven else { return try await runOnArchive() }
            let console = common.console
            try await console.run { () async throws in try judge(check, try trusted.keys() ?? [], console) }
        }

        func run(_ session: Session, _ console: Console) async throws {
            if let check { return try judge(check, try session.archive.pinnedKey().map { [$0] } ?? [], console) }
            guard let event, let output else { return }
            let note = try checkpoint.map { path throws(ArchiveError) in try CheckpointFile.read(absolute(path)) }
            let proof = try await session.archive.proof(of: try event.value().number, in: note, by: session.actor)
            try ContentOutput.write(proof.bytes, to: output)
            if console.json { return try console.object(["output": output]) }
            if output != "-" { console.say("证明已写入 \(output)", "The proof is written to \(output)") }
        }

        private func judge(_ file: String, _ keys: [NoteVerifier], _ console: Console) throws {
            guard let proof = EventProof(bytes: try InputFile.read(file, limit: EventProof.longest)) else {
                throw ArchiveError(.valueRefused, ArchiveMessage.contentRefused(file, .proof), remedy: Remedy.giveProof, subject: file)
            }
            let judged = Judged(proof, keys)
            if console.json {
                try console.object(judged)
            } else {
                console.line(judged.message.text(console.tongue))
                if judged.isShown { for line in judged.lines { console.line(line) } }
            }
            if !judged.isShown { throw ExitCode(1) }
        }
    }
}

/// What a proof shows, and whose log it is from: the key's name is the log's.
private struct Judged: Encodable {
    let verdict: String
    let log: String?
    let header: String?
    let payload: String?
    let message: ProofMessage

    private enum CodingKeys: String, CodingKey { case verdict, log, header, payload }

    init(_ proof: EventProof, _ keys: [NoteVerifier]) {
        let verdicts = keys.map { (key: $0, verdict: proof.verdict(origin: $0.name, keys: [$0])) }
        let found = verdicts.first { $0.verdict != .notSigned }
        message =
            switch found?.verdict ?? .notSigned {
            case .whole: .whole
            case .existence: .existence
            case .notSigned: .notSigned
            case .notIncluded: .notIncluded
            case .payloadDiffers: .payloadDiffers
            }
        verdict = message.rawValue
        log = found?.key.name
        let isShown = message == .whole || message == .existence
        header = isShown ? String(decoding: proof.headerBytes, as: UTF8.self) : nil
        payload = isShown ? proof.payloadBytes.map { String(decoding: $0, as: UTF8.self) } : nil
    }

    var isShown: Bool { header != nil }
    var lines: [String] { [log, header, payload].compactMap { $0 } }
}
