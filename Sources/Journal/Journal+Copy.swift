import Disk
public import SystemPackage

/// What the first events of a journal are, once all of them were read and found to follow each other.
public struct JournalExtent: Sendable, Hashable {
    /// How many events.
    public let size: Int
    /// The root of the tree over their headers.
    public let root: JournalDigest
    /// The digest of the last header; 64 zeros without one.
    public let head: JournalDigest
    /// The segment in which they end.
    public let segment: Int
    /// Where in that segment they end, in bytes.
    public let end: Int64
    /// The roots at the smaller sizes that were asked for.
    public let roots: [Int: JournalDigest]
}

extension Journal {
    /// Reads the first events, checks number, chain and payload of each, and gives them one after the other.
    ///
    /// What comes after them is not looked at.
    /// - Parameter sizes: at which the tree's root is wanted besides.
    /// - Throws: ``JournalError`` `.damaged` with the first line that is not as it should be; what `body` throws.
    public func survey(through size: Int, rootsAt sizes: Set<Int> = [], _ body: (JournalEvent) throws -> Void = { _ in }) throws
        -> JournalExtent
    {
        var (tree, head, place, end) = (MerkleFrontier(), JournalDigest.zero, LinePlace?.none, Int64(0))
        var roots: [Int: JournalDigest] = [0: tree.root]
        var failure: (any Error)?
        try eachLine(through: size) { line in
            guard failure == nil else { return }
            do {
                try undamaged { () throws(JournalDamage) in try line.checkPayload() }
                tree.append(line.headerBytes)
                if sizes.contains(tree.size) { roots[tree.size] = tree.root }
                (head, place, end) = (line.digest, line.place, line.end)
                try body(line.event)
            } catch { failure = error }
        }
        if let failure { throw failure }
        return JournalExtent(size: size, root: tree.root, head: head, segment: place?.segment ?? 1, end: end, roots: roots)
    }

    /// A segment's copy that waits to be put in place.
    public struct StagedSegment: Sendable {
        let number: Int
        let path: FilePath
    }

    /// Copies the segments of the first events into a staging folder, each that another journal does not have with the same bytes.
    ///
    /// Nothing is durable before the caller syncs the file system.
    /// - Throws: ``JournalError`` `.disk`
    public func stageCopy(of extent: JournalExtent, for target: Journal, in staging: FilePath) throws(JournalError) -> [StagedSegment] {
        var staged: [StagedSegment] = []
        for number in 1...extent.segment {
            let (file, length) = try openSegment(number)
            let wanted = number < extent.segment ? length : extent.end
            guard try !target.has(segment: number, length: wanted, like: file) else { continue }
            let path = staging.appending(Segment.name(number))
            try onDisk { () throws(DiskError) in
                let copy = try target.disk.createFile(path)
                var done: Int64 = 0
                while done < wanted {
                    let piece = try file.read(Int(min(Self.copyStep, wanted - done)), at: done)
                    guard !piece.isEmpty else { throw DiskError("read", Segment.path(number, in: folder), .ioError) }
                    try copy.write(piece, at: done)
                    done += Int64(piece.count)
                }
            }
            staged.append(StagedSegment(number: number, path: path))
        }
        return staged
    }

    private static let copyStep: Int64 = 1 << 20

    private func has(segment number: Int, length: Int64, like other: DiskFile) throws(JournalError) -> Bool {
        try onDisk { () throws(DiskError) in
            let path = Segment.path(number, in: folder)
            guard let status = try disk.status(path), status.kind == .file, status.size == length else { return false }
            let file = try disk.openForReading(path)
            var done: Int64 = 0
            while done < length {
                let count = Int(min(Self.copyStep, length - done))
                guard try file.read(count, at: done) == other.read(count, at: done) else { return false }
                done += Int64(count)
            }
            return true
        }
    }

    /// Puts copied segments in place, each by a rename. They must be durable.
    public func install(_ segments: [StagedSegment]) throws(JournalError) {
        try onDisk { () throws(DiskError) in
            for segment in segments { try disk.replace(Segment.path(segment.number, in: folder), by: segment.path) }
        }
    }

    /// Whether anything stands behind the first events, such as what an unfinished copy put there.
    public func goesOn(behind extent: JournalExtent) throws(JournalError) -> Bool {
        if try segmentNumbers().contains(where: { $0 > extent.segment }) { return true }
        return try openSegment(extent.segment).length > extent.end
    }

    /// Removes the segments behind the first events, and the notes that tell of more.
    public func removeRest(behind extent: JournalExtent) throws(JournalError) {
        let segments = try segmentNumbers().filter { $0 > extent.segment }
        let sizes = try checkpointSizes().filter { $0 > extent.size }
        try onDisk { () throws(DiskError) in
            for number in segments { try disk.removeFile(Segment.path(number, in: folder)) }
            for size in sizes { try disk.removeFile(folder.appending(Segment.checkpointFolder).appending(String(size))) }
            if !segments.isEmpty { try disk.syncFolder(folder) }
        }
    }

    /// Puts notes beside the journal, without syncing; those that are there already are left alone.
    ///
    /// - Parameter staging: where they are written first.
    public func takeCheckpoints(_ notes: [(size: Int, note: SignedNote)], through last: Int, in staging: FilePath) throws(JournalError) {
        let known = Set(try checkpointSizes())
        try onDisk { () throws(DiskError) in
            for (size, note) in notes where size <= last && !known.contains(size) {
                let path = staging.appending("checkpoint-\(size)")
                try disk.createFile(path).write(note.bytes, at: 0)
                try disk.replace(folder.appending(Segment.checkpointFolder).appending(String(size)), by: path)
            }
        }
    }
}
