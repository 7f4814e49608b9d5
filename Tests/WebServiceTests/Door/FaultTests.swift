import Archive
import Disk
import HTTPTypes
import Hummingbird
import Logging
import Records
import Synchronization
import SystemPackage
import Testing
import Wording

@testable import WebService

@Suite("What goes wrong inside is told to the operator, not to clients")
struct FaultTests {
    @Test("no error of any kind tells a client a folder of this machine, in either language", arguments: ErrorCode.allCases)
    func paths(_ code: ErrorCode) throws {
        let path = "/srv/archive/objects/d7/k3m.pdf"
        let messages: [any Message] = [
            ArchiveMessage.diskFailed("open \(path)", .tooManyOpenFiles), ArchiveMessage.inputMissing(path),
            CredentialsMessage.damaged(path), CredentialsMessage.exposed(path),
        ]
        for message in messages {
            let error = ArchiveError(code, message, subject: path, cause: DiskError("open", FilePath(path), .tooManyOpenFiles))
            for tongue in Tongue.allCases {
                let problem = Problem(error, tongue, request: "r")
                #expect(!String(buffer: try problem.text).contains("/srv"))
                #expect(problem.title == ErrorName(code).text(tongue))
                #expect(problem.code == code.rawValue)
            }
        }
        #expect(code == .internal || ErrorName(code).phrase != ErrorName(.internal).phrase)
    }

    @Test("what is the client's own business is told as it is")
    func ownWords() {
        let message = ArchiveMessage.valueRefused(field: "amount", value: "A/B 公司 12/3")
        let problem = Problem(ArchiveError(.valueRefused, message, subject: "amount"), .english, request: "r")
        #expect(problem.title == message.text(.english) && problem.subject == "amount")
    }

    /// Keeps what is logged.
    private struct Kept: LogHandler {
        final class Lines: Sendable { let all = Mutex<[String]>([]) }
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            lines.all.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }

    @Test(
        "changed and missing bytes are an alarm in the journal, whole or in part; a fault is logged with its cause and the request's identifier"
    )
    func damage() async throws {
        let world = try await World()
        let content = [UInt8](repeating: 7, count: 600_000)
        let document = try await world.serving { client in
            let body = Form(metadata: #"{"type": "contract"}"#).file("a.bin", content).body
            let filed = try await client.execute(uri: "/api/v1/documents", method: .post, headers: Form.headers(world), body: body)
            return try filed.decoded(FiledAnswer.self).document.id
        }
        let path = try world.content(ofSize: 600_000)
        let disk = Disk()
        try disk.setMode(path, 0o600)
        try disk.openForWriting(path).write([8], at: 300_000)
        let kept = Kept.Lines()
        let logger = Logger(label: "test") { _ in Kept(lines: kept) }
        let uri = "/api/v1/documents/\(document)/versions/1/files/a.bin"
        try await world.serving(logger: logger) { client in
            var part = world.bearer
            part[.range] = "bytes=0-3"
            let refused = try await client.execute(uri: uri, method: .get, headers: part)
            #expect(refused.status == .internalServerError && refused.text.contains("M501"))
            #expect(try await world.events("digest.differed") == 1)
            _ = try? await client.execute(uri: uri, method: .get, headers: world.bearer)
            try disk.removeFile(path)
            let missing = try await client.execute(uri: uri, method: .get, headers: world.bearer)
            #expect(missing.status.code == 500 && missing.text.contains("M501"))
            let head = try await client.execute(uri: uri, method: .head, headers: world.bearer)
            #expect(head.status == .internalServerError)
            #expect(try await world.events("digest.differed") == 1, "once a day for a file")
            #expect(!missing.text.contains(world.folder.string))
            let id = try #require(missing.header("X-Request-ID"))
            let line = kept.all.withLock { $0.first { $0.hasPrefix("error 500") && $0.contains(id) } }
            #expect(line?.contains("digestDiffers") == true && line?.contains("a.bin") == true)
        }
    }
}
