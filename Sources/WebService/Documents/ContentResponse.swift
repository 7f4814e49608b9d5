import Archive
import FileStore
import Foundation
import HTTPTypes
import Hummingbird
import Records

/// Sends a file's bytes: whole, checked as they pass, or a range of a file whose digest has been checked (R-3, RFC 9110).
enum ContentResponse {
    static func make(_ content: Content, for request: Request, damage: Damage) async throws -> Response {
        var headers: HTTPFields = [
            .contentType: safeType(content.file.mediaType), .acceptRanges: "bytes", .eTag: "\"\(content.file.sha512.hex)\"",
        ]
        set("Content-Disposition", disposition(content.file.name.text), in: &headers)
        set(
            "Repr-Digest",
            "sha-256=:\(Data(content.file.sha256.bytes).base64EncodedString()):, sha-512=:\(Data(content.file.sha512.bytes).base64EncodedString()):",
            in: &headers)
        if let known = request.headers[.ifNoneMatch], known == "*" || known.contains(content.file.sha512.hex) {
            return Response(status: .notModified, headers: headers)
        }
        if let range = request.headers[.range], isCurrent(request, content) {
            switch ByteRange.read(range, size: content.stored.size) {
            case .whole: break
            case .unsatisfiable:
                throw HTTPError(.rangeNotSatisfiable, headers: [.contentRange: "bytes */\(content.stored.size)"])
            case .part(let part):
                try await damage.watching(content) { try content.check() }
                headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound)/\(content.stored.size)"
                return Response(status: .partialContent, headers: headers, body: body(content, part, damage))
            }
        }
        // A stream breaks off where bytes differ; a head, or a file that was emptied, has nothing that could break off.
        if request.method == .head || content.stored.size != content.file.size {
            try await damage.watching(content) { try content.check() }
        }
        return Response(status: .ok, headers: headers, body: body(content, damage))
    }

    /// A file that was made of a list.
    static func make(_ file: ExportedFile) -> Response {
        var headers: HTTPFields = [.contentType: file.format.mediaType]
        set("Content-Disposition", disposition(file.name), in: &headers)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    /// A type that a browser would run is sent as plain bytes.
    private static func safeType(_ type: Records.MediaType) -> String {
        let shown = ["application/pdf", "image/jpeg", "image/png", "image/tiff", "image/webp", "text/plain", "text/csv"]
        if type.text == "text/plain" || type.text == "text/csv" { return type.text }
        return shown.contains(type.text) || type.text.hasPrefix("application/vnd.") || type.text == "application/msword"
            ? type.text : "application/octet-stream"
    }

    private static func isCurrent(_ request: Request, _ content: Content) -> Bool {
        guard let name = HTTPField.Name("If-Range"), let condition = request.headers[name] else { return true }
        return condition == "\"\(content.file.sha512.hex)\""
    }

    private static func body(_ content: Content, _ damage: Damage) -> ResponseBody {
        ResponseBody(contentLength: Int(content.stored.size)) { writer in
            try await damage.watching(content) {
                var blocks = content.blocks()
                while let block = try blocks.next() { try await writer.write(ByteBuffer(bytes: block)) }
            }
            try await writer.finish(nil)
        }
    }

    private static func body(_ content: Content, _ range: ClosedRange<Int64>, _ damage: Damage) -> ResponseBody {
        ResponseBody(contentLength: Int(range.count)) { writer in
            var offset = range.lowerBound
            while offset <= range.upperBound {
                let block = try content.stored.read(Int(min(Int64(CheckedReader.blockSize), range.upperBound - offset + 1)), at: offset)
                guard !block.isEmpty else { break }
                try await writer.write(ByteBuffer(bytes: block))
                offset += Int64(block.count)
            }
            try await writer.finish(nil)
        }
    }

    /// The name for saving, as all clients read it (RFC 6266, RFC 8187).
    static func disposition(_ name: String) -> String {
        let plain = String(
            name.unicodeScalars.map { $0.isASCII && $0.value >= 32 && !"\"\\%;".unicodeScalars.contains($0) ? Character($0) : "_" })
        let encoded = name.utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || Array("!#$&+-.^_`|~".utf8).contains(byte)
            return isPlain ? String(Character(Unicode.Scalar(byte))) : "%" + hexDigits([byte]).uppercased()
        }.joined()
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }

    private static func set(_ name: String, _ value: String, in headers: inout HTTPFields) {
        if let name = HTTPField.Name(name) { headers[name] = value }
    }
}

/// One range of bytes (RFC 9110, 14.2). Several at once are answered with the whole.
enum ByteRange: Equatable {
    case whole, unsatisfiable
    case part(ClosedRange<Int64>)

    static func read(_ header: String, size: Int64) -> ByteRange {
        guard header.hasPrefix("bytes="), !header.contains(",") else { return .whole }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard ends.count == 2, ends.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return .whole }
        if ends[0].isEmpty {
            guard let count = Int64(ends[1]) else { return .whole }
            return count > 0 && size > 0 ? .part(max(0, size - count)...(size - 1)) : .unsatisfiable
        }
        guard let first = Int64(ends[0]), ends[1].isEmpty || Int64(ends[1]).map({ $0 >= first }) == true else { return .whole }
        return first < size ? .part(first...min(Int64(ends[1]) ?? size - 1, size - 1)) : .unsatisfiable
    }
}
