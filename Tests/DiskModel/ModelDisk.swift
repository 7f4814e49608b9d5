public import Disk
import Synchronization
public import SystemPackage
import Samples

/// A disk that forgets: it watches every write-side call on real files and knows what a power cut would leave of them.
///
/// Bytes are safe after fsync of their file, and names after fsync of their folder. A rename or exchange is one step, safe after
/// fsync of either folder (ext4, XFS and Btrfs all write both sides in one transaction). `syncfs` makes all safe. Nothing else
/// is: a file system may write more by itself, and ``crash(into:seed:including:)`` with a seed tries that. What the program
/// does past ``Disk`` (SQLite) is not seen.
///
/// ```swift
/// let model = try ModelDisk(root: root, fault: .stop(at: 17))
/// try? change(Disk(observer: model))
/// try model.crash(into: after)          // the root as the next start finds it
/// ```
public final class ModelDisk: DiskObserver, Sendable {
    /// What goes wrong, and at which call; calls are numbered from 1.
    public enum Fault: Sendable, Equatable {
        case none
        /// The process dies before this call: it and all after it fail.
        case stop(at: Int)
        /// This one call fails.
        case fail(at: Int, Errno)
        /// If this call is a write, half of it reaches the file and then it fails; else it just fails.
        case short(at: Int, Errno)
        /// The disk is full from this call on: nothing that needs room succeeds any more, all else does.
        case full(from: Int)
    }

    private struct State {
        var tree: ShadowTree
        var calls = 0
        var syncs: Int { syncCalls.count }
        var syncCalls: [Int] = []
        var trace: [String] = []
    }

    private let root: FilePath
    private let fault: Fault
    private let ignoredSync: Int?
    private let state: Mutex<State>

    /// Takes what is at `root` now as safe.
    ///
    /// - Parameters:
    ///   - ignoredSync: the sync of this number, from 1, does nothing to the model: as if the program had left it out.
    public init(root: FilePath, fault: Fault = .none, ignoredSync: Int? = nil) throws {
        self.root = root
        self.fault = fault
        self.ignoredSync = ignoredSync
        state = Mutex(State(tree: try ShadowTree(reading: root)))
    }

    /// How many write-side calls there were.
    public var callCount: Int { state.withLock { $0.calls } }
    /// How many of them were syncs.
    public var syncCount: Int { state.withLock { $0.syncs } }
    /// Which of the calls were syncs that succeeded, by number, in order; `ignoredSync: k` leaves out the k-th of them.
    public var syncCalls: [Int] { state.withLock { $0.syncCalls } }
    /// What each call was, for the message of a test that fails.
    public var trace: [String] { state.withLock { $0.trace } }

    public func verdict(on operation: DiskOperation) -> DiskVerdict {
        state.withLock { state in
            state.calls += 1
            state.trace.append(ModelDisk.describe(operation))
            switch fault {
            case .stop(let number) where state.calls >= number: return .fail(.ioError)
            case .fail(let number, let errno) where state.calls == number: return .fail(errno)
            case .full(let number) where state.calls >= number && ModelDisk.needsRoom(operation): return .fail(.noSpace)
            case .short(let number, let errno) where state.calls == number:
                if case .write(_, _, let bytes) = operation { return .short(bytes.count / 2, errno) }
                return .fail(errno)
            default: return .proceed
            }
        }
    }

    public func succeeded(_ operation: DiskOperation) {
        state.withLock { state in
            switch operation {
            case .syncFile, .syncFolder, .syncFileSystem:
                state.syncCalls.append(state.calls)
                if state.syncs != ignoredSync { state.tree.apply(operation, below: root) }
            default: state.tree.apply(operation, below: root)
            }
        }
    }

    /// Writes to `target` what is left when the power fails now.
    ///
    /// - Parameters:
    ///   - seed: nil for the worst case: everything unsynced is lost. Else some of it, drawn from the seed, has survived or is torn.
    ///   - including: files the model does not see are copied as they are now if this says so, by their path below the root.
    public func crash(into target: FilePath, seed: UInt64? = nil, including: (FilePath) -> Bool = { _ in false }) throws {
        try state.withLock { try $0.tree.write(to: target, using: seed.map { SeededGenerator(seed: $0) }) }
        try copyUnseen(from: root, to: target, below: "", including)
    }

    private func copyUnseen(from: FilePath, to: FilePath, below: FilePath, _ including: (FilePath) -> Bool) throws {
        let disk = Disk()
        for name in try disk.list(from) {
            let (source, target, path) = (from.appending(name), to.appending(name), below.appending(name))
            guard let status = try disk.status(source) else { continue }
            if status.kind == .folder {
                if try disk.status(target) != nil { try copyUnseen(from: source, to: target, below: path, including) }
            } else if including(path), try disk.status(target) == nil {
                try disk.createFile(target, mode: status.mode).write(try disk.read(source, limit: 1 << 30), at: 0)
            }
        }
    }

    private static func needsRoom(_ operation: DiskOperation) -> Bool {
        switch operation {
        case .createFolder, .createFile, .write, .preallocate, .link: true
        default: false
        }
    }

    private static func describe(_ operation: DiskOperation) -> String {
        if case .write(let path, let offset, let bytes) = operation { return "write \(path) \(bytes.count) bytes at \(offset)" }
        return "\(operation)"
    }
}
