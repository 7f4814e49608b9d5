import Foundation
import Subprocess
import SystemPackage
import Testing

@Suite("A document of which not all can be read")
struct DamagedTextTests {
    @Test("is found by what could be read, and listed with the reason")
    func listed() async throws {
        let program = try await Program()
        let types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
        _ = try program.write("[Content_Types].xml", types + "wordprocessingml.document.main+xml\"/></Types>")
        try FileManager.default.createDirectory(at: program.folder.appendingPathComponent("word"), withIntermediateDirectories: true)
        _ = try program.write("word/document.xml", "<document><p><t>多联机组&</t></p><p><t>冷却水塔</t></p></document>")
        let zip = try await program.run(["-qX", "-nw", "合同.docx", "[Content_Types].xml", "word/document.xml"], by: "/usr/bin/zip")
        #expect(zip.exitCode == 0, "\(zip.errors)\(zip.output)")
        #expect(try await program.run("file", "合同.docx", "--type", "contract").exitCode == 0)
        #expect(try await program.run("search", "冷却水塔", "--json").json["total"] as? Int == 1)
        let state = try await program.run("extraction", "--list", "--json").json
        #expect((state["failed"] as? [[String: Any]])?.first?["reason"] as? String == "damaged")
        #expect(try await program.run("extraction", "--list", "--lang", "zh").output.contains("文件有损坏"))
    }
}
