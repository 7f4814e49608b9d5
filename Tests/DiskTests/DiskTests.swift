import Disk
import Glibc
import SystemPackage
import Testing

@Suite("The disk does what it says, or says why not")
struct DiskTests {
    private let scratch: Scratch
    private let disk = Disk()
    private var folder: FilePath { scratch.folder }

    init() throws { scratch = try Scratch() }

    private func refusal(_ work: () throws -> Void) -> Errno? {
        do {
            try work()
            return nil
        } catch { return (error as? DiskError)?.errno }
    }

    @Test("a rename never replaces anything")
    func rename() throws {
        for name in ["a", "b"] { try disk.make(folder.appending(name), name) }
        #expect(refusal { try disk.rename(folder.appending("a"), to: folder.appending("b")) } == .fileExists)
        #expect(try disk.text(folder.appending("a")) == "a")
        try disk.replace(folder.appending("b"), by: folder.appending("a"))
        #expect(try disk.text(folder.appending("b")) == "a")
        #expect(try disk.status(folder.appending("a")) == nil)
    }

    @Test("an exchange changes two names in one step, folders too")
    func exchange() throws {
        for name in ["a", "b"] {
            try disk.createFolder(folder.appending(name))
            try disk.make(folder.appending(name).appending(name), name)
        }
        try disk.exchange(folder.appending("a"), folder.appending("b"))
        #expect(try disk.list(folder.appending("a")).map(\.string) == ["b"])
        #expect(refusal { try disk.exchange(folder.appending("a"), folder.appending("absent")) } == .noSuchFileOrDirectory)
    }

    @Test("a file is made only where the name is free, and links are not followed")
    func files() throws {
        let file = folder.appending("a")
        try disk.make(file, "a")
        #expect(refusal { _ = try disk.createFile(file) } == .fileExists)
        #expect(try disk.status(file)?.mode == 0o600)
        try #require(symlinked(file, at: folder.appending("link")))
        #expect(refusal { _ = try disk.openForWriting(folder.appending("link")) } == .tooManySymbolicLinkLevels)
        #expect(refusal { _ = try disk.openForReading(folder.appending("link")) } == .tooManySymbolicLinkLevels)
        #expect(try disk.openInput(folder.appending("link")).read(9, at: 0) == [97])
        #expect(refusal { _ = try disk.openEntry("link", below: folder) } == .tooManySymbolicLinkLevels)
        #expect(try disk.status(folder.appending("link"))?.kind == .link)
        #expect(refusal { _ = try disk.read(file, limit: 0) } == .fileTooLarge)
    }

    @Test("what was found below a folder is opened by no link, no way up, and only if it is a plain file")
    func entries() throws {
        let (inner, outer) = (folder.appending("inner"), folder.appending("outer"))
        for path in [inner, inner.appending("sub"), outer] { try disk.createFolder(path) }
        for path in [inner.appending("sub/a"), outer.appending("b")] { try disk.make(path, "x") }
        try #require(symlinked(outer, at: inner.appending("way")))
        #expect(try disk.openEntry("sub/a", below: inner).read(9, at: 0) == Array("x".utf8))
        for (entry, reason): (FilePath, Errno) in [
            ("way/b", .tooManySymbolicLinkLevels), ("way", .tooManySymbolicLinkLevels), ("sub", .isDirectory),
            ("sub/../../outer/b", .notPermitted),
            ("..", .notPermitted), ("/etc/passwd", .notPermitted), ("sub/none", .noSuchFileOrDirectory),
        ] {
            #expect(refusal { _ = try disk.openEntry(entry, below: inner) } == reason, "\(entry)")
        }
        #expect(refusal { _ = try disk.openInput("/dev/null") } == .noSuchAddressOrDevice)
    }

    @Test("a tree is removed without following its links")
    func removeTree() throws {
        let (tree, kept) = (folder.appending("tree"), folder.appending("kept"))
        for path in [tree, kept] { try disk.createFolder(path) }
        try disk.make(kept.appending("file"), "x")
        try #require(symlinked(kept, at: tree.appending("link")))
        try disk.make(tree.appending("file"), "y")
        try disk.removeTree(tree)
        #expect(try disk.status(tree) == nil)
        #expect(try disk.text(kept.appending("file")) == "x")
        try disk.removeTree(tree)
    }

    private func symlinked(_ target: FilePath, at path: FilePath) -> Bool {
        target.withPlatformString { target in path.withPlatformString { symlink(target, $0) } } == 0
    }

    @Test("a lock has one holder; shared locks have many; both end with their holder")
    func locks() throws {
        let path = folder.appending("lock")
        var held = try disk.lock(path, wait: false)
        #expect(held != nil)
        #expect(try disk.lock(path, wait: false) == nil)
        #expect(try disk.lock(path, exclusive: false, wait: false) == nil)
        held = nil
        let shared = try disk.lock(path, exclusive: false, wait: false)
        let other = try disk.lock(path, exclusive: false, wait: false)
        #expect(shared != nil && other != nil)
        #expect(try disk.lock(path, wait: false) == nil)
        shared?.release()
        other?.release()
        #expect(try disk.lock(path, wait: false) != nil)
    }

    @Test("reading and writing name their offset, and stop at the file's end")
    func offsets() throws {
        let file = try disk.createFile(folder.appending("a"))
        try file.write(Array("world".utf8), at: 6)
        try file.write(Array("hello".utf8), at: 0)
        #expect(try file.read(100, at: 0) == Array("hello\0world".utf8))
        #expect(try file.read(3, at: 9) == Array("ld".utf8))
        #expect(try file.read(3, at: 50) == [])
        try file.truncate(to: 5)
        #expect(try file.status().size == 5)
        try file.preallocate(1 << 16)
        #expect(try file.status().size >= 5)
    }

    @Test("room is counted in bytes and files")
    func room() throws {
        let room = try disk.freeSpace(at: folder)
        #expect(room.bytes > 0 && room.inodes > 0)
    }

    @Test("a FIFO or a folder where a lock is looked for is refused at once, and nobody waits for its writer")
    func strangeLock() throws {
        let scratch = try Scratch()
        let path = scratch.folder.appending("lock")
        #expect(path.withPlatformString { mkfifo($0, 0o600) } == 0)
        #expect(throws: DiskError.self) { try Disk().lock(path, wait: true) }
        #expect(throws: DiskError.self) { try Disk().openForWriting(scratch.folder) }
    }
}
