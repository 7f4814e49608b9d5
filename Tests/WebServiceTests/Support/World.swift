import Archive
import Catalogue
import Disk
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Records
import Synchronization
import SystemPackage
import WebService

/// An archive of its own with one account that holds a token, and a service over it; removed with it.
final class World: Sendable {
    let folder: FilePath
    let archive: LocalArchive
    let token: String
    let account: AccountID

    init(role: Role = .archivist) async throws {
        folder = FilePath(NSTemporaryDirectory()).appending("muniment-web-\(UUID().uuidString)")
        let disk = Disk()
        try disk.createFolder(folder)
        let root = folder.appending("storage")
        _ = try ArchiveBuilder().create(at: root)
        let credentials = Credentials(home: folder.appending("home"), disk: disk)
        archive = try LocalArchive(root: root, surroundings: LocalArchive.Surroundings(disk: disk, credentials: credentials))
        account = try await archive.carryOut(SetAccount(named: "陈国清", roles: [role], open: true), as: .operator).id
        token = try await archive.issueToken(for: "陈国清", days: 1, by: .operator).secret
    }

    deinit { try? Disk().removeTree(folder) }

    var bearer: HTTPFields { [.authorization: "Bearer \(token)"] }

    /// Files a document past the service.
    func file(_ name: String, _ content: String, confidentiality: String? = nil) async throws -> DocumentView {
        var words = MetadataWords()
        words.type = "contract"
        words.confidentiality = confidentiality
        let left = Mutex<[UInt8]?>(Array(content.utf8))
        let source = FileSource.stream { left.withLock { $0.take() } }
        let incoming = IncomingFile(name: try FileName(name), role: .main, source: source)
        return try await archive.file(Filing(files: [incoming], words: words), by: .operator).document
    }

    /// Where the bytes of the only file of this size lie.
    func content(ofSize size: Int64) throws -> FilePath {
        let disk = Disk()
        var folders = [folder.appending("storage").appending("objects")]
        while let next = folders.popLast() {
            for entry in try disk.list(next) {
                let status = try disk.status(next.appending(entry))
                if status?.kind == .file, status?.size == size { return next.appending(entry) }
                if status?.kind == .folder { folders.append(next.appending(entry)) }
            }
        }
        throw DiskError("find", folder, .noSuchFileOrDirectory)
    }

    /// How many events of a type the journal has.
    func events(_ type: String) async throws -> Int {
        let count = Mutex(0)
        var query = LogQuery()
        query.type = type
        try await archive.readLog(query, by: .operator) { _ in count.withLock { $0 += 1 } }
        return count.withLock { $0 }
    }

    /// Runs a test against the service, over connections of this machine as clients have them.
    func serving<Value: Sendable>(
        settings: ServiceSettings = ServiceSettings(), _ test: @escaping @Sendable (Client) async throws -> Value
    ) async throws -> Value {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try await serving(settings: settings, logger: logger, test)
    }

    /// The same, with a log that the test reads.
    func serving<Value: Sendable>(
        settings: ServiceSettings = ServiceSettings(), logger: Logger, _ test: @escaping @Sendable (Client) async throws -> Value
    ) async throws -> Value {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = ArchiveService(archive, settings: settings)
            .application(host: "127.0.0.1", port: 0, logger: logger) { port.yield($0) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { port.finish() }
                try await application.run()
            }
            defer { group.cancelAll() }
            for await port in ports { return try await test(Client(port: port)) }
            try await group.waitForAll()
            throw Unserved()
        }
    }

    /// The service ended before it listened.
    private struct Unserved: Error {}
}

/// A filing as a client sends it.
struct Form: Sendable {
    static let boundary = "muniment-test-boundary"
    var parts: [(disposition: String, content: [UInt8])] = []

    init(metadata: String) { parts.append(("name=\"metadata\"", Array(metadata.utf8))) }

    func file(_ name: String, _ content: [UInt8]) -> Form {
        var form = self
        form.parts.append(("name=\"file\"; filename=\"\(name)\"", content))
        return form
    }

    var body: ByteBuffer {
        var bytes: [UInt8] = []
        for part in parts {
            bytes +=
                Array("--\(Form.boundary)\r\nContent-Disposition: form-data; \(part.disposition)\r\n\r\n".utf8) + part.content + [13, 10]
        }
        return ByteBuffer(bytes: bytes + Array("--\(Form.boundary)--\r\n".utf8))
    }

    static func headers(_ world: World, key: String? = nil) -> HTTPFields {
        var headers = world.bearer
        headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        return headers
    }
}

/// The parts of an answer that tests look at.
struct FiledAnswer: Decodable {
    struct Document: Decodable { let id: String }
    let document: Document
}

struct ProblemAnswer: Decodable {
    struct Other: Decodable { let id: String? }
    let status: Int
    let code: String?
    let detail: String?
    let subject: String?
    let duplicates: [Other]?
}

extension HTTPAnswer {
    func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value { try JSONDecoder().decode(type, from: Data(Array(buffer: body))) }
    var text: String { String(buffer: body) }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
