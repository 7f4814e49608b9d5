import Disk
import Extraction
import Foundation
import Records
import Samples
import Testing

@Suite("What is not read of something within something else is said of the whole")
struct MembersNotReadTests {
    private func read(_ name: String, _ bytes: Data) async throws -> (type: String, outcome: ExtractionOutcome) {
        let scratch = try Scratch()
        let file = try scratch.open(name, bytes)
        let type = await Corpus.service.identify(file, name: name).mediaType
        return (type.text, await Corpus.service.read(file, name: name, mediaType: type))
    }

    /// A mail with one attachment.
    private func mail(_ name: String, _ bytes: Data, isWhole: Bool = true) -> Data {
        Data(
            """
            From: a@example.com\r
            To: b@example.com\r
            Subject: =?utf-8?B?5ZCI5ZCM?=\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary="grenze"\r
            \r
            --grenze\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            信的正文\r
            --grenze\r
            Content-Type: application/octet-stream; name="\(name)"\r
            Content-Disposition: attachment; filename="\(name)"\r
            Content-Transfer-Encoding: base64\r
            \r
            \(bytes.base64EncodedString(options: .lineLength76Characters))\r
            \(isWhole ? "--grenze--\r\n" : "")
            """.utf8)
    }

    private var cutZip: Data {
        get throws {
            let whole = try ZipMaker.zip((0..<40).map { .init(name: "\($0).txt", content: Data("第 \($0) 份合同".utf8)) })
            return whole.prefix(whole.count * 6 / 10)
        }
    }

    @Test("an archive that is cut, in an archive and in a mail")
    func cutWithin() async throws {
        #expect(try await read("a.zip", try cutZip).outcome.reason == "damaged")
        for outer in [try ZipMaker.zip([.init(name: "内.zip", content: try cutZip)]), mail("b.zip", try cutZip)] {
            #expect(try await read("outer", outer).outcome.reason == "damaged")
        }
    }

    @Test("a file that is read wholly and lacks only its end, itself and within an archive; whole it is not called damaged")
    func endsCut() async throws {
        let page = Data("<w:document><w:p><w:t>空调合同</w:t></w:p></w:document>".utf8)
        let book = Data("<workbook><sheets><sheet name=\"一\"/></sheets></workbook>".utf8)
        let sheet = Data("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>空调合同</t></is></c></row></sheetData></worksheet>".utf8)
        let whole = [
            "a.zip": try ZipMaker.zip([.init(name: "a.txt", content: Data("空调合同".utf8))]),
            "a.docx": try ZipMaker.office("word/document.xml", "wordprocessingml.document", page),
            "a.xlsx": try ZipMaker.office(
                "xl/workbook.xml", "spreadsheetml.sheet", book, more: [.init(name: "xl/worksheets/sheet1.xml", content: sheet)]),
            "a.rtf": Data(#"{\rtf1\ansi\u31354?\u-29693?\u21512?\u21516?}}"#.utf8.dropLast()),
        ]
        for (name, bytes) in whole {
            let cut = Data(bytes.dropLast(name == "a.rtf" ? 1 : 22))
            for (bytes, reason) in [(bytes, nil), (cut, "damaged")] {
                for (place, file) in [(name, bytes), ("outer.zip", try ZipMaker.zip([.init(name: name, content: bytes)]))] {
                    let outcome = try await read(place, file).outcome
                    #expect(outcome.text.contains("空调合同") && outcome.reason == reason, "\(name) in \(place): \(outcome.reason ?? "-")")
                }
            }
        }
        let scratch = try Scratch()
        let ledger = await Corpus.service.readTable(try scratch.open("b.xlsx", try #require(whole["a.xlsx"]).dropLast(22)), name: "b.xlsx")
        #expect(ledger.problem == "damaged" && ledger.sheets.isEmpty)
    }

    @Test("a file of a type that is not read, or that cannot be read, in an archive and in a mail; not sound and moving pictures")
    func unreadWithin() async throws {
        let drawing = Data("AC1032".utf8) + Data(repeating: 0, count: 200)
        let sound =
            Data("RIFF".utf8) + Data([44, 0, 0, 0]) + Data("WAVEfmt ".utf8)
            + Data([16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0]) + Data("data".utf8)
            + Data([8, 0, 0, 0] + [UInt8](repeating: 0x80, count: 8))
        for (bytes, reason) in [(drawing, "member_unreadable"), (Data("%PDF-1.7\n".utf8), "member_unreadable"), (sound, nil)] {
            for outer in [
                try ZipMaker.zip([.init(name: "甲.txt", content: Data("说明".utf8)), .init(name: "附", content: bytes)]), mail("x", bytes),
            ] {
                #expect(try await read("outer", outer).outcome.reason == reason, "\(bytes.prefix(8) as NSData)")
            }
        }
    }

    @Test("a mail whose last part is cut, and a TAR without its end")
    func cutThemselves() async throws {
        let text = Data("附件里的字".utf8)
        #expect(try await read("a.eml", mail("a.txt", text)).outcome.reason == nil)
        #expect(try await read("a.eml", mail("a.txt", text, isWhole: false)).outcome.reason == "damaged")
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) { header.replaceSubrange(place..<(place + text.utf8.count), with: Array(text.utf8)) }
        put("a.txt", at: 0)
        put("0000644", at: 100)
        put("00000000017", at: 124)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar\u{0}00", at: 257)
        let sum = header.reduce(0) { $0 + Int($1) }
        put(String(sum, radix: 8).leftPadded(6) + "\u{0} ", at: 148)
        let member = header + Array(text) + [UInt8](repeating: 0, count: 512 - text.count)
        let whole = try await read("a.tar", Data(member + [UInt8](repeating: 0, count: 1024)))
        #expect(whole.type == "application/x-tar" && whole.outcome.reason == nil && whole.outcome.text.contains("附件里的字"))
        #expect(try await read("a.tar", Data(member.prefix(512 + 15))).outcome.reason == "damaged")
    }

    @Test("an archive with a PDF in it is an archive, and a text that speaks of PDFs, or begins like something else, is a text")
    func types() async throws {
        let pdf = Data("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".utf8)
        let archive = try ZipMaker.zip([.init(name: "a.txt", content: Data("独角鲸".utf8)), .init(name: "a.pdf", content: pdf)])
        let read = try await read("mixed.zip", archive)
        #expect(read.type == "application/zip" && read.outcome.text.contains("独角鲸"))
        for text in ["本规范按 %PDF-1.4 编写", "BZh 说明 内容", "MSCF 是柜文件", "MZ 型号一览", "P5 型机组"] {
            let read = try await self.read("a.txt", Data(text.utf8))
            #expect(read.type == "text/plain" && read.outcome.text.contains(text), "\(text) \(read.type)")
        }
        #expect(try await self.read("b.pdf", Data("\r\n  ".utf8) + pdf).type == "application/pdf")
    }
}

extension String {
    fileprivate func leftPadded(_ count: Int) -> String { String(repeating: "0", count: max(0, count - self.count)) + self }
}
