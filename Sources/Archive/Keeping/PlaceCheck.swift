import CLinux
import Disk
import FileStore
import SystemPackage

/// Tries out on the real folders what the archive relies on, before anything is entrusted to them.
struct PlaceCheck {
    let disk: Disk

    /// File systems over a network or in user space by their magic numbers: their renames, locks and syncs promise less.
    private static let refused: [Int64: String] = [
        0x6969: "NFS", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x517B: "SMB", 0x6573_5546: "FUSE", 0x0102_1997: "9P", 0x00C3_6400: "Ceph",
        0x5346_414F: "AFS", 0x0BD0_0BD0: "Lustre", 0x6175_6673: "aufs",
    ]

    /// The name of the file system of a folder, where it is one that is refused.
    static func refusedFileSystem(of folder: FilePath) -> String? { refused[muniment_file_system_type(folder.string)] }

    /// - Throws: `FileStoreError.placeUnfit` with what is missing; `DiskError`.
    func check(_ root: FilePath) throws {
        if let name = PlaceCheck.refusedFileSystem(of: root) { throw unfit(root, .networkFileSystem(name)) }
        let trial = root.appending("staging")
        try disk.createFolder(trial)
        defer { try? disk.removeTree(trial) }
        let (first, second) = (trial.appending("first"), trial.appending("second"))
        for folder in [first, second] { try disk.createFolder(folder) }
        guard try disk.status(first)?.device == disk.status(root)?.device else { throw unfit(root, .severalDevices) }
        try disk.createFile(first.appending("file")).sync()
        do throws(DiskError) { try disk.link(first.appending("file"), as: second.appending("link")) } catch {
            throw unfit(root, .noHardLinks)
        }
        do throws(DiskError) { try disk.exchange(first, second) } catch { throw unfit(root, .noExchange) }
        let held = try disk.lock(trial.appending("lock"), wait: false)
        guard held != nil, try disk.lock(trial.appending("lock"), wait: false) == nil else { throw unfit(root, .noLocks) }
        try disk.syncFolder(trial)
    }

    private func unfit(_ root: FilePath, _ problem: PlaceProblem) -> FileStoreError { .placeUnfit(root, reason: problem) }
}
