import Exchange
import Foundation
import Records
import Testing

@Suite("R-25: a ZIP that every reader takes")
struct ZipLayoutTests {
    private struct Member: Decodable, Equatable {
        let name: String
        let size: Int64
        let flags: Int
        let text: String
    }

    /// What Python's own reader sees; it checks each sum.
    private static let reading = """
        import json, sys, zipfile
        archive = zipfile.ZipFile(sys.argv[1])
        assert archive.testzip() is None
        print(json.dumps([dict(name=m.filename, size=m.file_size, flags=m.flag_bits, text=archive.read(m).decode()) for m in archive.infolist()]))
        """

    private static func zip(_ files: [(String, String)]) -> [UInt8] {
        let entries = files.map { ZipLayout.Entry(path: $0.0, size: Int64($0.1.utf8.count), crc: ZipCheckSum.of(Array($0.1.utf8))) }
        let layout = ZipLayout(entries, on: Papers.day)
        let bytes = files.indices.flatMap { layout.header(of: $0) + Array(files[$0].1.utf8) } + layout.end
        #expect(Int64(bytes.count) == layout.size)
        return bytes
    }

    @Test("names and bytes come back as they were, with the sign that names are UTF-8", arguments: [0, 1, 3, 70_000])
    func comesBack(_ count: Int) throws {
        let files = (0..<count).map { ("交底资料/\($0)-合同 ﷽.txt", $0 % 7 == 0 ? "" : "第 \($0) 份") }
        let members: [Member] = try Tool.python(Self.reading, on: Self.zip(files))
        #expect(members == files.map { Member(name: $0.0, size: Int64($0.1.utf8.count), flags: 1 << 11, text: $0.1) })
    }

    @Test("other programs read it too", arguments: ["unzip", "zipinfo"])
    func others(_ program: String) throws {
        let bytes = Self.zip([("a/合同.txt", "甲"), ("a/b/c.txt", "乙")])
        let text = try Tool.output(program, program == "unzip" ? ["-t"] : ["-1"], on: bytes)
        #expect(text.contains("合同.txt") && text.contains("c.txt"))
    }

    @Test("files and archives beyond 4 GiB are found where they are, by ZIP64")
    func large() throws {
        let (size, last) = (Int64(5) << 30, Array("最后".utf8))
        let layout = ZipLayout(
            [
                .init(path: "大.bin", size: size, crc: 0), .init(path: "又大.bin", size: 0xFFFF_FFFF, crc: 0),
                .init(path: "末.txt", size: Int64(last.count), crc: ZipCheckSum.of(last)),
            ], on: Papers.day)
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("zip-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: path) }
        // The large ones are holes in the file.
        try Data().write(to: path)
        let file = try FileHandle(forWritingTo: path)
        var offset: UInt64 = 0
        for index in 0..<3 {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: layout.header(of: index) + (index == 2 ? last : []))
            offset += UInt64(layout.header(of: index).count) + UInt64(layout.entries[index].size)
        }
        try file.seek(toOffset: offset)
        try file.write(contentsOf: layout.end)
        try file.close()
        let script = """
            import json, sys, zipfile
            archive = zipfile.ZipFile(open(sys.argv[2], "rb"))
            print(json.dumps([dict(name=m.filename, size=m.file_size, flags=m.flag_bits, text=archive.read(m).decode() if m.file_size < 100 else "")
                for m in archive.infolist()]))
            """
        let text = try Tool.output("python3", ["-c", script], on: [], then: [path.path])
        let members = try JSONDecoder().decode([Member].self, from: Data(text.utf8))
        #expect(members.map(\.size) == [size, 0xFFFF_FFFF, Int64(last.count)] && members.last?.text == "最后")
    }
}

@Suite("R-25: names that Windows takes, too")
struct SafeNamesTests {
    @Test(
        "what it does not take is an underscore; devices get one; dots and blanks at the end go",
        arguments: [
            ("合同.docx", "合同.docx"), ("报价 50%.xlsx", "报价 50_.xlsx"), ("a<b>:\"/\\|?*.txt", "a_b________.txt"),
            ("CON", "CON_"), ("con.txt", "con_.txt"), ("LPT1.tar.gz", "LPT1_.tar.gz"), ("尾. . ", "尾"), ("..", "_"), ("", "_"),
            (" 前后 ", "前后"), ("甲\u{202E}乙\u{7}.txt", "甲_乙_.txt"), ("e\u{301}.txt", "\u{E9}.txt"), ("COM¹", "COM¹_"),
        ])
    func safe(_ name: String, _ safe: String) { #expect(SafeNames.safe(name) == safe) }

    @Test("a long name is cut and keeps its ending, and no character is cut in two")
    func long() {
        let name = SafeNames.safe(String(repeating: "空调👨‍👩‍👧", count: 60) + ".docx")
        #expect(name.utf16.count <= 80 && name.hasSuffix(".docx") && !name.unicodeScalars.contains("\u{FFFD}"))
        #expect(SafeNames.safe("甲." + String(repeating: "长", count: 200)).utf16.count <= 80)
    }

    @Test("no two in a folder are one to a file system that does not look at case, width or composition")
    func unique() {
        var names = SafeNames()
        let placed = ["合同.TXT", "合同.txt", "合同.txt", "ＡＢ.txt", "ab.txt"].map { names.place($0, in: "a/") }
        #expect(placed == ["a/合同.TXT", "a/合同 (2).txt", "a/合同 (3).txt", "a/ＡＢ.txt", "a/ab (2).txt"])
        #expect(names.place("合同.txt", in: "b/") == "b/合同.txt")
    }
}
