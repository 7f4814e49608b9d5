import Disk
import FileStore
import Foundation
import Records
import SystemPackage
import Testing
import Wording

@Suite("A storage root is judged with all its objects")
struct HierarchyTests {
    private let scratch: Scratch
    private var root: FilePath { scratch.folder.appending("root") }

    init() throws {
        scratch = try Scratch()
        try Files.make(root)
        try Files.write("ocfl_1.1\n", to: root.appending("0=ocfl_1.1"))
        try MadeObject(identifier: "urn:one").write(to: root.pushing("a/one"))
        try MadeObject(specification: "1.0", identifier: "urn:two").write(to: root.pushing("b/c/two"))
    }

    private func judged() throws -> Validation { try OCFLValidator(disk: Disk()).validate(root) }

    @Test("objects of both specifications, at any depth, with files of the root's own beside them")
    func valid() throws {
        try Files.write("how to read this", to: root.appending("README"))
        var steps: [[Int]] = []
        let validation = try OCFLValidator(disk: Disk()).validate(root) { steps.append([$0, $1]) }
        #expect(validation.kind == .root && validation.isValid && validation.objects == 2 && validation.codes == [])
        #expect(steps == [[1, 2], [2, 2]])
    }

    @Test("what is wrong in an object is told with the object's place")
    func places() throws {
        try Files.write("xyz", to: root.pushing("b/c/two/v1/content/a.txt"))
        let fault = try #require(try judged().errors.first)
        #expect(fault.code == .contentDiffers && fault.object == "b/c/two" && fault.place == "v1/content/a.txt" && fault.version == "v1")
        #expect(fault.phrase.english.hasPrefix("The file is missing or does not have its digest (has sha512 4a3ed8"))
    }

    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        let codes: [String]
        let change: @Sendable (FilePath) throws -> Void
        var testDescription: String { name }
    }

    static let rules: [Rule] = [
        Rule(name: "another text in the declaration", codes: ["E080"]) { try Files.write("ocfl_1.0\n", to: $0.appending("0=ocfl_1.1")) },
        Rule(name: "two declarations", codes: ["E076"]) { try Files.write("ocfl_1.0\n", to: $0.appending("0=ocfl_1.0")) },
        Rule(name: "a declaration of no version", codes: ["E076", "E079"]) { try Files.write("ocfl_7\n", to: $0.appending("0=ocfl_7")) },
        Rule(name: "a declaration with another digit", codes: ["E076", "E078"]) { try Files.write("x", to: $0.appending("2=ocfl_1.1")) },
        Rule(name: "a declaration without its sign", codes: ["E076", "E077"]) { try Files.write("x", to: $0.appending("0ocfl_1.1")) },
        Rule(name: "no declaration, but a layout", codes: ["E069", "E083", "E083"]) {
            try Files.remove($0.appending("0=ocfl_1.1"))
            try layout("0002-flat-direct-storage-layout", nil, $0)
        },
        Rule(name: "an object newer than the root", codes: ["E081"]) {
            try Files.remove($0.appending("0=ocfl_1.1"))
            try Files.write("ocfl_1.0\n", to: $0.appending("0=ocfl_1.0"))
        },
        Rule(name: "an empty folder", codes: ["E073"]) { try Files.make($0.appending("a/empty")) },
        Rule(name: "empty folders in folders", codes: ["E073"]) { try Files.make($0.pushing("x/y/z")) },
        Rule(name: "a file between objects", codes: ["E072"]) { try Files.write("x", to: $0.appending("a/stray")) },
        Rule(name: "a root in the root", codes: ["E072"]) {
            try Files.make($0.appending("r"))
            try Files.write("ocfl_1.1\n", to: $0.pushing("r/0=ocfl_1.1"))
        },
        Rule(name: "an object without its declaration", codes: ["E003"]) { try Files.remove($0.pushing("a/one/0=ocfl_object_1.1")) },
        Rule(name: "a link to an object, and one to the root", codes: ["E090", "E090"]) {
            try Files.link($0.appending("link"), to: "a/one")
            try Files.link($0.appending("a/circle"), to: "..")
        },
        Rule(name: "an identifier that another object has", codes: ["E037"]) {
            try MadeObject(identifier: "urn:one").write(to: $0.pushing("d/three"))
        },
        Rule(name: "an object in the root itself", codes: ["W015"]) {
            try MadeObject(identifier: "urn:three").write(to: $0.appending("three"))
        },
        Rule(name: "a file in extensions", codes: ["E112"]) {
            try Files.make($0.appending("extensions"))
            try Files.write("x", to: $0.appending("extensions/x"))
        },
        Rule(name: "an extension that is not registered", codes: ["W016"]) { try Files.make($0.appending("extensions/ours")) },
        Rule(name: "a layout that is no JSON", codes: ["E070"]) { try Files.write("flat", to: $0.appending("ocfl_layout.json")) },
        Rule(name: "a layout without its keys", codes: ["E070", "E070"]) { try Files.write("{}", to: $0.appending("ocfl_layout.json")) },
        Rule(name: "a layout that is not registered", codes: ["E071"]) { try layout("pairtree", nil, $0) },
        Rule(name: "objects elsewhere than the layout says", codes: ["E083", "E083"]) {
            try layout("0002-flat-direct-storage-layout", nil, $0)
        },
        Rule(name: "parameters that cannot be", codes: ["E083"]) {
            try layout("0004-hashed-n-tuple-storage-layout", #"{"extensionName":"0004-hashed-n-tuple-storage-layout","tupleSize":33}"#, $0)
        },
        Rule(name: "parameters of another extension", codes: ["E083"]) {
            try layout("0004-hashed-n-tuple-storage-layout", #"{"extensionName":"0003-hash-and-id-n-tuple-storage-layout"}"#, $0)
        },
    ]

    private static func layout(_ name: String, _ parameters: String?, _ root: FilePath) throws {
        try Files.write(#"{"extension": "\#(name)", "description": "d"}"#, to: root.appending("ocfl_layout.json"))
        guard let parameters else { return }
        try Files.make(root.pushing(FilePath("extensions/\(name)")))
        try Files.write(parameters, to: root.pushing(FilePath("extensions/\(name)/config.json")))
    }

    @Test("each of its rules has its code", arguments: rules)
    func rule(_ rule: Rule) throws {
        try rule.change(root)
        #expect(try judged().codes == rule.codes, "\(rule.name)")
    }

    @Test("the codes of 1.0 are used for a root of 1.0")
    func first() throws {
        try Files.remove(root.appending("a"))
        try Files.remove(root.appending("0=ocfl_1.1"))
        try Files.write("ocfl_1.0\n", to: root.appending("0=ocfl_1.0"))
        try Files.make(root.appending("extensions/ours"))
        try Files.write("x", to: root.appending("extensions/x"))
        #expect(try judged().codes == ["E086", "W013"])
    }

    /// Identifiers and paths of the extensions' own examples (OCFL extensions 0003 and 0004).
    @Test(
        "objects where their layout puts them are where they belong",
        arguments: [
            ("0003-hash-and-id-n-tuple-storage-layout", "object-01", "3c0/ff4/240/object-01", ""),
            ("0003-hash-and-id-n-tuple-storage-layout", "..hor/rib:le-$id", "487/326/d8c/%2e%2ehor%2frib%3ale-%24id", ""),
            (
                "0004-hashed-n-tuple-storage-layout", "object-01",
                "3c0/ff4/240/3c0ff4240c1e116dba14c7627f2319b58aa3d77606d0d90dfc6161608ac987d4", ""
            ),
            (
                "0004-hashed-n-tuple-storage-layout", "object-01", "ff/75/53/44/92/48/5e/ab/b3/9f/86/35/67/28/88/4e",
                #","digestAlgorithm":"md5","tupleSize":2,"numberOfTuples":15,"shortObjectRoot":true"#
            ),
        ])
    func layouts(_ layout: String, _ identifier: String, _ place: String, _ parameters: String) throws {
        for name in ["a", "b"] { try Files.remove(root.appending(name)) }
        try MadeObject(identifier: identifier).write(to: root.pushing(FilePath(place)))
        try HierarchyTests.layout(layout, #"{"extensionName":"\#(layout)"\#(parameters)}"#, root)
        #expect(try judged().errors.map(\.code) == [])
        try MadeObject(identifier: identifier + "x").write(to: root.pushing(FilePath("else/where")))
        #expect(try judged().errors.map(\.code) == [.objectElsewhere])
    }

    @Test("a folder that is no OCFL, a file, and nothing at all are refused")
    func refusals() throws {
        let validator = OCFLValidator(disk: Disk())
        #expect(throws: OCFLValidator.Refusal.neither) { try validator.validate(root.appending("a")) }
        #expect(throws: OCFLValidator.Refusal.neither) { try validator.validate(root.appending("0=ocfl_1.1")) }
        #expect(throws: OCFLValidator.Refusal.missing) { try validator.validate(root.appending("nothing")) }
    }

    @Test("what this program writes is valid; OCFL only advises an address of the user, and ours have none (W008)")
    func own() throws {
        let place = try StoreRoot.create(at: scratch.folder.appending("storage"))
        let document = try DocumentID("D-7K3M-9QXT-2VHT")
        try place.file(document, [try File("合同.pdf", "first"), try File("e\u{301}", "second")])
        try place.version(document, [try File("补充协议.pdf", "third")]) { _ in true }
        let validation = try OCFLValidator(disk: Disk()).validate(scratch.folder.pushing("storage/objects"))
        #expect(validation.errors == [] && validation.objects == 1 && Set(validation.warnings.map(\.code)) == [.addressMissing])
    }
}
