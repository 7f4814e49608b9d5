import Disk
import Records

extension Journal {
    /// Where the journal ends. Only the last segment is read, and of that only the last group.
    ///
    /// A tail that cannot be read is not judged here: ``JournalHead/tornBytes`` tells that there is one.
    /// - Throws: ``JournalError`` `.missing`, `.disk`, or `.damaged` where a segment is missing or a closed one cannot be read to its end.
    public func head() throws(JournalError) -> JournalHead {
        let last = try segments().count
        let tail = try tail(of: last)
        let torn = tail.length - tail.wholeLength
        guard let line = tail.last else {
            // Made just before a crash, or torn from its first line on: the last event is in the segment before.
            guard last > 1 else {
                return JournalHead(link: ChainLink(), at: nil, segment: 1, length: 0, tornBytes: torn, fault: tail.fault)
            }
            let before = try lastLine(ofClosed: last - 1)
            return JournalHead(
                link: ChainLink(after: before), at: before.header.at, segment: last, length: 0, tornBytes: torn, fault: tail.fault)
        }
        return JournalHead(
            link: ChainLink(after: line), at: line.header.at, segment: last, length: tail.wholeLength, tornBytes: torn, fault: tail.fault)
    }

    /// How far the journal reaches, by the number and length of its last segment: whether it has grown can be seen without reading.
    public func reach() throws(JournalError) -> JournalReach {
        let last = try segments().count
        return JournalReach(segment: last, length: try openSegment(last).length)
    }

    /// The last line of a segment that has a successor, and so must be whole.
    func lastLine(ofClosed number: Int) throws(JournalError) -> ParsedLine {
        let tail = try tail(of: number)
        if let fault = tail.fault { throw .damaged(fault) }
        guard let last = tail.last else { throw .damaged(JournalDamage(number, line: 0, .segmentMissing)) }
        return last
    }

    /// How a segment ends, as far as its last group tells; read from the start where anything there is not as it should be.
    private func tail(of number: Int) throws(JournalError) -> SegmentTail {
        let (file, length) = try openSegment(number)
        var window: Int64 = 64 << 10
        while window < length {
            let tail = try SegmentTail(file, number, length, from: length - window)
            if tail.fault != nil { break }
            if let last = tail.last, let first = tail.firstSequence, first <= last.header.group { return tail }
            window *= 4
        }
        return try SegmentTail(file, number, length, from: 0)
    }
}

/// The end of a segment: its last readable line, and the first fault.
private struct SegmentTail {
    let length: Int64
    var wholeLength: Int64 = 0
    var firstSequence: Int?
    var last: ParsedLine?
    var fault: JournalDamage?

    /// Reads the lines from an offset to the end or to the first that is not as it should be. A line that begins before
    /// the offset is passed over.
    init(_ file: DiskFile, _ number: Int, _ length: Int64, from offset: Int64) throws(JournalError) {
        self.length = length
        var reader = LineReader(file, from: offset, limit: length)
        if offset > 0 { _ = try onDisk { () throws(DiskError) in try reader.next() } }
        var link: ChainLink?
        while let raw = try onDisk({ () throws(DiskError) in try reader.next() }) {
            do throws(JournalDamage) {
                let line = try ParsedLine(raw, segment: number)
                try line.checkPayload()
                var next = link ?? ChainLink(after: line)
                if link != nil { try next.follow(line) }
                link = next
                firstSequence = firstSequence ?? line.header.sequence
                last = line
                wholeLength = line.end
            } catch {
                fault = error
                return
            }
        }
    }
}

extension JournalHead {
    init(link: ChainLink, at: Timestamp?, segment: Int, length: Int64, tornBytes: Int64, fault: JournalDamage? = nil) {
        sequence = link.sequence
        digest = link.digest
        group = link.group
        self.at = at
        self.segment = segment
        self.length = length
        self.tornBytes = tornBytes
        self.fault = fault
    }
}
