import Disk
import DiskModel
import FileStore
import Records
import Samples
import SystemPackage
import Testing
import Wording

@Suite("The file store keeps versions of documents as OCFL objects")
struct FileStoreTests {
    private let scratch: Scratch
    private let place: StoreRoot
    private let contract: DocumentID

    init() throws {
        scratch = try Scratch()
        place = try StoreRoot.create(at: scratch.folder.appending("storage"))
        contract = try DocumentID("D-7K3M-9QXT-2VHT")
    }

    @Test("what was stored comes back byte for byte, of every version")
    func versions() throws {
        let (first, second, picture) = (try File("合同.docx", "甲"), try File("合同.docx", "甲乙"), try File("盖章页.png", [0, 255, 10, 13]))
        try place.file(contract, [first, picture])
        try place.version(contract, [second], keeping: { $0 == picture.path })
        try place.version(contract, [])
        let inventory = try place.store.inventory(of: contract)
        #expect(inventory.versions.map { Set($0.files.map(\.path)) } == [[first.path, picture.path], [first.path, picture.path], []])
        #expect(inventory.head.number.value == 3)
        #expect(inventory.versions.map(\.message) == ["归档", "修订", "修订"])
        #expect(inventory.head.user == "operator")
        #expect(inventory.head.created == StoreRoot.time)
        #expect(try place.content(contract, 1, first.path) == first.bytes)
        #expect(try place.content(contract, 2, first.path) == second.bytes)
        for version in 1...2 { #expect(try place.content(contract, version, picture.path) == picture.bytes) }
        #expect(place.store.verify(contract) == [])
    }

    @Test("an object lies where layout 0003 says, and the root holds only what OCFL allows")
    func layout() throws {
        try place.file(contract, [try File("a.txt", "a")])
        #expect(try place.folder(of: contract).string.hasSuffix("/objects/5b/b7/info%3amuniment%2fD7K3M9QXT2VHT"))
        #expect(try place.store.documents() == [contract])
        let root = try place.store.verifyRoot()
        #expect(root.documents == [contract] && root.findings == [])
    }

    @Test(
        "another validator calls the root valid after every step", .enabled(if: OutsideValidator.isHere, "needs the Python package ocfl-py")
    )
    func outsideValidator() throws {
        let letter = otherDocument()
        func check() throws { #expect(try OutsideValidator.complaint(about: place.root.appending("objects")) == nil) }
        try check()
        try place.file(contract, try hostileFiles() + [File("empty.txt", "")])
        try check()
        try place.version(contract, [try File("合同.txt", "甲乙")], keeping: { _ in true })
        try check()
        try place.version(contract, [])
        try check()
        try place.file(letter, [try File("函.txt", "函")])
        try check()
        let change = try place.beginChange("removal")
        try place.store.remove(contract, into: change)
        try check()
        try place.store.remove(letter, into: change)
        try check()
    }

    private func otherDocument() -> DocumentID {
        var generator = SeededGenerator(seed: 1)
        return DocumentID.random(using: &generator)
    }

    // MARK: Bytes

    @Test("bytes that the object holds already are not kept twice, and names that become alike stay apart")
    func deduplication() throws {
        try place.file(contract, [try File("合同.pdf", "甲")])
        try place.version(
            contract, [try File("副本.pdf", "甲"), try File("新.pdf", "乙"), try File("再.pdf", "乙"), try File("又.pdf", "丙")],
            keeping: { _ in true })
        let contents = try files(below: try place.folder(of: contract)).filter { $0.contains("/content/") }
        #expect(contents.count == 3)
        #expect(try place.content(contract, 2, try File("副本.pdf", "").path) == Array("甲".utf8))
        #expect(try place.content(contract, 2, try File("又.pdf", "").path) == Array("丙".utf8))
        #expect(place.store.verify(contract) == [])
    }

    @Test("content is read-only, and a further version shares it by hard links")
    func hardLinks() throws {
        try place.file(contract, [try File("a.txt", "a")])
        let disk = Disk()
        func content() throws -> FileStatus {
            let path = try place.folder(of: contract).appending("v1").appending("content")
            let name = try #require(try disk.list(path).first)
            return try #require(try disk.status(path.appending(name)))
        }
        let before = try content()
        let change = try place.beginChange("x")
        let sealed = try place.sealVersion(of: contract, [try File("b.txt", "b")], in: change)
        #expect(try content().links == 2)
        try place.store.install([sealed])
        #expect(try content().inode == before.inode)
        try disk.removeTree(change)
        #expect(try content().links == 1)
        #expect(try content().mode == 0o400)
        #expect(try content().modified == before.modified)
    }

    @Test("a file's digests are those of its bytes, however they come")
    func digests() throws {
        let change = try place.beginChange("x")
        let object = try place.store.beginObject(contract, in: change)
        var writer = try object.beginFile(try File("a", "").path)
        for part in ["标", "", "书abc"] { try writer.write(Array(part.utf8)) }
        let staged = try object.end(writer)
        #expect(staged.size == 9)
        #expect(staged.sha256.hex == "906582dafaaa2d0daf6e7a77da95a885c07106cd62a175c659714cd7dd22a871")
        #expect(try Disk().read(staged.location, limit: 100) == Array("标书abc".utf8))
    }

    // MARK: Refusals

    @Test("the same name twice in one version is refused; its NFC and NFD forms are two names")
    func names() throws {
        let object = try place.store.beginObject(contract, in: try place.beginChange("x"))
        let (composed, decomposed) = (try File("\u{E9}.txt", "1"), try File("e\u{301}.txt", "2"))
        _ = try place.stage(composed, in: object)
        _ = try place.stage(decomposed, in: object)
        #expect(throws: FileStoreError.pathTwice(composed.path)) { _ = try place.stage(composed, in: object) }
    }

    @Test("every name comes back byte for byte, whatever it would do to a file system")
    func hostileNames() throws {
        let files = try hostileFiles()
        try place.file(contract, files)
        try place.version(contract, [], keeping: { _ in true })
        for version in 1...2 { for file in files { #expect(try place.content(contract, version, file.path) == file.bytes) } }
        for path in try files_(contract) {
            #expect(path.utf8.allSatisfy { $0 > 32 && $0 < 127 }, "\(path)")
            #expect(path.split(separator: "/").allSatisfy { $0.utf8.count <= 80 && !$0.hasSuffix(".") })
        }
        #expect(place.store.verify(contract) == [])
    }

    private func files_(_ document: DocumentID) throws -> [String] { try files(below: try place.folder(of: document)) }

    private func hostileFiles() throws -> [File] {
        let names = [
            "合同 一.pdf", "e\u{301}.txt", "\u{E9}.txt", "合同👍🏽.pdf", "CON", "con.txt", "NUL.pdf", "a.", "a..", " a", "a ", "..a", "-rf", "~",
            "$(x)", "a\\b",
            "a:b", "a*b?.txt", "\"quoted\"", "v1", "inventory.json", "0=ocfl_object_1.1", ".hidden", "%2e%2e",
            String(repeating: "长", count: 85),
            String(repeating: "x", count: 251) + ".pdf", "tab\u{3000}wide", "\u{FEFF}bom", "Å", "A\u{30A}", "\u{212B}",
        ]
        return try names.enumerated().map { try File($1, "content \($0)") }
    }

    private func files(below folder: FilePath) throws -> [String] {
        let disk = Disk()
        var found: [String] = []
        func visit(_ path: FilePath, _ below: String) throws {
            for name in try disk.list(path) {
                let place = below.isEmpty ? name.string : below + "/" + name.string
                if try disk.status(path.appending(name))?.kind == .folder {
                    try visit(path.appending(name), place)
                } else {
                    found.append(place)
                }
            }
        }
        try visit(folder, "")
        return found
    }

    @Test("a new object never replaces one that is there")
    func placeTaken() throws {
        try place.file(contract, [try File("a.txt", "a")])
        let change = try place.beginChange("x")
        let sealed = try place.seal(contract, [try File("b.txt", "b")], in: change)
        let error = #expect(throws: FileStoreError.self) { try place.store.install([sealed]) }
        guard case .disk(let failure) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(failure.errno == .fileExists)
        #expect(try place.content(contract, 1, try File("a.txt", "").path) == Array("a".utf8))
    }

    @Test("what is not there is named: object, version, file")
    func absent() throws {
        let other = otherDocument()
        let path = try File("a.txt", "").path
        try place.file(contract, [try File("a.txt", "a")])
        #expect(throws: FileStoreError.objectMissing(other)) { try place.store.inventory(of: other) }
        #expect(throws: FileStoreError.objectMissing(other)) { try place.store.open(other, .first, path) }
        #expect(throws: FileStoreError.versionMissing(contract, 2)) { try place.store.open(contract, VersionNumber.first.next, path) }
        let unknown = try File("b.txt", "").path
        #expect(throws: FileStoreError.fileMissing(contract, 1, unknown)) { try place.store.open(contract, .first, unknown) }
        #expect(try place.store.inventoryDigest(of: other) == nil)
    }

    // MARK: Removal

    @Test("removal takes the object and every folder that is empty then, and leaves the neighbours")
    func removal() throws {
        let neighbour = otherDocument()
        try place.file(contract, [try File("a.txt", "a")])
        try place.file(neighbour, [try File("a.txt", "a")])
        let change = try place.beginChange("x")
        try place.store.remove(contract, into: change)
        #expect(try place.store.documents() == [neighbour])
        let root = try place.store.verifyRoot()
        #expect(root.findings == [])
        #expect(try Disk().list(change).count == 1)
        #expect(throws: FileStoreError.objectMissing(contract)) { try place.store.remove(contract, into: change) }
    }

    @Test("a removal that was stopped before its empty folders were gone is completed by the next one")
    func stoppedRemoval() throws {
        try place.file(contract, [try File("a.txt", "a")])
        let change = try place.beginChange("x")
        var object = place.store.root
        while try !Disk().list(object).contains("inventory.json") {
            object.append(try #require(try Disk().list(object).first { $0.string.count == 2 || $0.string.hasPrefix("info") }))
        }
        try Disk().removeTree(object)
        #expect(try place.store.verifyRoot().findings.map(\.code.rawValue) == [StorageFinding.emptyFolderInRoot.rawValue])
        #expect(throws: FileStoreError.objectMissing(contract)) { try place.store.remove(contract, into: change) }
        #expect(try place.store.verifyRoot().findings == [])
    }
}
