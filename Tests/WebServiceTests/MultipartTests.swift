import Archive
import HTTPTypes
import Hummingbird

import Records
import Samples
import Testing

@testable import WebService

@Suite("Bodies of multipart/form-data are read alike however they arrive")
struct MultipartTests {
    /// What a part is read as.
    private struct Read: Equatable {
        let name: String
        let fileName: String?
        let content: [UInt8]
    }

    @Test("at random borders between blocks the parts stay the same, byte for byte", arguments: 1...60 as ClosedRange<UInt64>)
    func randomBorders(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let contents = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.content(&random) }
        var form = Form(metadata: "{}")
        for (index, content) in contents.enumerated() { form = form.file("文件 \(index).bin", content) }
        let expected =
            [Read(name: "metadata", fileName: nil, content: Array("{}".utf8))]
            + contents.enumerated().map { Read(name: "file", fileName: "文件 \($0.offset).bin", content: $0.element) }
        #expect(try await Self.read(Self.cut(Array(buffer: form.body), &random), limit: 1 << 20) == expected)
    }

    @Test("a body larger than the limit is refused as soon as it is")
    func tooLarge() async throws {
        let body = Array(buffer: Form(metadata: "{}").file("a", Array(repeating: 7, count: 5000)).body)
        await #expect { _ = try await Self.read([body], limit: 4000) } throws: { ($0 as? ArchiveError)?.code == .tooLarge }
    }

    /// Bytes of the kind that a boundary is made of, so that near misses are common.
    private static func content(_ random: inout SeededGenerator) -> [UInt8] {
        let pieces: [[UInt8]] = [
            [13], [10], [13, 10], [45, 45], Array("\r\n--muniment-test".utf8), Array("\r\n--\(Form.boundary.dropLast())".utf8), [0],
        ]
        return (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
    }

    private static func cut(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [[UInt8]] {
        var (rest, blocks) = (bytes[...], [[UInt8]]())
        while !rest.isEmpty {
            let block = rest.prefix(Int.random(in: 1...9, using: &random))
            blocks.append(Array(block))
            rest = rest.dropFirst(block.count)
        }
        return blocks
    }

    private static func read(_ blocks: [[UInt8]], limit: Int64) async throws -> [Read] {
        let stream = AsyncStream<ByteBuffer> { continuation in
            for block in blocks { continuation.yield(ByteBuffer(bytes: block)) }
            continuation.finish()
        }
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/",
            headerFields: [.contentType: "multipart/form-data; boundary=\(Form.boundary)"])
        let reader = try #require(MultipartReader(Request(head: head, body: RequestBody(asyncSequence: stream)), limit: limit))
        var found: [Read] = []
        while let part = try await reader.nextPart() {
            found.append(Read(name: part.name, fileName: part.fileName, content: try await reader.whole(limit: 1 << 20)))
        }
        return found
    }
}
