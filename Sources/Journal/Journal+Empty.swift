import Disk
public import SystemPackage

extension Journal {
    /// Empties the payloads of events, durably: their headers stay, and with them chain and tree. Those that are empty already are
    /// left as they are, so that it can be done again after it was stopped at any point.
    ///
    /// Each segment is written anew beside the journal and put in its place by one rename. Only segments that nobody appends to any more are:
    /// where one of the events stands in the last, the next one is begun first.
    /// - Parameter staging: an existing folder of the same file system for what is written.
    /// - Precondition: the caller holds the writer's lock, and the journal is settled.
    /// - Throws: ``JournalError`` `.damaged` or `.disk`; then some of them may be empty, and the rest is as it was.
    public func empty(payloadsOf events: Set<Int>, in staging: FilePath) throws(JournalError) {
        guard !events.isEmpty else { return }
        let numbers = try segments()
        var bySegment: [Int: Set<Int>] = [:]
        for event in events { bySegment[numbers[try indexOfSegment(with: event, among: numbers)], default: []].insert(event) }
        if let last = numbers.last, bySegment[last] != nil { try beginSegment(after: last) }
        for (number, events) in bySegment.sorted(by: { $0.key < $1.key }) { try rewrite(number, emptying: events, in: staging) }
    }

    private func beginSegment(after last: Int) throws(JournalError) {
        try onDisk { () throws(DiskError) in
            _ = try disk.createFile(Segment.path(last + 1, in: folder))
            try disk.syncFolder(folder)
        }
    }

    /// Writes a segment anew, where any of the payloads is still there.
    private func rewrite(_ number: Int, emptying events: Set<Int>, in staging: FilePath) throws(JournalError) {
        guard try hasPayload(of: events, in: number) else { return }
        let staged = staging.appending("emptied-" + Segment.name(number))
        try onDisk { () throws(DiskError) in try disk.removeTree(staged) }
        let file = try onDisk { () throws(DiskError) in try disk.createFile(staged) }
        var (buffer, written) = ([UInt8](), Int64(0))
        func flush() throws(JournalError) {
            try onDisk { () throws(DiskError) in try file.write(buffer, at: written) }
            written += Int64(buffer.count)
            buffer.removeAll(keepingCapacity: true)
        }
        try eachLine(of: number) { line throws(JournalError) in
            let isKept = !events.contains(line.header.sequence)
            buffer += line.headerBytes + [UInt8(ascii: "\t")] + (isKept ? line.payloadBytes : []) + [UInt8(ascii: "\n")]
            if buffer.count >= Self.flushed { try flush() }
        }
        try flush()
        try onDisk { () throws(DiskError) in
            try file.sync()
            try disk.replace(Segment.path(number, in: folder), by: staged)
            try disk.syncFolder(folder)
        }
    }

    private func hasPayload(of events: Set<Int>, in number: Int) throws(JournalError) -> Bool {
        var found = false
        try eachLine(of: number) { line throws(JournalError) in
            if !line.isErased, events.contains(line.header.sequence) { found = true }
        }
        return found
    }

    private func eachLine(of number: Int, _ body: (ParsedLine) throws(JournalError) -> Void) throws(JournalError) {
        let (file, length) = try openSegment(number)
        var reader = LineReader(file, limit: length)
        while let raw = try onDisk({ () throws(DiskError) in try reader.next() }) {
            try body(try undamaged { () throws(JournalDamage) in try ParsedLine(raw, segment: number) })
        }
    }

    /// In bytes: how much is gathered before it is written.
    private static let flushed = 1 << 20
}
