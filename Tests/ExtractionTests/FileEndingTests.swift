import Foundation
import Samples
import Testing

@testable import Extraction

@Suite("A file that is still being written lacks the end of its form")
struct FileEndingTests {
    /// A picture with a smaller one in it, which has an end of its own.
    private static let jpeg: [UInt8] = {
        let thumbnail: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, 6] + thumbnail + [0xFF, 0xC0, 0, 3, 8, 0xFF, 0xDA, 0, 4, 1, 2]
            + [7, 0xFF, 0, 9, 0xFF, 0xD0, 1, 2, 0xFF, 0xDA, 0, 2, 5, 5, 0xFF, 0xD9]
    }()

    private static func numbers(_ values: [Int], _ width: Int) -> [UInt8] {
        values.flatMap { value in (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) } }
    }

    /// Two pages: the first has its directory before its strip, the second behind two strips.
    private static let tiff: [UInt8] = {
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: Int) -> [UInt8] {
            numbers([tag, type], 2) + numbers([count, value], 4)
        }
        let first = numbers([2], 2) + entry(273, 4, 1, 38) + entry(279, 4, 1, 4) + numbers([66], 4) + [1, 2, 3, 4]
        let strips: [UInt8] = [5, 6, 7, 8, 9, 10, 11, 12] + numbers([42, 46, 4, 4], 4).prefix(16)
        let second = numbers([2], 2) + entry(273, 4, 2, 50) + entry(279, 4, 2, 58) + numbers([0], 4)
        return [0x49, 0x49, 42, 0] + numbers([8], 4) + first + strips + second
    }()

    /// A header, an allocation table of one sector that calls the table and two others used, and these.
    private static let ole: [UInt8] = {
        var header = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        header.replaceSubrange(30..<32, with: [9, 0])
        header.replaceSubrange(44..<48, with: numbers([1], 4))
        let table = numbers([0xFFFF_FFFD, 2, 0xFFFF_FFFE], 4) + [UInt8](repeating: 0xFF, count: 500)
        return header + table + [UInt8](repeating: 7, count: 1024)
    }()

    private static let gif: [UInt8] =
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [1, 2, 3, 4, 5, 6] + [0x21, 0xFE, 2, 0x3B, 0x3B, 0]
        + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0x80] + [1, 2, 3, 4, 5, 6] + [2, 3, 0x3B, 0x3B, 0x3B, 0, 0x3B]

    private static func box(_ kind: String, _ count: Int) -> [UInt8] {
        numbers([8 + count], 4).reversed() + Array(kind.utf8) + [UInt8](repeating: 1, count: count)
    }

    /// A main block, a file of four bytes, the end; the fourth format and the fifth.
    private static let rars: [[UInt8]] = [
        Array("Rar!".utf8) + [0x1A, 7, 0] + [0, 0, 0x73, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0]
            + [0, 0, 0x74, 0, 0x80, 11, 0, 4, 0, 0, 0] + [9, 9, 9, 9] + [0xC4, 0x3D, 0x7B, 0, 0x40, 7, 0],
        Array("Rar!".utf8) + [0x1A, 7, 1, 0] + [0, 0, 0, 0, 3, 1, 0, 0] + [0, 0, 0, 0, 4, 2, 2, 4, 0] + [9, 9, 9, 9] + [
            0, 0, 0, 0, 3, 5, 0, 0,
        ],
    ]

    private static let forms: [(String, [UInt8])] = [
        ("OLE", ole), ("GIF", gif), ("RAR", rars[0]), ("RAR", rars[1]),
        ("RIFF", Array("RIFF".utf8) + numbers([12], 4) + Array("WEBPVP8 ".utf8) + numbers([0], 4)),
        ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 0, 0] + numbers([5, 3], 8) + [0, 0, 0, 0] + [1, 2, 3, 4, 5, 6, 7, 8]),
        ("HEIC/MP4", box("ftyp", 8) + box("meta", 5) + box("mdat", 9)),
        ("HEIC/MP4", box("ftyp", 8) + box("mdat", 9) + box("moov", 5)),
        ("RTF", Array(#"{\rtf1{\fonttbl{\f0 Song}}a\{b\}c{\*\x\bin2 }}}}"#.utf8)),
        (
            "PDF",
            Array("%PDF-1.4\n1 0 obj <</Linearized 1/L 103>> endobj\nstartxref\n0\n%%EOF\n2 0 obj <<>> endobj\nstartxref\n9\n%%EOF".utf8)
        ),
        ("JPEG", jpeg), ("TIFF", tiff), ("PDF", Array("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF".utf8)),
        ("ZIP", (try? ZipMaker.zip([.init(name: "a.txt", content: Data("甲方".utf8))])).map { Array($0) } ?? []),
        (
            "PNG",
            [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 0] + Array("IDATxxxx".utf8) + [0, 0, 0, 0] + Array("IEND".utf8) + [
                1, 2, 3, 4,
            ]
        ),
    ]

    private func ending(of bytes: some Collection<UInt8>) throws -> FileEnding {
        let file = try #require(MemoryFile.make(Array(bytes)))
        defer { file.shut() }
        return FileEnding.of(file)
    }

    @Test("the whole reaches it, no beginning of it does", arguments: forms.indices)
    func everyBeginning(index: Int) throws {
        let (form, bytes) = Self.forms[index]
        #expect(try ending(of: bytes) == FileEnding(form: form, isReached: true))
        for count in 8..<bytes.count {
            #expect(try !ending(of: bytes.prefix(count)).isReached, "\(count) of \(bytes.count) bytes")
        }
    }

    @Test("a ZIP in a ZIP, and a word in a picture, are not the end of what they lie in")
    func inner() throws {
        let member = try ZipMaker.zip([.init(name: "a.txt", content: Data("甲方".utf8))])
        let outer = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26) + Array(member)
        #expect(try !ending(of: outer).isReached)
        let chunk: [UInt8] = [0, 0, 0, 9] + Array("tEXt".utf8) + Array("IENDxxxxx".utf8) + [0, 0, 0, 0]
        #expect(try !ending(of: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + chunk).isReached)
    }

    @Test("bytes made at random behind a form's beginning are looked at to their end, whatever they say")
    func hostile() throws {
        var generator = SeededGenerator(seed: 3)
        for round in 0..<2000 {
            let head = Self.forms[round % Self.forms.count].1.prefix(Int.random(in: 4...40, using: &generator))
            let rest = (0..<Int.random(in: 0...300, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            _ = try ending(of: head + rest)
        }
    }

    @Test("what has no form with an end is taken as it is")
    func text() throws { #expect(try ending(of: Array("甲方".utf8)) == FileEnding(form: nil, isReached: true)) }
}
