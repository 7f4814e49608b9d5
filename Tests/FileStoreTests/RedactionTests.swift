import Disk
import FileStore
import Records
import SystemPackage
import Testing

@Suite("R-49: a tombstone takes a content's place in every version of an object, and the object stays valid")
struct RedactionTests {
    private let scratch: Scratch
    private let place: StoreRoot
    private let contract: DocumentID

    init() throws {
        scratch = try Scratch()
        place = try StoreRoot.create(at: scratch.folder.appending("root"))
        contract = .sample
        try place.file(contract, [try File("前.txt", "前"), try File("附件.txt", "附件")])
        try place.version(contract, [try File("密.txt", "身份证号"), try File("同.txt", "身份证号")], keeping: { _ in true })
        try place.version(contract, [try File("后.txt", "后")], keeping: { $0.name != "密.txt" })
    }

    private func stage(_ name: String, _ text: String, _ tombstone: String = "已脱敏") throws -> StagedRewriting? {
        try place.store.stage(
            ObjectRewriting(contents: [try digest(text): Array(tombstone.utf8)]), of: contract, in: try place.beginChange(name))
    }

    private func digest(_ text: String) throws -> ContentDigest {
        let store = try StoreRoot.create(at: scratch.folder.appending("other-\(text.hashValue)-\(Int.random(in: 0...Int.max))"))
        let object = try store.store.beginObject(.other, in: try store.beginChange("x"))
        return try store.stage(try File("a", text), in: object).sha512
    }

    @Test("every file of these bytes says the tombstone, everything else is as it was, and no other inventory is touched")
    func replaced() throws {
        let before = try place.store.inventory(of: contract)
        let staged = try #require(try stage("a", "身份证号"))
        #expect(staged.inventories.map(\.version.value) == [2, 3])
        #expect(staged.sealed.before == (try place.store.inventoryDigest(of: contract)))
        #expect(staged.sealed.after == staged.inventories.last?.after)
        try place.store.install([staged.sealed])
        #expect(try place.store.inventoryDigest(of: contract) == staged.sealed.after)
        #expect(place.store.verify(contract).isEmpty, "\(place.store.verify(contract))")
        for (version, name, text) in [
            (1, "前.txt", "前"), (2, "密.txt", "已脱敏"), (2, "同.txt", "已脱敏"), (2, "附件.txt", "附件"), (3, "同.txt", "已脱敏"), (3, "后.txt", "后"),
        ] {
            #expect(try place.content(contract, version, try FileName(name).logicalPath) == Array(text.utf8), "\(version) \(name)")
        }
        let after = try place.store.inventory(of: contract)
        #expect(
            after.versions.map(\.created) == before.versions.map(\.created)
                && after.versions.map(\.message) == before.versions.map(\.message))
        #expect(try !place.store.has(try digest("身份证号"), in: contract) && place.store.has(try digest("附件"), in: contract))
    }

    @Test("the same object and tombstone give the same inventories; one can be built on another that waits")
    func repeatable() throws {
        let (first, second) = (try #require(try stage("a", "身份证号")), try #require(try stage("b", "身份证号")))
        #expect(first.inventories == second.inventories && first.contents == second.contents)
        let both = try #require(
            try place.store.stage(
                ObjectRewriting(contents: [try digest("附件"): Array("也脱敏".utf8)]), of: contract, on: first, in: try place.beginChange("c")))
        #expect(both.sealed.before == first.sealed.after && both.inventories.map(\.version.value) == [1, 2, 3])
        try place.store.install([first.sealed, both.sealed])
        #expect(place.store.verify(contract).isEmpty)
        #expect(try place.content(contract, 1, try FileName("附件.txt").logicalPath) == Array("也脱敏".utf8))
        #expect(try place.content(contract, 2, try FileName("密.txt").logicalPath) == Array("已脱敏".utf8))
    }

    @Test("what it says of why a version was made can be said otherwise")
    func messages() throws {
        let second = try #require(try place.store.inventory(of: contract).versions.dropFirst().first)
        func says(_ created: Timestamp) -> ObjectRewriting {
            ObjectRewriting(messages: [.init(version: second.number, created: created, reason: "修订（已脱敏）")])
        }
        let another = says(Timestamp(milliseconds: second.created.milliseconds - 1))
        #expect(try place.store.stage(another, of: contract, in: try place.beginChange("b")) == nil, "another version of that number")
        let rewriting = says(second.created)
        let staged = try #require(try place.store.stage(rewriting, of: contract, in: try place.beginChange("a")))
        #expect(staged.inventories.map(\.version.value) == [2, 3])
        try place.store.install([staged.sealed])
        #expect(place.store.verify(contract).isEmpty)
        #expect(try place.store.inventory(of: contract).versions.map(\.message) == ["归档", "修订（已脱敏）", "修订"])
    }

    @Test("of what an object does not have nothing is made")
    func absent() throws {
        #expect(try stage("a", "别的") == nil)
        #expect(throws: FileStoreError.objectMissing(.other)) {
            try place.store.stage(ObjectRewriting(contents: [.sample: [1]]), of: .other, in: try place.beginChange("b"))
        }
    }
}
