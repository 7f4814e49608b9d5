import Foundation
import Testing

@Suite("Any OCFL object or storage root is judged at the command line, without an archive")
struct OCFLTests {
    private func codes(_ answer: Program.Answer, _ list: String) -> [String] {
        (answer.json[list] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
    }

    @Test("an archive's own objects are valid, and advised only to give users an address; a changed byte is an error in its object")
    func own() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("a.txt", "壹拾万元"))
        let objects = program.root.appendingPathComponent("objects")
        let valid = try await program.run("verify", "--ocfl", objects.path, "--json")
        #expect(valid.exitCode == 0 && valid.json["valid"] as? Bool == true && valid.json["objects"] as? Int == 1)
        #expect(codes(valid, "errors") == [] && Set(codes(valid, "warnings")) == ["W008"])
        let said = try await program.run("verify", "--ocfl", objects.path, "--lang", "en")
        #expect(said.exitCode == 0 && said.output.contains("W008") && said.output.contains("Valid: a storage root of 1 objects"))

        let content = try #require(
            FileManager.default.enumerator(atPath: objects.path)?.compactMap { $0 as? String }.first { $0.hasSuffix(".txt") })
        let path = objects.appendingPathComponent(content).path
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try Data("玖拾万元".utf8).write(to: URL(fileURLWithPath: path))
        let damaged = try await program.run("verify", "--ocfl", objects.path, "--json")
        #expect(damaged.exitCode == 1 && damaged.json["valid"] as? Bool == false)
        let errors = damaged.json["errors"] as? [[String: Any]] ?? []
        #expect(Set(codes(damaged, "errors")) == ["E092", "E093"] && errors.allSatisfy { $0["version"] as? String == "v1" })
    }

    @Test("what is not there has exit code 66, what is no OCFL 65; documents and a path together are a misuse")
    func refusals() async throws {
        let program = try await Program()
        #expect(try await program.run("verify", "--ocfl", program.folder.appendingPathComponent("nothing").path).exitCode == 66)
        let folder = program.folder.appendingPathComponent("folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let refused = try await program.run("verify", "--ocfl", folder.path, "--json")
        #expect(refused.exitCode == 65 && refused.error["code"] as? String == "M106")
        #expect(try await program.run("verify", "D-7K3M-9QXT-2VHT", "--ocfl", folder.path).exitCode == 64)
    }
}
