import Foundation
import Testing

@Suite("What retention answers of a document")
struct RetentionAnswerTests {
    @Test("R-41: a document without a class is said to be held; to whoever may not see holds only that something blocks")
    func heldWithoutClass() async throws {
        let program = try await Program()
        let document = try await program.file(try program.write("a.txt", "合同"))
        let before = try await program.run("retention", document)
        #expect(before.output.contains("没有类目") && !before.output.contains("现在"))
        try await program.run("hold", "place", "--document", document, "--reason", "诉讼", "--authority", "法务部")
        #expect(try await program.run("retention", document).output == before.output + "现在不可处置：冻结\n")
        try await program.run("account", "set", "王芳", "--role", "销售助理")
        try await program.run(["account", "password", "王芳"], input: "冷却塔-2026-夏\n")
        let hidden = try await program.run(
            ["retention", document, "--as", "王芳"], environment: ["MUNIMENT_PASSWORD": "冷却塔-2026-夏"])
        #expect(hidden.output == before.output + "现在不可处置：原因请询问档案员\n", "\(hidden.errors)")
    }
}
