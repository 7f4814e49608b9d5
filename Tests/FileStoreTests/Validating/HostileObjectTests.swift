import Disk
import FileStore
import Foundation
import Glibc
import SystemPackage
import Testing

@Suite("Nothing that an object holds leads the validator astray")
struct HostileObjectTests {
    private let scratch: Scratch
    private var folder: FilePath { scratch.folder.appending("object") }

    init() throws { scratch = try Scratch() }

    private func judged(_ object: MadeObject = MadeObject(), _ change: (FilePath) throws -> Void = { _ in }) throws -> Validation {
        try object.write(to: folder)
        try change(folder)
        return try OCFLValidator(disk: Disk()).validate(folder)
    }

    @Test("the object of these tests is valid, and nothing is found in it")
    func valid() throws { #expect(try judged().codes == []) }

    @Test("100 MB of spaces around an inventory are white space, and are read within seconds")
    func spaces() throws {
        let start = ContinuousClock.now
        let spaces = [UInt8](repeating: 32, count: 100_000_000)
        #expect(try judged(MadeObject(versions: [["a": "abc"]], bytes: { bytes, _ in bytes + spaces })).codes == [])
        #expect(start.duration(to: .now) < .seconds(60))
    }

    @Test("an inventory larger than any that is read is an error, not a crash")
    func tooLarge() throws {
        let validation = try judged {
            let file = open($0.appending("inventory.json").string, O_WRONLY)
            defer { close(file) }
            #expect(ftruncate(file, (256 << 20) + 1) == 0)
        }
        #expect(validation.codes == ["F001"])
    }

    @Test("JSON 10,000 deep is refused where it goes too deep", arguments: ["[", "{\"a\":"])
    func deep(_ opening: String) throws {
        let text = Array(String(repeating: opening, count: 10_000).utf8)
        let validation = try judged(MadeObject(bytes: { bytes, version in version == 2 ? text : bytes }))
        #expect(validation.codes == ["E033"])
    }

    @Test("an inventory in another encoding, or with bytes that are no UTF-8, is no inventory", arguments: 0..<5)
    func encodings(_ which: Int) throws {
        let validation = try judged(
            MadeObject(bytes: { bytes, version in
                guard version == 2 else { return bytes }
                switch which {
                case 0: return [0xEF, 0xBB, 0xBF] + bytes
                case 1: return bytes.flatMap { [$0, 0] }
                case 2: return bytes.map { $0 == 65 ? 0xC3 : $0 }
                case 3: return []
                default: return bytes + [0]
                }
            }))
        #expect(validation.codes == ["E033"])
    }

    @Test(
        "a key that is there twice is an error, also where both say the same",
        arguments: ["\"id\": \"urn:example:made\",", "\"fixity\":{},\"fixity\":{},"])
    func keyTwice(_ member: String) throws {
        let validation = try judged(
            MadeObject(versions: [["a": "abc"]], bytes: { bytes, _ in Array("{\(member)".utf8) + bytes.drop { $0 != 123 }.dropFirst() }))
        #expect(validation.codes == ["E033"])
    }

    @Test(
        "a manifest that leads out of the object is refused, and what it leads to is not read",
        arguments: [
            ("v1/content/../../../secret", ["E099"]), ("/etc/passwd", ["E042", "E100"]), ("v1/content/./a.txt", ["E099"]),
            ("v1//content/a.txt", ["E099"]),
            ("v3/content/a.txt", ["E042", "E092"]), ("v01/content/a.txt", ["E014", "E092"]), ("v1\\content\\a.txt", ["E035", "E092"]),
            ("v1/content/a.txt/", ["E100"]), ("../object/v1/content/a.txt", ["E099"]), ("v1/content/\u{0}", ["E092"]),
        ])
    func traversal(_ path: String, _ codes: [String]) throws {
        try Files.write("abc", to: scratch.folder.appending("secret"))
        let validation = try judged(
            MadeObject(
                versions: [["a.txt": "abc"]],
                change: { inventory, _ in
                    inventory["manifest"] = [MadeObject.sha512(Array("abc".utf8)): [path]]
                }))
        // The file that is there is listed no more.
        #expect(validation.codes == (codes + ["E023"]).sorted().filter { $0 != "E042" || !path.hasPrefix("/") }, "\(path)")
    }

    @Test("links are told and not followed: out of the object, in circles, in the place of a folder and of the inventory")
    func links() throws {
        try Files.write("abc", to: scratch.folder.appending("secret"))
        #expect(
            try judged {
                try Files.link($0.appending("v1/content/loop"), to: "../../..")
                try Files.link($0.appending("v1/content/self"), to: "self")
                try Files.link($0.appending("logs"), to: "/")
                try Files.remove($0.appending("v1/content/a.txt"))
                try Files.link($0.appending("v1/content/a.txt"), to: "../../../secret")
            }.codes == ["E090", "E090", "E090", "E090", "E092"])
        try Files.remove(folder)
        #expect(
            try judged {
                try FileManager.default.moveItem(atPath: $0.appending("v1").string, toPath: scratch.folder.appending("away").string)
                try Files.link($0.appending("v1"), to: "../away")
            }.codes == ["E010", "E046", "E090", "E092"])
        try Files.remove(folder)
        #expect(
            try judged {
                try Files.remove($0.appending("inventory.json"))
                try Files.link($0.appending("inventory.json"), to: "v2/inventory.json")
            }.codes == ["E001", "E063", "E090"])
    }

    @Test("two names of one file are links too")
    func hardLink() throws {
        let validation = try judged(MadeObject(versions: [["a": "same", "b": "same"]])) {
            try Files.remove($0.appending("v1/content/b"))
            #expect(link($0.appending("v1/content/a").string, $0.appending("v1/content/b").string) == 0)
        }
        #expect(validation.codes == ["E090"] && validation.errors.first?.place == "v1/content/b")
    }

    @Test(
        "a pipe is never opened, whatever it is called",
        arguments: [
            ("inventory.json", ["E001", "E063", "E089"]), ("v1/inventory.json", ["E015", "E089", "W010"]),
            ("v1/content/a.txt", ["E089", "E092"]),
            ("inventory.json.sha512", ["E058", "E089"]), ("0=ocfl_object_1.1", ["E003", "E089"]), ("pipe", ["E089"]),
        ])
    func pipe(_ place: String, _ codes: [String]) throws {
        let validation = try judged {
            let path = $0.pushing(FilePath(place))
            if place != "pipe" { try Files.remove(path) }
            #expect(mkfifo(path.string, 0o600) == 0)
        }
        #expect(validation.codes == codes, "\(place)")
    }

    @Test("a name that is no UTF-8 cannot be listed, so it does not belong there")
    func names() throws {
        let validation = try judged {
            for place in ["", "v1/", "v1/content/"] {
                let file = open(Array(($0.string + "/" + place).utf8CString.dropLast()) + [-1, -2, 0], O_CREAT | O_WRONLY, 0o600)
                #expect(file >= 0)
                close(file)
            }
        }
        #expect(validation.codes == ["E001", "E015", "E023"])
    }

    @Test("the NFC and NFD forms of a name are two names")
    func normalForms() throws {
        let validation = try judged(MadeObject(versions: [["\u{E9}": "abc"]])) {
            try FileManager.default.moveItem(
                atPath: $0.appending("v1/content/\u{E9}").string, toPath: $0.appending("v1/content/e\u{301}").string)
        }
        #expect(validation.codes == ["E023", "E092"])
    }

    @Test("folders deeper than any that is real are not followed for ever")
    func deepFolders() throws {
        let validation = try judged { try Files.make($0.pushing(FilePath("v1/content/" + String(repeating: "d/", count: 300)))) }
        #expect(validation.codes == ["F001"])
    }

    @Test("an inventory with more faults than can be listed is judged, and the rest counted")
    func manyFaults() throws {
        let validation = try judged(
            MadeObject(
                versions: [["a": "abc"]],
                change: { inventory, _ in
                    for number in 0..<Validation.mostListed + 500 { inventory["key\(number)"] = 1 }
                }))
        #expect(!validation.isValid && validation.errors.count == Validation.mostListed && validation.unlisted == 500)
    }

    @Test("what is made to take for ever does not: many digests of one file, paths of a million parts, many versions that are not there")
    func quadratic() throws {
        let start = ContinuousClock.now
        let validation = try judged(
            MadeObject(
                versions: [["a": "abc"]],
                change: { inventory, _ in
                    let digests = (0..<100_000).map { (String(format: "%032x", $0), ["v1/content/a"]) }
                    inventory["fixity"] = ["md5": Dictionary(uniqueKeysWithValues: digests)]
                    let long = String(repeating: "a/", count: 1_000_000) + "a"
                    var versions = inventory["versions"] as? [String: Any] ?? [:]
                    for number in 2...9 { versions["v\(number)"] = ["state": [MadeObject.sha512(Array("abc".utf8)): [long]]] }
                    for number in 10...20_000 { versions["v\(number)"] = [:] as [String: Any] }
                    inventory["versions"] = versions
                }))
        #expect(!validation.isValid && validation.unlisted > 100_000)
        #expect(start.duration(to: .now) < .seconds(120))
    }
}
