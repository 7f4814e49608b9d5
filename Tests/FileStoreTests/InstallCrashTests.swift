import Crypto
import Disk
import DiskModel
import FileStore
import Records
import Samples
import SystemPackage
import Testing

@Suite("A group of new objects is put in place wholly, or each waits where it was sealed")
struct InstallCrashTests {
    /// Documents whose objects share so many of the folders above them: the second arrives in a folder that came with the first.
    @Test("whichever folders they share, whichever call the power fails at, and whatever of it was written", arguments: 0...2)
    func sharedFolders(_ shared: Int) throws {
        let documents = Self.documents(sharing: shared)
        let whole = try Run(documents, .none)
        #expect(whole.model.syncCount == (shared == 0 ? 1 : 2))
        for stop in 1...(whole.model.callCount + 1) {
            let run = try Run(documents, .stop(at: stop))
            for seed in [nil] + (1...20).map(UInt64?.some) {
                let lost = try run.lost(afterPowerCutWith: seed)
                #expect(lost.isEmpty, "stopped at call \(stop), seed \(String(describing: seed)): \(lost)\n\(run.model.trace)")
            }
        }
    }

    /// What is sealed on a disk whose calls are watched from then on, and put in place as far as it goes.
    private struct Run {
        let scratch: Scratch
        let model: ModelDisk
        let sealed: [SealedObject]

        init(_ documents: [DocumentID], _ fault: ModelDisk.Fault) throws {
            scratch = try Scratch()
            let place = try StoreRoot.create(at: scratch.folder.appending("root"))
            sealed = try documents.map { document in
                let change = try place.beginChange(document.compact)
                defer { try? place.makeFindable(change) }
                return try place.seal(document, [try File("合同.txt", document.compact)], in: change)
            }
            model = try ModelDisk(root: place.root, fault: fault)
            let store = StoreRoot(at: place.root, disk: Disk(observer: model)).store
            do { try store.install(sealed) } catch { guard fault != .none else { throw error } }
        }

        /// The objects that are neither in place nor where they were sealed.
        func lost(afterPowerCutWith seed: UInt64?) throws -> [DocumentID] {
            let root = scratch.folder.appending("after-\(seed ?? 0)")
            try model.crash(into: root, seed: seed)
            let store = StoreRoot(at: root).store
            return try sealed.filter { object in
                let staging = root.appending("staging").appending(object.document.compact)
                return try store.inventoryDigest(of: object.document) != object.after
                    && store.sealedObject(of: object.document, version: .first, in: staging, before: nil, after: object.after) == nil
            }.map(\.document)
        }
    }

    /// Two documents that agree in so many pairs of digits of their place, and in no more.
    private static func documents(sharing count: Int) -> [DocumentID] {
        var generator = SeededGenerator(seed: 7)
        let first = DocumentID.random(using: &generator)
        let place = self.place(of: first)
        while true {
            let second = DocumentID.random(using: &generator)
            if zip(place, self.place(of: second)).prefix(while: { $0 == $1 }).count == count { return [first, second] }
        }
    }

    private static func place(of document: DocumentID) -> [UInt8] {
        Array(SHA512.hash(data: Array("info:muniment/\(document.compact)".utf8)))
    }
}
