import Archive
import CLinux
import HTTPTypes
import Hummingbird
import Records
import Wording

/// Reads `multipart/form-data` (RFC 7578) as it arrives: part by part, block by block, in bounded memory.
actor MultipartReader {
    /// What a part says of itself.
    struct Part: Sendable {
        let name: String
        let fileName: String?
    }

    /// Most bytes of a part's header fields.
    private static let longestHeader = 8 << 10
    /// Most parts of one body.
    private static let mostParts = 1000

    private var body: RequestBody.AsyncIterator
    private let delimiter: [UInt8]
    /// What has arrived and is not read yet. A line break is put before the first boundary, so that all boundaries look the same.
    private var buffer: [UInt8] = [13, 10]
    private var inPart = false
    private var ended = false
    private var parts = 0
    /// In bytes.
    private let limit: Int64
    private var arrived: Int64 = 0

    /// - Parameter limit: Most bytes of the whole body.
    /// - Returns: nil for another content type, or without a boundary that RFC 2046 allows.
    init?(_ request: Request, limit: Int64) {
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data"),
            let boundary = MultipartReader.parameter("boundary", of: type), (1...70).contains(boundary.utf8.count)
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        body = request.body.makeAsyncIterator()
        self.limit = limit
    }

    /// The next part; what is left of the one before is passed over. Nil after the last.
    func nextPart() async throws -> Part? {
        while try await nextBlock() != nil {}
        if ended { return nil }
        if parts == 0 {
            while findDelimiter() == nil { try await fill() }
            guard let start = findDelimiter(), start == 0 else { throw MultipartReader.wrong("no boundary at the beginning") }
            buffer.removeFirst(delimiter.count)
        }
        parts += 1
        guard parts <= MultipartReader.mostParts else { throw MultipartReader.wrong("too many parts") }
        while buffer.count < 2 { try await fill() }
        if buffer.starts(with: [45, 45]) {
            ended = true
            return nil
        }
        return try await header()
    }

    private func header() async throws -> Part {
        let gap: [UInt8] = [13, 10, 13, 10]
        var end = position(of: gap)
        while end == nil {
            guard buffer.count <= MultipartReader.longestHeader else { throw MultipartReader.wrong("a part's header is too long") }
            try await fill()
            end = position(of: gap)
        }
        guard let end, let text = String(validating: buffer[..<end], as: UTF8.self) else {
            throw MultipartReader.wrong("a part's header is not UTF-8")
        }
        buffer.removeFirst(end + 4)
        inPart = true
        let fields = text.split(separator: "\r\n")
        guard let disposition = fields.first(where: { $0.lowercased().hasPrefix("content-disposition:") }).map(String.init),
            let name = MultipartReader.parameter("name", of: disposition)
        else { throw MultipartReader.wrong("a part has no name") }
        return Part(name: name, fileName: MultipartReader.parameter("filename", of: disposition))
    }

    /// The next block of the current part; nil at its end.
    func nextBlock() async throws -> [UInt8]? {
        guard inPart else { return nil }
        while true {
            if let end = findDelimiter() {
                inPart = false
                let block = Array(buffer[..<end])
                buffer.removeFirst(end + delimiter.count)
                return block.isEmpty ? nil : block
            }
            let safe = buffer.count - delimiter.count
            if safe > 0 {
                let block = Array(buffer[..<safe])
                buffer.removeFirst(safe)
                return block
            }
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
        guard let more = try await iterator.next(isolation: self) else { throw MultipartReader.wrong("it ends before its last boundary") }
        body = iterator
        arrived += Int64(more.readableBytes)
        guard arrived <= limit else { throw ArchiveError(.tooLarge, ArchiveMessage.bodyTooLarge(limit: limit), remedy: Remedy.splitBody) }
        buffer += more.readableBytesView
    }

    private func findDelimiter() -> Int? { position(of: delimiter) }

    private func position(of pattern: [UInt8]) -> Int? {
        buffer.withUnsafeBytes { all in
            guard let base = all.baseAddress, let found = muniment_find(base, all.count, pattern, pattern.count) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private static func wrong(_ detail: String) -> ArchiveError {
        ArchiveError(.usage, ArchiveMessage.valueRefused(field: "multipart/form-data", value: detail))
    }

    /// A parameter of a header field: quoted or plain; `%22` is how browsers write a quotation mark in a name.
    private static func parameter(_ name: String, of field: String) -> String? {
        guard let start = field.range(of: "\(name)=", options: .caseInsensitive, after: ";") else { return nil }
        let rest = field[start...]
        guard rest.first == "\"" else { return String(rest.prefix { $0 != ";" && !$0.isWhitespace }) }
        var value = ""
        var escaped = false
        for symbol in rest.dropFirst() {
            if escaped { value.append(symbol) } else if symbol == "\"" { break } else if symbol != "\\" { value.append(symbol) }
            escaped = !escaped && symbol == "\\"
        }
        return value.replacing("%22", with: "\"")
    }
}

extension String {
    enum Comparison { case caseInsensitive }

    /// Where what follows `text` begins, `text` standing right after a separator and white space.
    func range(of text: String, options: Comparison, after separator: Character) -> String.Index? {
        for part in split(separator: separator, omittingEmptySubsequences: false).dropFirst() {
            let trimmed = part.drop(while: \.isWhitespace)
            if trimmed.lowercased().hasPrefix(text.lowercased()) { return trimmed.index(trimmed.startIndex, offsetBy: text.count) }
        }
        return nil
    }
}
