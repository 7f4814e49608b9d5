import Foundation
import Testing

@Suite("What of the root can be made again comes back, and the archive says so")
struct RootUpkeepTests {
    enum Harm: String, CaseIterable, Sendable {
        case removed, emptied, garbage, otherKind

        func inflict(on place: URL) throws {
            let files = FileManager.default
            var isFolder: ObjCBool = false
            let isThere = files.fileExists(atPath: place.path, isDirectory: &isFolder)
            switch self {
            case .removed: try Self.takeAway(place)
            case .emptied where isFolder.boolValue:
                for name in try files.contentsOfDirectory(atPath: place.path) {
                    try? files.removeItem(at: place.appendingPathComponent(name))
                }
            case .emptied: try Data().write(to: place)
            case .garbage where isFolder.boolValue:
                try Data("garbage".utf8).write(to: place.appendingPathComponent("garbage"))
                try files.createDirectory(at: place.appendingPathComponent("9.sqlite"), withIntermediateDirectories: true)
            case .garbage: try Data(repeating: 0x41, count: 20_000).write(to: place)
            case .otherKind:
                let other = Self.aside()
                if isFolder.boolValue {
                    try Data("a file".utf8).write(to: other)
                } else {
                    try files.createDirectory(at: other.appendingPathComponent("inside"), withIntermediateDirectories: true)
                }
                try Self.replace(place, with: other)
            }
            #expect(isThere, "\(place.lastPathComponent) is not there to be harmed")
        }

        private static func aside() -> URL {
            FileManager.default.temporaryDirectory.appendingPathComponent("muniment-\(UUID().uuidString)")
        }

        /// By one rename, since a service may be at work in it.
        private static func takeAway(_ place: URL) throws {
            let aside = aside()
            try FileManager.default.moveItem(at: place, to: aside)
            try? FileManager.default.removeItem(at: aside)
        }

        /// Whoever is at work in it may make it anew as soon as it is gone: then once more.
        private static func replace(_ place: URL, with other: URL) throws {
            for _ in 1...50 {
                try? takeAway(place)
                if (try? FileManager.default.moveItem(at: other, to: place)) != nil { return }
            }
            throw POSIXError(.EEXIST)
        }
    }

    /// Everything of the root that is not `objects`, `journal` or `archive.json`.
    static let places = [
        "catalogue", "catalogue/current", "catalogue/1.sqlite", "catalogue/1.lock", "derived", "staging", "aside", "reserve", "lock",
        "README",
    ]

    @Test("with nobody there", arguments: places, Harm.allCases)
    func idle(_ place: String, _ harm: Harm) async throws {
        let program = try await Program()
        let first = try await program.file(try program.write("a.txt", "青禾广场"), "--title", "第一份")
        try harm.inflict(on: program.root.appendingPathComponent(place))
        try await expectWhole(program, first)
        let whatWasGone = try program.everything()
        #expect(Set(Self.places.filter { !$0.contains("/") }).subtracting(whatWasGone).isEmpty, "\(whatWasGone)")
    }

    @Test("with the service running", arguments: places, Harm.allCases)
    func running(_ place: String, _ harm: Harm) async throws {
        let program = try await Program()
        let first = try await program.file(try program.write("a.txt", "青禾广场"), "--title", "第一份")
        try await program.run("account", "set", "甲", "--role", "archivist")
        let token = try await program.run("token", "create", "甲").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let service = try await Service(program)
        #expect(try await service.search("第一份", token) == 1)
        try harm.inflict(on: program.root.appendingPathComponent(place))
        #expect(try await service.search("第一份", token) == 1)
        #expect(try await service.file("b", token) == 201)
        #expect(try await service.search("", token) == 2)
        try await service.stop()
        try await expectWhole(program, first, documents: 2)
    }

    @Test(
        "where the log of the catalogue, or its index, is emptied under the service, it goes on, if need be anew",
        arguments: ["-wal", "-shm"])
    func emptiedLog(_ suffix: String) async throws {
        let program = try await Program()
        let first = try await program.file(try program.write("a.txt", "青禾广场"), "--title", "第一份")
        try await program.run("account", "set", "甲", "--role", "archivist")
        let token = try await program.run("token", "create", "甲").output.trimmingCharacters(in: .whitespacesAndNewlines)
        let service = try await Service(program, port: try Service.freePort())
        #expect(try await service.file("b", token) == 201)
        try Harm.emptied.inflict(on: program.root.appendingPathComponent("catalogue/1.sqlite\(suffix)"))
        // Whoever asks at that moment may be cut off; who asks again is answered.
        let again = ["--retry", "30", "--retry-all-errors", "--retry-delay", "1"]
        let (body, status) = try await service.curl(again + [service.url("documents")], token)
        let total = ((try? JSONSerialization.jsonObject(with: body)) as? [String: Any])?["total"] as? Int
        #expect(status == 200 && total == 2, "\(String(decoding: body, as: UTF8.self))")
        #expect(try await service.file("c", token) == 201)
        try await service.stop()
        try await expectWhole(program, first, documents: 3)
    }

    /// Search, show, get, filing, verify, log and rebuild do what they are for.
    private func expectWhole(_ program: Program, _ first: String, documents: Int = 1) async throws {
        for command in [["show", first], ["get", first, "--output", "-"], ["log"], ["stats"], ["extraction"]] {
            let answer = try await program.run(command)
            #expect(answer.exitCode == 0, "\(command): \(answer.errors)")
        }
        let filed = try await program.run("file", try program.write("c.txt", "又一份"), "--type", "contract", "--no-extract")
        #expect(filed.exitCode == 0, "\(filed.errors)")
        #expect(try await program.run("search", "第一份", "--json").json["total"] as? Int == 1)
        #expect(try await program.run("search", "--json").json["total"] as? Int == documents + 1)
        // A file that nobody knows among the texts is nothing to put right, and for the verification to name.
        let strays = try FileManager.default.contentsOfDirectory(atPath: program.root.appendingPathComponent("derived").path).contains(
            "garbage")
        let verification = try await program.run("verify", "--json")
        #expect((verification.json["findings"] as? [[String: Any]])?.compactMap { $0["code"] as? String } == (strays ? ["F009"] : []))
        for command in [["log", "verify"], ["rebuild"]] {
            let answer = try await program.run(command)
            #expect(answer.exitCode == 0, "\(command): \(answer.output)\(answer.errors)")
        }
    }

    @Test("what was made anew is said on the standard error, once")
    func said() async throws {
        let program = try await Program()
        _ = try await program.file(try program.write("a.txt", "青禾广场"))
        for name in ["catalogue", "staging"] { try FileManager.default.removeItem(at: program.root.appendingPathComponent(name)) }
        let first = try await program.run("search", "青禾", "--lang", "en")
        #expect(first.errors.contains("staging was gone") && first.errors.contains("The catalogue was gone"), "\(first.errors)")
        #expect(try await program.run("search", "青禾", "--lang", "en").errors.isEmpty)
    }

    @Test("a catalogue that was taken away is made again with the texts that were read")
    func texts() async throws {
        let program = try await Program()
        let path = try program.write("合同.txt", "变频多联机组 安装与调试")
        #expect(try await program.run("file", path, "--type", "contract").exitCode == 0)
        try FileManager.default.removeItem(at: program.root.appendingPathComponent("catalogue"))
        #expect(try await program.run("search", "多联机组", "--json").json["total"] as? Int == 1)
        // Without what was read, an answer says what it cannot see.
        for name in ["catalogue", "derived"] { try FileManager.default.removeItem(at: program.root.appendingPathComponent(name)) }
        let answer = try await program.run("search", "多联机组", "--json").json
        #expect(answer["total"] as? Int == 0)
        #expect((answer["incomplete"] as? [String: Any])?["waiting"] as? Int == 1)
    }
}

extension Program {
    /// The names in the root.
    func everything() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: root.path)) }
}
