import Disk
import Records
import Synchronization

extension Journal {
    /// Most bytes of a group. With what a segment may already hold it still fits in memory.
    static let longestGroup = 64 << 20

    /// Appends a group of events by one write and one fsync; from then on they have happened.
    ///
    /// A short or failed write is undone: the segment is cut to its former length and that is made durable. A group
    /// stands in one segment; one that would make it longer than 8 MiB begins the next.
    /// - Precondition: there is at least one event, and the caller holds the writer's lock.
    /// - Throws: ``JournalError``: `.disk` when nothing was appended; `.headMoved` and `.unsettled` when the journal does
    ///   not end where `head` says; `.outcomeUnknown` when undoing failed too, and at every call after that; `.groupTooLarge`.
    public func append(_ events: [NewEvent], after head: JournalHead) throws(JournalError) -> (head: JournalHead, headers: [EventHeader]) {
        precondition(!events.isEmpty, "journal: a group has an event")
        if let cause = poison.withLock({ $0 }) { throw .outcomeUnknown(cause) }
        guard head.isWhole else { throw .unsettled(head.segment) }
        let group = Group(events, after: head)
        guard group.bytes.count <= Journal.longestGroup else { throw .groupTooLarge(bytes: group.bytes.count) }
        let target = try openForAppending(group.bytes.count, after: head)
        do throws(DiskError) {
            try target.file.write(group.bytes, at: target.length)
            try target.file.sync()
        } catch {
            try undo(target)
            throw .disk(error)
        }
        let length = target.length + Int64(group.bytes.count)
        return (
            JournalHead(link: group.link, at: group.headers.last?.at, segment: target.segment, length: length, tornBytes: 0), group.headers
        )
    }

    /// The segment that the group goes to, after a look that the journal still ends where `head` says.
    ///
    /// A new segment's name is made durable before anything is written into it, so that a power cut cannot leave a
    /// later segment without an earlier one, nor events in a file without a name.
    private func openForAppending(_ bytes: Int, after head: JournalHead) throws(JournalError) -> AppendTarget {
        let next = Segment.path(head.segment + 1, in: folder)
        let current = try onDisk { () throws(DiskError) in try disk.openForWriting(Segment.path(head.segment, in: folder)) }
        let (status, following) = try onDisk { () throws(DiskError) in (try current.status(), try disk.status(next)) }
        guard status.size == head.length, (following?.size ?? 0) == 0 else { throw .headMoved(expected: head.sequence) }
        let isFull = head.length > 0 && head.length + Int64(bytes) > closingLength
        return try onDisk { () throws(DiskError) in
            if let following, following.kind == .file {
                // Made by an append that failed before it could write.
                try disk.syncFolder(folder)
                return AppendTarget(segment: head.segment + 1, file: try disk.openForWriting(next), length: 0)
            }
            if isFull {
                let file = try disk.createFile(next)
                try disk.syncFolder(folder)
                return AppendTarget(segment: head.segment + 1, file: file, length: 0)
            }
            if head.length == 0 { try disk.syncFolder(folder) }
            return AppendTarget(segment: head.segment, file: current, length: head.length)
        }
    }

    private func undo(_ target: AppendTarget) throws(JournalError) {
        do throws(DiskError) {
            try target.file.truncate(to: target.length)
            try target.file.sync()
        } catch {
            poison.withLock { $0 = error }
            throw .outcomeUnknown(error)
        }
    }
}

/// Where a group is written.
private struct AppendTarget {
    let segment: Int
    let file: DiskFile
    /// The segment's length before.
    let length: Int64
}

/// A group's headers and the bytes of its lines.
private struct Group {
    var headers: [EventHeader] = []
    var bytes: [UInt8] = []
    var link: ChainLink

    init(_ events: [NewEvent], after head: JournalHead) {
        link = ChainLink()
        link.sequence = head.sequence
        link.digest = head.digest
        let first = head.sequence + 1
        for event in events {
            let header = EventHeader(
                sequence: link.sequence + 1, group: first, at: event.at, actor: event.actor.description, type: event.type,
                subjects: event.subjects, payload: JournalDigest(of: event.payload), previous: link.digest)
            let headerBytes = header.bytes
            precondition(EventHeader(bytes: headerBytes[...]) == header, "journal: a header must read back as it was written")
            headers.append(header)
            bytes += headerBytes + [UInt8(ascii: "\t")] + event.payload + [UInt8(ascii: "\n")]
            link.sequence = header.sequence
            link.digest = JournalDigest(of: headerBytes)
            link.group = first
        }
    }
}
