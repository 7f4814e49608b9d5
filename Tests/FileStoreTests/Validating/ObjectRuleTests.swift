import Disk
import FileStore
import Foundation
import SystemPackage
import Testing

/// The rules that no fixture breaks, each broken alone; the whole list of findings is asserted.
@Suite("Each rule for an object has its code")
struct ObjectRuleTests {
    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        let codes: [String]
        var specification = "1.1"
        var change: @Sendable (inout [String: Any]) -> Void = { _ in }
        var files: @Sendable (FilePath) throws -> Void = { _ in }
        var testDescription: String { name }
    }

    private static let abc = MadeObject.sha512(Array("abc".utf8))

    static let inventories: [Rule] = [
        Rule(name: "no versions", codes: ["E043"]) { $0["versions"] = nil },
        Rule(name: "versions a list", codes: ["E045"]) { $0["versions"] = ["v1"] },
        Rule(name: "a version that is no object", codes: ["E047"]) { $0["versions"] = ["v1": "first"] },
        Rule(name: "manifest a list", codes: ["E023", "E106"]) { $0["manifest"] = ["v1/content/a.txt"] },
        Rule(name: "manifest a list, in 1.0", codes: ["E023", "E041"], specification: "1.0") { $0["manifest"] = ["v1/content/a.txt"] },
        Rule(name: "a digest without a list", codes: ["E023", "E092"]) { $0["manifest"] = [abc: "v1/content/a.txt"] },
        Rule(name: "a key of one's own", codes: ["E102"]) { $0["note"] = "mine" },
        Rule(name: "no identifier's text", codes: ["E037"]) { $0["id"] = 7 },
        Rule(name: "a type of no specification", codes: ["E038"]) { $0["type"] = "https://ocfl.io/2.0/spec/#inventory" },
        Rule(name: "content folder is no text", codes: ["E108"]) { $0["contentDirectory"] = 1 },
        Rule(name: "content folder is no text, in 1.0", codes: ["E017"], specification: "1.0") { $0["contentDirectory"] = 1 },
        Rule(name: "content folder two dots", codes: ["E018"]) { $0["contentDirectory"] = ".." },
        Rule(name: "fixity a list", codes: ["E111"]) { $0["fixity"] = [] as [String] },
        Rule(name: "fixity a list, in 1.0", codes: ["E056"], specification: "1.0") { $0["fixity"] = [] as [String] },
        Rule(name: "fixity of an unknown algorithm", codes: ["E056"]) { $0["fixity"] = ["crc32": ["352441c2": ["v1/content/a.txt"]]] },
        Rule(name: "fixity of a file that is not listed", codes: ["E057", "E093"]) {
            $0["fixity"] = ["md5": ["900150983cd24fb0d6963f7d28e17f72": ["v1/content/b.txt"]]]
        },
        Rule(name: "a malformed sha1", codes: ["E029"]) { $0["fixity"] = ["sha1": ["xyz": ["v1/content/a.txt"]]] },
        Rule(name: "a malformed sha256", codes: ["E030"]) { $0["fixity"] = ["sha256": ["12": ["v1/content/a.txt"]]] },
        Rule(name: "a malformed sha512", codes: ["E031"]) { $0["fixity"] = ["sha512": ["12": ["v1/content/a.txt"]]] },
        Rule(name: "a malformed blake2b-512", codes: ["E032"]) { $0["fixity"] = ["blake2b-512": ["12": ["v1/content/a.txt"]]] },
        Rule(name: "digests of another algorithm", codes: ["E039", "E092"]) {
            let md5 = "900150983cd24fb0d6963f7d28e17f72"
            $0["manifest"] = [md5: ["v1/content/a.txt"]]
            $0["versions"] = [
                "v1": [
                    "created": "2026-11-30T08:00:01Z", "message": "made", "state": [md5: ["a.txt"]],
                    "user": ["name": "A", "address": "mailto:a@example.org"],
                ] as [String: Any]
            ]
        },
        Rule(name: "a version's name without v", codes: ["E046", "E104"]) { rename("1", &$0) },
        Rule(name: "a version's number that is none", codes: ["E046", "E105"]) { rename("v0", &$0) },
        Rule(name: "a day that is none", codes: ["E049"]) { version(&$0) { $0["created"] = "2026-02-30T08:00:01Z" } },
        Rule(name: "a user with a key of one's own", codes: ["E102"]) {
            version(&$0) { $0["user"] = ["name": "A", "address": "mailto:a@example.org", "role": "x"] }
        },
        Rule(name: "a user without a name", codes: ["E054"]) { version(&$0) { $0["user"] = ["address": "mailto:a@example.org"] } },
        Rule(name: "no state", codes: ["E048"]) { version(&$0) { $0["state"] = nil } },
        Rule(name: "content that no version uses", codes: ["E107"]) { version(&$0) { $0["state"] = [:] as [String: Any] } },
        Rule(name: "content that no version uses, in 1.0", codes: [], specification: "1.0") {
            version(&$0) { $0["state"] = [:] as [String: Any] }
        },
    ]

    static let folders: [Rule] = [
        Rule(
            name: "two declarations", codes: ["E003"],
            files: { try Files.write("ocfl_object_1.0\n", to: $0.appending("0=ocfl_object_1.0")) }),
        Rule(
            name: "a declaration without its sign", codes: ["E003", "E004"],
            files: { try Files.write("x", to: $0.appending("0ocfl_object_1.1")) }),
        Rule(
            name: "a declaration with another digit", codes: ["E003", "E005"],
            files: { try Files.write("x", to: $0.appending("1=ocfl_object_1.1")) }),
        Rule(
            name: "a declaration of something else", codes: ["E003", "E006"], files: { try Files.write("bag\n", to: $0.appending("0=bag")) }
        ),
        Rule(name: "a file beside the content folder", codes: ["E015"], files: { try Files.write("x", to: $0.appending("v1/note")) }),
        Rule(name: "a folder beside the content folder", codes: ["W002"], files: { try Files.make($0.appending("v1/other/empty")) }),
        Rule(name: "no content folder", codes: ["E016", "E092"], files: { try Files.remove($0.appending("v1/content")) }),
        Rule(name: "an empty folder in the content", codes: ["E024"], files: { try Files.make($0.appending("v1/content/empty")) }),
        Rule(name: "content that is not listed", codes: ["E023"], files: { try Files.write("x", to: $0.appending("v1/content/x")) }),
        Rule(
            name: "a listed file that is not there", codes: ["E092", "W003"], files: { try Files.remove($0.appending("v1/content/a.txt")) }),
        Rule(
            name: "a sidecar of another algorithm", codes: ["E059"], files: { try Files.write("x", to: $0.appending("inventory.json.md5")) }
        ),
        Rule(
            name: "a wrong sidecar", codes: ["E060"],
            files: {
                try Files.write(String(repeating: "0", count: 128) + " inventory.json\n", to: $0.appending("v1/inventory.json.sha512"))
            }),
        Rule(
            name: "a sidecar with a second line", codes: ["E061"],
            files: {
                let sidecar = $0.appending("inventory.json.sha512")
                try Files.write(try Disk().read(sidecar, limit: 1000) + Array("x\n".utf8), to: sidecar)
            }),
        Rule(
            name: "a file in extensions", codes: ["E067"],
            files: {
                try Files.make($0.appending("extensions"))
                try Files.write("x", to: $0.appending("extensions/x"))
            }),
        Rule(name: "logs, with anything in them", codes: [], files: { try Files.make($0.appending("logs/deep/er")) }),
        Rule(
            name: "version folders padded on disk only", codes: ["E046", "E046", "E092"],
            files: {
                try FileManager.default.moveItem(atPath: $0.appending("v1").string, toPath: $0.appending("v001").string)
            }),
    ]

    @Test("in what an inventory says", arguments: inventories)
    func inventory(_ rule: Rule) throws { try check(rule) }

    @Test("in what its folders hold", arguments: folders)
    func folder(_ rule: Rule) throws { try check(rule) }

    private func check(_ rule: Rule) throws {
        let folder = try Scratch()
        let place = folder.folder.appending("object")
        try MadeObject(
            specification: rule.specification, versions: [["a.txt": "abc"]], change: { inventory, _ in rule.change(&inventory) }
        ).write(to: place)
        try rule.files(place)
        #expect(try OCFLValidator(disk: Disk()).validate(place).codes == rule.codes, "\(rule.name)")
    }

    private static func version(_ inventory: inout [String: Any], _ change: (inout [String: Any]) -> Void) {
        var versions = inventory["versions"] as? [String: Any] ?? [:]
        var first = versions["v1"] as? [String: Any] ?? [:]
        change(&first)
        versions["v1"] = first
        inventory["versions"] = versions
    }

    private static func rename(_ name: String, _ inventory: inout [String: Any]) {
        let versions = inventory["versions"] as? [String: Any] ?? [:]
        inventory["versions"] = [name: versions["v1"] ?? [:]]
    }
}

@Suite("Digests of fixity blocks are compared")
struct FixityTests {
    /// Of `abc`: RFC 1321 A.5, FIPS 180-4 examples, RFC 7693 appendix A; the shorter ones by Python's hashlib.
    static let digests = [
        ("md5", "900150983cd24fb0d6963f7d28e17f72"), ("sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), ("size", "3"),
        (
            "blake2b-512",
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
        ),
        ("blake2b-384", "6f56a82c8e7ef526dfe182eb5212f7db9df1317e57815dbda46083fc30f54ee6c66ba83be64b302d7cba6ce15bb556f4"),
        ("blake2b-256", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"),
        ("blake2b-160", "384264f676f39536840523f284921cdc68b6846b"),
    ]

    @Test("right ones are right, in either case, and others are not", arguments: digests)
    func digest(_ algorithm: String, _ digest: String) throws {
        let other = (digest.first == "3" ? "4" : digest.first == "9" ? "8" : "9") + digest.dropFirst()
        for (digest, codes) in [(digest, []), (digest.uppercased(), []), (other, ["E093"])] as [(String, [String])] {
            #expect(try judged([algorithm: [digest: ["v1/content/a.txt"]]]).codes == codes, "\(algorithm)")
        }
    }

    @Test("one that cannot be computed is passed over, and said so")
    func passedOver() throws {
        let validation = try judged(["sha512/256": [String(repeating: "0", count: 64): ["v1/content/a.txt"]]])
        #expect(validation.codes == [] && validation.passedOver == ["sha512/256"])
    }

    private func judged(_ fixity: [String: [String: [String]]]) throws -> Validation {
        let scratch = try Scratch()
        let folder = scratch.folder.appending("object")
        try MadeObject(versions: [["a.txt": "abc"]], change: { inventory, _ in inventory["fixity"] = fixity }).write(to: folder)
        return try OCFLValidator(disk: Disk()).validate(folder)
    }
}
