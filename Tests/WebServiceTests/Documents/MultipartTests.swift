import Archive
import Glibc
import HTTPTypes
import Hummingbird

import Records
import Samples
import Synchronization
import Testing
import Wording

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

    @Test("whatever does not begin with its boundary is refused before more of it is taken", arguments: [0, 1, 40, 1000])
    func noBoundary(_ near: Int) async throws {
        let source = Blocks(first: Array("--\(Form.boundary)".utf8.prefix(near % 20)) + [0], then: [UInt8](repeating: 7, count: 1 << 16))
        let reader = try #require(try Self.reader(RequestBody(asyncSequence: source), limit: 1 << 40))
        await #expect { _ = try await reader.nextPart() } throws: { ($0 as? ArchiveError)?.code == .usage }
        #expect(source.given.withLock { $0 } <= 1 + 2)
    }

    @Test("a part's header without an end is refused when it is longer than a header may be")
    func endlessHeader() async throws {
        let source = Blocks(first: Array("--\(Form.boundary)\r\nContent-Disposition: form-data; name=\"".utf8), then: [97])
        let reader = try #require(try Self.reader(RequestBody(asyncSequence: source), limit: 1 << 40))
        await #expect { _ = try await reader.nextPart() } throws: { ($0 as? ArchiveError)?.code == .usage }
        #expect(source.given.withLock { $0 } <= MultipartReader.longestHeader + 2)
    }

    @Test(
        "a body that is broken is refused in the language of who sent it",
        arguments: [
            ("x", BodyMessage.noBoundary), ("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", .endsEarly),
            ("--Bxy", .afterBoundary),
            ("--B\r\nContent-Type: text/plain\r\n\r\nx\r\n--B--", .partUnnamed),
            ("--B\r\n" + String(repeating: "x", count: 9000), .headerTooLong),
            (
                String(repeating: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n", count: MultipartReader.mostParts + 1)
                    + "--B--",
                .tooManyParts
            ),
        ])
    func broken(_ body: String, _ message: BodyMessage) async throws {
        let bytes = Array(body.replacing("--B", with: "--\(Form.boundary)").utf8)
        await #expect { _ = try await Self.read([bytes], limit: 1 << 20) } throws: { error in
            let told = (error as? ArchiveError)?.message
            return told as? BodyMessage == message && told?.text(.chinese).contains(/[A-Za-z']+ [A-Za-z']+ [A-Za-z']+/) == false
        }
    }

    @Test("a body of single bytes is read as any other")
    func singleBytes() async throws {
        let body = Array(buffer: Form(metadata: "{}").file("a", [UInt8](repeating: 13, count: 50_000)).body)
        #expect(try await Self.read(body.map { [$0] }, limit: 1 << 20).last?.content.count == 50_000)
    }

    @Test("bytes that arrive and are taken one by one cost processor time that grows with them and no faster")
    func linear() {
        /// Of this thread alone, in seconds: how busy the machine is does not count.
        func cost(_ size: Int) -> Double {
            let delimiter = Array("\r\n--\(Form.boundary)".utf8)
            var (window, start, end) = (ByteWindow(), timespec(), timespec())
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
            for _ in 0..<size {
                window.append([13])
                _ = window.distance(to: delimiter)
            }
            for _ in 0..<size {
                window.append([13])
                _ = window.take(1)
                _ = window.distance(to: delimiter)
            }
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
            return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
        }
        let (small, large) = (cost(20_000), cost(160_000))
        // Eight times the bytes; squared it would be sixty-four times the time.
        #expect(large < 24 * max(small, 0.01), "\(small) s, then \(large) s")
    }

    @Test("a request that says it is too large is refused by its length alone")
    func saidTooLarge() async throws {
        let body = RequestBody(asyncSequence: Blocks(first: [], then: []))
        #expect { try Self.reader(body, limit: 4000, length: "4001") } throws: { ($0 as? ArchiveError)?.code == .tooLarge }
    }

    @Test(
        "names of files are read as browsers and others write them",
        arguments: [
            (#"form-data; name="file"; filename="a\b.txt""#, #"a\b.txt"#), (#"form-data; name="file"; filename="a\"b.txt""#, #"a"b.txt"#),
            (#"form-data; name="file"; filename="a%22b.txt""#, #"a"b.txt"#), (#"form-data; name="file"; filename="a\""#, #"a\"#),
            (#"form-data; name="file"; filename="a;b.txt""#, "a;b.txt"), (#"form-data; name="file"; FileName=plain.txt"#, "plain.txt"),
            (#"form-data; filename="name=\"x"; name="file""#, #"name="x"#), ("form-data; filename=\"\u{301}a\"; name=x", "\u{301}a"),
            ("form-data; filename=\"\u{FEFF}a\"; name=x", "\u{FEFF}a"),
        ])
    func names(_ field: String, _ name: String) {
        #expect(HeaderParameter.value("filename", of: field).map { Array($0.utf8) } == Array(name.utf8))
    }

    /// An endless body: one block first, then the same again and again; counts what was taken.
    private struct Blocks: AsyncSequence, Sendable {
        let first: [UInt8]
        let then: [UInt8]
        let given = Counter()

        final class Counter: Sendable {
            private let value = Mutex(0)
            func withLock<Value>(_ body: (inout sending Int) -> sending Value) -> Value { value.withLock(body) }
        }

        struct Iterator: AsyncIteratorProtocol {
            let blocks: Blocks
            mutating func next() async -> ByteBuffer? {
                let number = blocks.given.withLock { count in
                    count += 1
                    return count
                }
                return ByteBuffer(bytes: number == 1 ? blocks.first : blocks.then)
            }
        }

        func makeAsyncIterator() -> Iterator { Iterator(blocks: self) }
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

    private static func reader(_ body: RequestBody, limit: Int64, length: String? = nil) throws -> MultipartReader? {
        var head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/",
            headerFields: [.contentType: "multipart/form-data; boundary=\(Form.boundary)"])
        head.headerFields[.contentLength] = length
        return try MultipartReader(Request(head: head, body: body), limit: limit)
    }

    private static func read(_ blocks: [[UInt8]], limit: Int64, whole: Int = 1 << 20) async throws -> [Read] {
        let stream = AsyncStream<ByteBuffer> { continuation in
            for block in blocks { continuation.yield(ByteBuffer(bytes: block)) }
            continuation.finish()
        }
        let reader = try #require(try reader(RequestBody(asyncSequence: stream), limit: limit))
        var found: [Read] = []
        while let part = try await reader.nextPart() {
            found.append(Read(name: part.name, fileName: part.fileName, content: try await reader.whole(limit: whole)))
        }
        return found
    }
}
