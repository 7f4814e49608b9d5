import Foundation
import Glibc
import Records
import SystemPackage
import Testing

@testable import Extraction

@Suite("Answers of workers are taken only if they keep to the form")
struct AnswerTests {
    /// What comes of a worker that takes both packets with their files, and then does something with the second, `out`.
    private func outcome(ofWorker deed: String) async throws -> ExtractionOutcome {
        let scratch = try Scratch()
        let script = """
            exec python3 -c '
            import array, os, socket
            link = socket.socket(fileno=0)
            out = [array.array("i", link.recvmsg(8192, 100)[1][0][2])[0] for _ in range(2)][1]
            \(deed)
            '
            """
        let service = ExtractionService(program: FilePath(try scratch.program(script).path))
        return await service.read(try scratch.open("a.txt", "内容"), name: "a.txt", mediaType: .unknown)
    }

    private func outcome(_ json: String) async throws -> ExtractionOutcome {
        let scratch = try Scratch()
        return try await outcome(ofWorker: "os.write(out, open(\"\(try scratch.file("answer", json).path)\", \"rb\").read())")
    }

    @Test("an answer without end is cut off, one that never begins is none, and memory that runs out ends the worker alone")
    func extremes() async throws {
        #expect(try await outcome(ofWorker: "os.ftruncate(out, 200 << 20)").reason == "answer_too_large")
        #expect(try await outcome(ofWorker: "os.close(out); link.close()").reason == "worker_crashed")
        let eating = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 28, 1 << 28)); bytearray(1 << 30)"
        #expect(try await outcome(ofWorker: eating).reason == "worker_crashed")
    }

    @Test("a worker inherits no file that happens to be open")
    func descriptors() async throws {
        let scratch = try Scratch()
        let secret = open(try scratch.file("secret.txt", "机密").path, O_RDONLY)
        defer { close(secret) }
        let mark = scratch.folder.appendingPathComponent("open")
        _ = try await outcome(ofWorker: "os.system(\"ls -l /proc/self/fd > \(mark.path)\")")
        let listed = try String(contentsOf: mark, encoding: .utf8)
        #expect(listed.contains("/proc/") && !listed.contains("secret.txt"))
    }

    @Test("a sound answer is taken")
    func sound() async throws {
        #expect(try await outcome(#"{"format":1,"result":"text","maker":"m","pieces":[{"text":"字"}]}"#).text == "字")
    }

    @Test(
        "garbage, an unknown form, a text that commands a terminal, a result that contradicts itself are refused",
        arguments: [
            ("\u{0}\u{1}[[[ no JSON", "worker_crashed"), (#"{"format":1,"result":"wonderful","maker":"m","pieces":[]}"#, "worker_crashed"),
            (#"{"format":2,"result":"text","maker":"m","pieces":[]}"#, "worker_answer_refused"),
            (#"{"format":1,"result":"text","maker":"m","pieces":[{"text":"\u001b]0;title\u0007"}]}"#, "worker_answer_refused"),
            (#"{"format":1,"result":"failed","reason":"a\nb","maker":"m","pieces":[]}"#, "worker_answer_refused"),
            (#"{"format":1,"result":"empty","maker":"m","pieces":[{"text":"字"}]}"#, "worker_answer_refused"),
        ])
    func refused(_ json: String, _ reason: String) async throws {
        let outcome = try await outcome(json)
        #expect(outcome.result == .failed && outcome.pieces.isEmpty)
        #expect(outcome.reason == reason)
    }
}

@Suite("LibreOffice reads what our own readers do not")
struct OfficeFallbackTests {
    private static let word = MediaType("application/msword") ?? .unknown

    /// What comes of an own reading and one by LibreOffice, and which workers were asked.
    private func read(
        _ type: MediaType, _ own: ExtractionOutcome, office: ExtractionOutcome
    ) -> (outcome: ExtractionOutcome, kinds: [WorkerKind]) {
        var kinds: [WorkerKind] = []
        let outcome = OfficeFallback(type: type).read { kind in
            kinds.append(kind)
            return kind == .read ? own : office
        }
        return (outcome, kinds)
    }

    private static let text = ExtractionOutcome(result: .text, pieces: [.init(text: "甲方")], maker: "catdoc")
    private static let better = ExtractionOutcome(result: .text, pieces: [.init(text: "甲方\u{1F}乙方")], maker: Maker.office)

    @Test("what needs a password, is too large or has text stays as it is")
    func leaves() {
        for reason in ["encrypted", "too_large", "ratio_too_high", "timed_out"] {
            #expect(read(Self.word, .failed(reason), office: Self.better).kinds == [.read])
        }
        let sheet = MediaType("application/vnd.ms-excel") ?? .unknown
        #expect(read(sheet, Self.text, office: Self.better).kinds == [.read])
        let page = MediaType("text/html") ?? .unknown
        #expect(read(page, .failed("corrupt"), office: Self.better).kinds == [.read])
    }

    @Test("old Word documents and whatever has no text go to it", .enabled(if: isInstalled, "LibreOffice is not installed"))
    func takes() {
        #expect(read(Self.word, Self.text, office: Self.better).outcome == Self.better)
        #expect(read(Self.word, .failed("corrupt"), office: Self.better).outcome == Self.better)
        let left = read(Self.word, Self.text, office: .failed("not_confined: namespaces 1")).outcome
        #expect(left.text == "甲方")
        #expect(left.maker == "catdoc; no LibreOffice: not_confined: namespaces 1")
    }

    private static let isInstalled = FileManager.default.isExecutableFile(atPath: OfficeReader.program)
}
