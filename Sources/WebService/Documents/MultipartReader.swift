import Archive
import HTTPTypes
import Hummingbird
import NIOHTTP1
import Records
import Wording

/// Reads `multipart/form-data` (RFC 7578) as it arrives: part by part, block by block, in bounded memory and in time that grows
/// with the body only.
actor MultipartReader {
    /// What a part says of itself.
    struct Part: Sendable {
        let name: String
        /// Nil for a field of a form that is no file.
        let fileName: String?
    }

    /// Most bytes of a part's header fields.
    static let longestHeader = 8 << 10
    /// Most parts of one body.
    static let mostParts = 1000
    /// Content is handed on in blocks of at least this size, in bytes, however small those are that arrive.
    private static let block = 32 << 10
    private static let lineBreak: [UInt8] = [13, 10]
    private static let emptyLine: [UInt8] = [13, 10, 13, 10]

    private var body: RequestBody.AsyncIterator
    private let delimiter: [UInt8]
    private var window = ByteWindow()
    private var inPart = false
    private var ended = false
    private var parts = 0
    /// In bytes.
    private let limit: Int64
    private var arrived: Int64 = 0

    /// - Parameter limit: Most bytes of the whole body.
    /// - Returns: nil for another content type.
    /// - Throws: ``ArchiveError`` `.tooLarge` where the request says that its body is larger; `.usage` without a boundary that RFC 2046 allows.
    init?(_ request: Request, limit: Int64) throws(ArchiveError) {
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        guard let boundary = HeaderParameter.value("boundary", of: type), (1...70).contains(boundary.utf8.count) else {
            throw ArchiveError(.usage, BodyMessage.boundaryUnnamed, remedy: Remedy.nameBoundary, subject: "Content-Type")
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // A line break before the first boundary, so that all boundaries look the same.
        window.append(MultipartReader.lineBreak)
        body = request.body.makeAsyncIterator()
        self.limit = limit
        if let length = request.headers[.contentLength].flatMap({ Int64($0) }), length > limit { throw MultipartReader.tooLarge(limit) }
    }

    /// The next part; what is left of the one before is passed over. Nil after the last.
    func nextPart() async throws -> Part? {
        while try await nextBlock() != nil {}
        if ended { return nil }
        if parts == 0 { try await firstDelimiter() }
        parts += 1
        guard parts <= MultipartReader.mostParts else { throw MultipartReader.wrong(.tooManyParts) }
        while window.count < 2 { try await fill() }
        if window.starts(with: [45, 45]) {
            ended = true
            return nil
        }
        guard window.starts(with: MultipartReader.lineBreak) else {
            throw MultipartReader.wrong(.afterBoundary)
        }
        return try await header()
    }

    /// A body begins with its boundary: nobody sends the preamble that RFC 2046 allows, and nobody else may fill the memory with one.
    private func firstDelimiter() async throws {
        while window.count < delimiter.count, window.mayBecome(delimiter) { try await fill() }
        guard window.starts(with: delimiter) else { throw MultipartReader.wrong(.noBoundary) }
        _ = window.take(delimiter.count)
    }

    private func header() async throws -> Part {
        var end = window.distance(to: MultipartReader.emptyLine)
        while end == nil, window.count <= MultipartReader.longestHeader {
            try await fill()
            end = window.distance(to: MultipartReader.emptyLine)
        }
        guard let end, end <= MultipartReader.longestHeader else { throw MultipartReader.wrong(.headerTooLong) }
        guard let text = String(validating: window.take(end + 4).dropLast(4), as: UTF8.self) else {
            throw MultipartReader.wrong(.headerNotText)
        }
        inPart = true
        let fields = text.split(separator: "\r\n")
        guard let disposition = fields.first(where: { $0.lowercased().hasPrefix("content-disposition:") }).map(String.init),
            let name = HeaderParameter.value("name", of: disposition)
        else { throw MultipartReader.wrong(.partUnnamed) }
        return Part(name: name, fileName: HeaderParameter.value("filename", of: disposition))
    }

    /// The next block of the current part; nil at its end.
    func nextBlock() async throws -> [UInt8]? {
        guard inPart else { return nil }
        while true {
            if let end = window.distance(to: delimiter) {
                inPart = false
                let block = Array(window.take(end))
                _ = window.take(delimiter.count)
                return block.isEmpty ? nil : block
            }
            let safe = window.count - delimiter.count
            if safe >= MultipartReader.block { return Array(window.take(safe)) }
            try await fill()
        }
    }

    /// The whole current part, which must not be larger than `limit` bytes.
    func whole(limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let block = try await nextBlock() {
            bytes += block
            guard bytes.count <= limit else {
                throw ArchiveError(.tooLarge, ArchiveMessage.textTooLong(field: "metadata", limit: limit), subject: "metadata")
            }
        }
        return bytes
    }

    private func fill() async throws {
        var iterator = body
        let next: ByteBuffer?
        do { next = try await iterator.next(isolation: self) } catch let error as HTTPParserError {
            throw ArchiveError(.usage, BodyMessage.breaksOff, remedy: Remedy.correctMember, cause: error)
        }
        guard let more = next else { throw MultipartReader.wrong(.endsEarly) }
        body = iterator
        arrived += Int64(more.readableBytes)
        guard arrived <= limit else { throw MultipartReader.tooLarge(limit) }
        window.append(more.readableBytesView)
    }

    private static func tooLarge(_ limit: Int64) -> ArchiveError {
        ArchiveError(.tooLarge, ArchiveMessage.bodyTooLarge(limit: limit), remedy: Remedy.splitBody)
    }

    static func wrong(_ message: BodyMessage, subject: String? = nil) -> ArchiveError {
        ArchiveError(.usage, message, remedy: Remedy.correctMember, subject: subject)
    }
}

extension MultipartReader {
    /// The name of the file that comes next; nil at the end.
    func nextFileName() async throws -> FileName? { try await nextPart().map { try Self.fileName(of: $0) } }

    /// What a part is called that must be a file.
    static func fileName(of part: Part) throws -> FileName {
        if part.name == "metadata" { throw Members.refusal(.twice("metadata")) }
        guard part.name == "file" else {
            throw ArchiveError(
                .usage, ArchiveMessage.memberUnknown(part.name), remedy: Remedy.knownMembers(["metadata", "file"]), subject: part.name)
        }
        guard let fileName = part.fileName else { throw wrong(.fileNameless, subject: "file") }
        return try LocalArchive.fileName(fileName)
    }

    /// The file that comes next and is the last; nil where none comes.
    func onlyFile() async throws -> IncomingFile? {
        guard let name = try await nextFileName() else { return nil }
        return IncomingFile(name: name, role: .main, source: .stream { try await self.lastBlock() })
    }

    /// The next block of the current part, behind which nothing may come.
    func lastBlock() async throws -> [UInt8]? {
        if let block = try await nextBlock() { return block }
        guard try await nextPart() == nil else { throw Self.wrong(.oneFile, subject: "file") }
        return nil
    }
}
