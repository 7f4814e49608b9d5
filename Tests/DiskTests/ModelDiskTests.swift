import Disk
import DiskModel
import SystemPackage
import Testing

@Suite("The model disk keeps what was synced and forgets the rest")
struct ModelDiskTests {
    private let scratch: Scratch
    private var root: FilePath { scratch.folder.appending("root") }

    init() throws {
        scratch = try Scratch()
        try Disk().createFolder(scratch.folder.appending("root"))
    }

    /// What is left of `root` when the power fails after some work.
    private func crash(_ fault: ModelDisk.Fault = .none, ignoring sync: Int? = nil, seed: UInt64? = nil, after work: (Disk) throws -> Void)
        throws -> FilePath
    {
        let model = try ModelDisk(root: root, fault: fault, ignoredSync: sync)
        do { try work(Disk(observer: model)) } catch is DiskError where fault != .none {}
        let target = scratch.folder.appending("after-\(seed ?? 0)-\(sync ?? 0)")
        try Disk().removeTree(target)
        try model.crash(into: target, seed: seed)
        return target
    }

    @Test("what was there at the start is safe")
    func start() throws {
        try Disk().createFolder(root.appending("folder"))
        try Disk().make(root.appending("folder").appending("a"), "a")
        let after = try crash { _ in }
        #expect(try Disk().text(after.appending("folder").appending("a")) == "a")
    }

    @Test("a new file needs fsync of itself and of its folder")
    func newFile() throws {
        let both = try crash { disk in
            try disk.make(root.appending("a"), "a", synced: true)
            try disk.syncFolder(root)
        }
        #expect(try Disk().text(both.appending("a")) == "a")
        try Disk().removeFile(root.appending("a"))
        let nameless = try crash { try $0.make(root.appending("a"), "a", synced: true) }
        #expect(try Disk().status(nameless.appending("a")) == nil)
        try Disk().removeFile(root.appending("a"))
        let empty = try crash { disk in
            try disk.make(root.appending("a"), "a")
            try disk.syncFolder(root)
        }
        #expect(try Disk().text(empty.appending("a")) == "")
    }

    @Test("a sync left out is as if it had never been asked for; one of the file system is enough for all")
    func ignoredSync() throws {
        let without = try crash(ignoring: 1) { disk in
            try disk.make(root.appending("a"), "a", synced: true)
            try disk.syncFolder(root)
        }
        #expect(try Disk().text(without.appending("a")) == "")
        let all = try crash { disk in
            try disk.make(root.appending("b"), "b")
            try disk.syncFileSystem(of: try disk.openFolder(root))
        }
        #expect(try Disk().text(all.appending("b")) == "b")
    }

    @Test("a rename is all or nothing, and safe after fsync of either folder", arguments: [nil, "from", "to"])
    func rename(_ synced: String?) throws {
        let (from, to) = (root.appending("from"), root.appending("to"))
        for folder in [from, to] { try Disk().createFolder(folder) }
        try Disk().make(from.appending("a"), "a")
        let after = try crash { disk in
            try disk.rename(from.appending("a"), to: to.appending("b"))
            if let synced { try disk.syncFolder(root.appending(FilePath.Component(synced) ?? "from")) }
        }
        #expect(try Disk().list(after.appending("from")).count == (synced == nil ? 1 : 0))
        #expect(try Disk().list(after.appending("to")).count == (synced == nil ? 0 : 1))
    }

    @Test("a move that builds on another makes that safe too")
    func moves() throws {
        for name in ["one", "two", "three"] { try Disk().createFolder(root.appending(FilePath.Component(name) ?? "one")) }
        try Disk().make(root.appending("one").appending("a"), "a")
        let after = try crash { disk in
            try disk.rename(root.appending("one").appending("a"), to: root.appending("two").appending("a"))
            try disk.rename(root.appending("two").appending("a"), to: root.appending("three").appending("a"))
            try disk.syncFolder(root.appending("three"))
        }
        #expect(try Disk().list(after.appending("one")).isEmpty && Disk().list(after.appending("two")).isEmpty)
        #expect(try Disk().text(after.appending("three").appending("a")) == "a")
    }

    @Test("an exchange and a removal are lost with their folder's names")
    func exchangeAndRemoval() throws {
        for name in ["a", "b", "c"] { try Disk().make(root.appending(FilePath.Component(name) ?? "a"), name) }
        let after = try crash { disk in
            try disk.exchange(root.appending("a"), root.appending("b"))
            try disk.removeFile(root.appending("c"))
        }
        #expect(try Disk().text(after.appending("a")) == "a" && Disk().text(after.appending("c")) == "c")
        #expect(try Disk().text(root.appending("a")) == "b")
    }

    @Test("a linked file has its bytes under both names")
    func links() throws {
        try Disk().make(root.appending("a"), "a")
        let after = try crash { disk in
            try disk.link(root.appending("a"), as: root.appending("b"))
            try disk.openForWriting(root.appending("b")).write([98], at: 0)
            try disk.openForReading(root.appending("a")).sync()
            try disk.syncFolder(root)
        }
        for name in ["a", "b"] { #expect(try Disk().text(after.appending(FilePath.Component(name) ?? "a")) == "b") }
    }

    @Test("every call is numbered, and can be the last, fail, or write only half")
    func faults() throws {
        func work(_ disk: Disk) throws {
            try disk.make(root.appending("a"), "abcd", synced: true)
            try disk.syncFolder(root)
            try disk.removeFile(root.appending("a"))
        }
        let model = try ModelDisk(root: root)
        try work(Disk(observer: model))
        #expect(model.callCount == 5 && model.syncCalls == [3, 4])
        #expect(model.trace.count == 5 && model.trace[1].contains("4 bytes at 0"))
        let stopped = try crash(.stop(at: 4), after: work)
        #expect(try Disk().list(stopped).isEmpty)
        #expect(try Disk().text(root.appending("a")) == "abcd")
        try Disk().removeFile(root.appending("a"))
        _ = try crash(.short(at: 2, .noSpace), after: work)
        #expect(try Disk().text(root.appending("a")) == "ab")
        _ = try crash(.full(from: 1)) { disk in
            try disk.removeFile(root.appending("a"))
            #expect(throws: DiskError("create", root.appending("b"), .noSpace)) { try disk.createFile(root.appending("b")) }
        }
        #expect(try Disk().list(root).isEmpty)
    }

    @Test("with a seed, each thing that was not synced may be there, lost or torn, the same for the same seed")
    func seeds() throws {
        try Disk().make(root.appending("a"), "old")
        let model = try ModelDisk(root: root)
        let disk = Disk(observer: model)
        try disk.openForWriting(root.appending("a")).write(Array("newer".utf8), at: 0)
        try disk.make(root.appending("b"), "b")
        try disk.rename(root.appending("a"), to: root.appending("c"))
        var outcomes: Set<String> = []
        for seed in UInt64(0)..<64 {
            let once = try outcome(of: model, seed: seed)
            #expect(try outcome(of: model, seed: seed) == once)
            outcomes.insert(once)
            #expect(once.contains("a=") != once.contains("c="), "\(once)")
        }
        #expect(outcomes.contains { $0.contains("b=") } && outcomes.contains { !$0.contains("b=") })
        #expect(outcomes.contains { $0.contains("=old") } && outcomes.contains { $0.contains("=newer") } && outcomes.count > 8)
    }

    private func outcome(of model: ModelDisk, seed: UInt64) throws -> String {
        let target = scratch.folder.appending("seeded")
        try Disk().removeTree(target)
        try model.crash(into: target, seed: seed)
        let names = try Disk().list(target).sorted { $0.string < $1.string }
        return try names.map { "\($0)=\(try Disk().text(target.appending($0)) ?? "")" }.joined(separator: " ")
    }
}
