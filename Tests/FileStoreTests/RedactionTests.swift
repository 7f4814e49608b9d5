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

    private func stage(_ name: String, _ text: String, _ tombstone: String = "已脱敏") throws -> StagedRedaction? {
        try place.store.stageRedaction(
            of: try digest(text), in: contract, leaving: Array(tombstone.utf8), in: try place.beginChange(name))
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
        #expect(staged.earlier.map(\.version.value) == [2] && staged.current.version.value == 3)
        #expect(staged.sealed.before == (try place.store.inventoryDigest(of: contract)) && staged.sealed.after == staged.current.after)
        try place.store.install([staged.sealed])
        #expect(try place.store.inventoryDigest(of: contract) == staged.current.after)
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
        #expect(first.current == second.current && first.earlier == second.earlier && first.tombstone == second.tombstone)
        let both = try #require(
            try place.store.stageRedaction(
                of: try digest("附件"), in: contract, leaving: Array("也脱敏".utf8), on: first, in: try place.beginChange("c")))
        #expect(both.current.before == first.current.after && both.earlier.map(\.version.value) == [1, 2])
        try place.store.install([first.sealed, both.sealed])
        #expect(place.store.verify(contract).isEmpty)
        #expect(try place.content(contract, 1, try FileName("附件.txt").logicalPath) == Array("也脱敏".utf8))
        #expect(try place.content(contract, 2, try FileName("密.txt").logicalPath) == Array("已脱敏".utf8))
    }

    @Test("of what an object does not have nothing is made")
    func absent() throws {
        #expect(try stage("a", "别的") == nil)
        #expect(throws: FileStoreError.objectMissing(.other)) {
            try place.store.stageRedaction(of: .sample, in: .other, leaving: [1], in: try place.beginChange("b"))
        }
    }
}
