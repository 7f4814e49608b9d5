import Foundation
import Samples
import Testing

@Suite("An archive made by the first program opens for ever")
struct OldArchiveTests {
    private static let fixtures = Checkout.file("Tests/Fixtures")

    @Test("with the same answers, whole, and with room for more")
    func opens() async throws {
        let program = try await Program()
        let root = program.folder.appendingPathComponent("old")
        try FileManager.default.copyItem(at: Self.fixtures.appendingPathComponent("archive-1"), to: root)
        // A home of its own, for the test's own archive has the other.
        let home = ["MUNIMENT_HOME": program.folder.appendingPathComponent("old-home").path]
        let answers = Self.fixtures.appendingPathComponent("archive-1-answers")
        let names = try FileManager.default.contentsOfDirectory(atPath: answers.path)
        #expect(names.count == 2)
        for name in names {
            let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: answers.appendingPathComponent(name)))
            let id = String(name.dropLast(".json".count))
            let shown = try await program.run(["show", id, "--archive", root.path, "--json"], environment: home)
            #expect(shown.exitCode == 0, "\(shown.errors)")
            #expect(Self.difference(expected, shown.json) == nil)
        }
        for command in [["verify"], ["log", "verify"], ["rebuild"]] {
            let answer = try await program.run(command + ["--archive", root.path], environment: home)
            #expect(answer.exitCode == 0, "\(command): \(answer.output)\(answer.errors)")
        }
    }

    /// The first member that is not as it was; a later program may say more.
    private static func difference(_ expected: Any, _ found: Any?, at path: String = "") -> String? {
        switch (expected, found) {
        case (let old as [String: Any], let new as [String: Any]):
            return old.keys.sorted().lazy.compactMap { key in difference(old[key] ?? "", new[key], at: "\(path).\(key)") }.first
        case (let old as [Any], let new as [Any]) where old.count == new.count:
            return zip(old, new).lazy.compactMap { difference($0, $1, at: "\(path)[]") }.first
        case (let old as NSObject, let new as NSObject) where old == new: return nil
        default: return "\(path): \(expected) was, \(found ?? "nothing") is"
        }
    }
}
