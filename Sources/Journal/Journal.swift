public import Disk
import Synchronization
public import SystemPackage

/// The archive's log of events: append-only, chained, in a Merkle tree, kept in numbered segments of lines.
///
/// An event has happened once ``append(_:after:)`` returned: it is on the disk then, and power can fail. There is no
/// lock here: whoever appends or settles holds the archive's writer's lock. Reading needs none.
///
/// ```swift
/// let journal = Journal(folder: root.appending("journal"), disk: disk)
/// var head = try journal.head()
/// (head, headers) = try journal.append([event], after: head)
/// ```
///
/// The bytes are described in `docs/journal.md`.
///
/// ## Topics
/// - Making and writing: ``create(in:disk:)``, ``head()``, ``append(_:after:)``, ``empty(payloadsOf:in:)``, ``settle(knownThrough:keepingAsideIn:isKnown:)``
/// - Reading: ``events(from:through:)``
/// - Checking: ``verify(origin:checkpoint:keys:knownThrough:isErasureExplained:progress:)``
/// - Proving: ``makeCheckpoint(origin:signer:through:)``, ``checkpoints()``, ``proof(of:in:)``, ``consistencyProof(from:to:)``, ``root(ofFirst:)``
public final class Journal: Sendable {
    let folder: FilePath
    let disk: Disk
    /// From this length on a segment takes no further group.
    let closingLength: Int64
    /// Set when undoing an append failed: this instance does not know the journal's end any more.
    let poison = Mutex<DiskError?>(nil)

    /// The journal in a folder; nothing is read yet.
    public convenience init(folder: FilePath, disk: Disk) { self.init(folder: folder, disk: disk, closingLength: Segment.closingLength) }

    /// A journal whose segments close earlier, so that a test needs few bytes for many of them.
    init(folder: FilePath, disk: Disk, closingLength: Int64) {
        self.folder = folder
        self.disk = disk
        self.closingLength = closingLength
    }

    /// Makes an empty journal in a folder that must not exist, durably.
    ///
    /// - Throws: ``JournalError`` `.disk`, with `EEXIST` where the folder is there.
    public static func create(in folder: FilePath, disk: Disk) throws(JournalError) -> Journal {
        try onDisk { () throws(DiskError) in
            try disk.createFolder(folder)
            try disk.createFolder(folder.appending(Segment.checkpointFolder))
            _ = try disk.createFile(Segment.path(1, in: folder))
            try disk.syncFolder(folder)
            try disk.syncFolder(folder.removingLastComponent())
        }
        return Journal(folder: folder, disk: disk)
    }

    /// The segments' numbers in order, whether or not one is missing between them.
    func segmentNumbers() throws(JournalError) -> [Int] {
        do throws(DiskError) {
            return try disk.list(folder).compactMap(Segment.number).sorted()
        } catch {
            throw error.errno == .noSuchFileOrDirectory ? .missing(folder) : .disk(error)
        }
    }

    /// The segments' numbers in order, without a gap.
    func segments() throws(JournalError) -> [Int] {
        let numbers = try segmentNumbers()
        guard !numbers.isEmpty else { throw .missing(folder) }
        for (index, number) in numbers.enumerated() where number != index + 1 {
            throw .damaged(JournalDamage(index + 1, line: 0, .segmentMissing))
        }
        return numbers
    }

    /// A segment open for reading, and its length now.
    func openSegment(_ number: Int) throws(JournalError) -> (file: DiskFile, length: Int64) {
        try onDisk { () throws(DiskError) in
            let file = try disk.openForReading(Segment.path(number, in: folder))
            return (file, try file.status().size)
        }
    }
}

/// Does something to the disk; its failure is the journal's.
func onDisk<Result>(_ body: () throws(DiskError) -> Result) throws(JournalError) -> Result {
    do { return try body() } catch { throw .disk(error) }
}

/// Does something that may find damage; the damage is the journal's error.
func undamaged<Result>(_ body: () throws(JournalDamage) -> Result) throws(JournalError) -> Result {
    do { return try body() } catch { throw .damaged(error) }
}
