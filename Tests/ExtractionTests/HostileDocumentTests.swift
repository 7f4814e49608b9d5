import Disk
import Extraction
import Foundation
import Records
import Testing

@Suite("Documents made to hurt are read as far as is safe, and say why no further")
struct HostileDocumentTests {
    private func read(_ name: String, _ bytes: Data) async throws -> ExtractionOutcome {
        let scratch = try Scratch()
        let file = try scratch.open(name, bytes)
        let type = await Corpus.service.identify(file, name: name).mediaType
        let outcome = await Corpus.service.read(file, name: name, mediaType: type)
        // That it ended by itself: neither the host's clock nor the kernel's limits ended it, however busy the machine is.
        #expect(!["timed_out", "worker_crashed", "worker_not_started"].contains(outcome.reason), "\(outcome)")
        return outcome
    }

    private func document(_ text: String) -> Data {
        Data("<w:document><w:body><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:body></w:document>".utf8)
    }

    private static let word = ("word/document.xml", "wordprocessingml.document")
    private static let zeros = Data(count: 60 << 20)

    @Test("a ZIP that unpacks to two hundred times its size is left")
    func ratio() async throws {
        let outcome = try await read("a.zip", try ZipMaker.zip([.init(name: "zeros.txt", content: Self.zeros, isPacked: true)]))
        #expect(outcome.reason == "ratio_too_high")
        #expect(outcome.text == "zeros.txt")
    }

    @Test("the same inside an office file, or inside a ZIP in a ZIP")
    func hiddenRatio() async throws {
        let office = try ZipMaker.office(Self.word.0, Self.word.1, Self.zeros, isPacked: true)
        #expect(try await read("a.docx", office).reason == "ratio_too_high")
        let inner = try ZipMaker.zip([.init(name: "zeros.txt", content: Self.zeros, isPacked: true)])
        let outcome = try await read("a.zip", try ZipMaker.zip([.init(name: "inner.zip", content: inner)]))
        #expect(outcome.reason == "ratio_too_high")
    }

    @Test("of a ZIP with very many members so many are read, and all have their names kept up to a limit")
    func count() async throws {
        let members = (0..<12_000).map { ZipMaker.Member(name: "\($0).txt", content: Data("第\($0)号".utf8)) }
        let outcome = try await read("a.zip", try ZipMaker.zip(members))
        #expect(outcome.reason == "too_many_members")
        #expect(outcome.text.contains("第1999号") && !outcome.text.contains("第2000号"))
        #expect(outcome.text.contains("9999.txt") && !outcome.text.contains("10000.txt"))
    }

    @Test("ZIPs within ZIPs are opened five deep")
    func depth() async throws {
        var bytes = try ZipMaker.zip([.init(name: "innermost.txt", content: Data("最里面".utf8))])
        for level in 0..<12 { bytes = try ZipMaker.zip([.init(name: "\(level).zip", content: bytes)]) }
        let outcome = try await read("a.zip", bytes)
        #expect(outcome.reason == "nested_too_deep")
        #expect(!outcome.text.contains("最里面"))
    }

    @Test("ZIPs that multiply at every level end with the limit on members")
    func multiplying() async throws {
        var bytes = try ZipMaker.zip([.init(name: "a.txt", content: Data("甲".utf8))])
        for _ in 0..<3 {
            let copy = bytes
            bytes = try ZipMaker.zip((0..<20).map { ZipMaker.Member(name: "\($0).zip", content: copy, isPacked: true) })
        }
        #expect(try await read("a.zip", bytes).reason == "too_many_members")
    }

    @Test("a ZIP of many ZIPs is read to its end, in no more memory than one of them takes")
    func manyInside() async throws {
        let inner = try (0..<600).map { number in
            ZipMaker.Member(
                name: "\(number).zip", content: try ZipMaker.zip([.init(name: "a.txt", content: Data("第 \(number) 份".utf8))]),
                isPacked: true)
        }
        let outcome = try await read("a.zip", try ZipMaker.zip(inner))
        #expect(outcome.reason == nil && outcome.text.contains("第 0 份") && outcome.text.contains("第 599 份"), "\(outcome.reason ?? "")")
    }

    @Test("a PDF whose pages contain themselves has no pages")
    func pageLoop() async throws {
        let outcome = try await read("a.pdf", Self.pdf(kids: "2 0 R 3 0 R", count: 1_000_000))
        #expect(outcome.result != .text || outcome.text.contains("Contract"))
        #expect(try await read("b.pdf", Self.pdf(kids: "2 0 R", count: 1)).reason != nil)
        #expect(try await read("c.pdf", Self.pdf(kids: "3 0 R", count: 1)).text.contains("Contract"))
    }

    @Test("what was cut off gives what it still has, or a reason", arguments: [1, 10, 40, 60, 90, 99])
    func truncated(_ percent: Int) async throws {
        let docx = try ZipMaker.office(Self.word.0, Self.word.1, document(String(repeating: "合同", count: 5000)))
        let xlsx = try ZipMaker.office(
            "xl/workbook.xml", "spreadsheetml.sheet", Data("<workbook/>".utf8),
            more: [
                .init(name: "xl/worksheets/sheet1.xml", content: Self.sheet(String(repeating: "<c t=\"str\"><v>空调</v></c>", count: 2000)))
            ])
        for (name, whole) in [("a.docx", docx), ("a.xlsx", xlsx), ("a.pdf", Self.pdf(kids: "3 0 R", count: 1))] {
            let outcome = try await read(name, whole.prefix(max(1, whole.count * percent / 100)))
            #expect(outcome.result == .text || outcome.reason != nil, "\(name) \(outcome)")
        }
    }

    @Test("a sheet that claims to be immense is read as far as there is room")
    func sheets() async throws {
        func book(_ rows: String, _ shared: String = "") throws -> Data {
            try ZipMaker.office(
                "xl/workbook.xml", "spreadsheetml.sheet", Data("<workbook/>".utf8),
                more: [
                    .init(name: "xl/worksheets/sheet1.xml", content: Self.sheet(rows), isPacked: true),
                    .init(name: "xl/sharedStrings.xml", content: Data("<sst><si><t>\(shared)</t></si></sst>".utf8), isPacked: true),
                ])
        }
        let far = (1...2000).map { "<row r=\"\($0 * 500)\"><c r=\"XFD\($0 * 500)\" t=\"str\"><v>远</v></c></row>" }.joined()
        let outcome = try await read("a.xlsx", try book(far))
        #expect(outcome.text.contains("远") && outcome.reason == "too_large")
        let many = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100_000) + "</row>"
        #expect(try await read("b.xlsx", try book(many, String(repeating: "长", count: 30_000))).reason == "too_large")
    }

    @Test("a member's name or link leads nowhere outside")
    func links() async throws {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "cd '\(scratch.folder.path)' && ln -s /etc/passwd link && tar -cf a.tar link"]
        try process.run()
        process.waitUntilExit()
        let tar = try await read("a.tar", try Data(contentsOf: scratch.folder.appendingPathComponent("a.tar")))
        #expect(!tar.text.contains("root:"))
        let zip = try ZipMaker.zip([
            .init(name: "../../../../tmp/muniment-escaped.txt", content: Data("外".utf8)),
            .init(name: "/etc/passwd", content: Data("内".utf8)),
        ])
        let outcome = try await read("a.zip", zip)
        #expect(outcome.text.contains("外") && outcome.text.contains("内") && !outcome.text.contains("root:"))
        #expect(!FileManager.default.fileExists(atPath: "/tmp/muniment-escaped.txt"))
    }

    private static func sheet(_ rows: String) -> Data {
        Data("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>\(rows)</sheetData></worksheet>".utf8)
    }

    /// A PDF of one page; object 2 is the page tree, object 3 the page.
    private static func pdf(kids: String, count: Int) -> Data {
        let stream = "BT /F1 12 Tf 72 700 Td (Contract HT-2025-018 of the parties) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(count) >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(stream.count) >>\nstream\n\(stream)\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        let body = objects.enumerated().map { "\($0.offset + 1) 0 obj\n\($0.element)\nendobj\n" }.joined()
        return Data("%PDF-1.4\n\(body)trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n".utf8)
    }
}
