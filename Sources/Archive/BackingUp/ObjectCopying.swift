import Disk
import FileStore
import Records
import SystemPackage

/// Copies objects from store to store in groups: each group is staged, sent to the disk by one sync, and put in place.
///
/// An object that is in place is durable with all its bytes, whenever the power fails: that is why a later run need not read it again.
final class ObjectCopying {
    private let source: FileStore
    private let target: FileStore
    private let staging: FilePath
    private let disk: Disk
    private let sync: () throws -> Void
    private var waiting: [SealedObject] = []
    private var waitingBytes: Int64 = 0
    private var placed: [SealedObject] = []
    /// How many objects were copied, and how many bytes of their contents.
    private(set) var copied = 0
    private(set) var bytes: Int64 = 0

    /// Largest group: few enough that little is lost when a run is broken off, many enough that syncs cost little.
    private static let mostObjects = 256
    private static let mostBytes: Int64 = 128 << 20

    init(from source: FileStore, to target: FileStore, staging: FilePath, disk: Disk, sync: @escaping () throws -> Void) {
        (self.source, self.target, self.staging, self.disk, self.sync) = (source, target, staging, disk, sync)
    }

    /// Copies what the target does not have in this state.
    ///
    /// - Returns: those of which it has what is no earlier state of theirs, such as before a redaction: they are not copied.
    @discardableResult
    func copy(_ objects: [ObjectVersions], progress: (Int, Int) -> Void) throws -> [ObjectVersions] {
        var others: [ObjectVersions] = []
        for (index, object) in objects.enumerated() {
            let present = try target.inventoryDigest(of: object.document)
            if let present, !object.inventories.contains(present) {
                others.append(object)
            } else if present != object.last {
                try stage(object)
            }
            progress(index + 1, objects.count)
        }
        try flush()
        return others
    }

    private func stage(_ object: ObjectVersions) throws {
        let (sealed, size) = try source.stageCopy(of: object, for: target, in: staging)
        waiting.append(sealed)
        waitingBytes += size
        bytes += size
        copied += 1
        if waiting.count >= Self.mostObjects || waitingBytes >= Self.mostBytes { try flush() }
    }

    private func flush() throws {
        guard !waiting.isEmpty else { return }
        try sync()
        // The names are sent to the disk with what comes after: the next group, or the journal. Only then may the old objects go, which
        // lie in the staging folder after an exchange.
        for object in placed { try disk.removeTree(staging.appending(object.document.compact)) }
        try target.install(waiting, syncing: false)
        placed = waiting
        waiting = []
        waitingBytes = 0
    }
}
