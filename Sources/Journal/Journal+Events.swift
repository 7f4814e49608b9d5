import Disk

extension Journal {
    /// Reads events in order, from one number through another, or through the last whole line.
    ///
    /// Lines are read as they are asked for. While somebody appends, a line may be seen before it is durable: whoever
    /// must see only what has happened passes `last` from the catalogue.
    /// - Throws: ``JournalError`` where the journal is missing or a segment's first line is unreadable.
    public func events(from first: Int = 1, through last: Int? = nil) throws(JournalError) -> EventCursor {
        let numbers = try segments()
        return EventCursor(journal: self, segments: numbers[(try indexOfSegment(with: first, among: numbers))...], first: first, last: last)
    }

    /// One event, checked as by ``events(from:through:)``; reads its segment from the beginning.
    ///
    /// - Throws: ``JournalError`` `.damaged` where the journal ends before it.
    public func singleEvent(_ sequence: Int) throws(JournalError) -> JournalEvent? {
        var events = try events(from: sequence, through: sequence)
        return try events.next()
    }

    /// The place, among the segments, of the last one that does not begin after event `sequence`.
    func indexOfSegment(with sequence: Int, among numbers: [Int]) throws(JournalError) -> Int {
        var low = 0
        var high = numbers.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            let first = try firstSequence(of: numbers[middle], mayBeTorn: middle == numbers.count - 1)
            if first <= sequence { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The number of a segment's first event; the largest number there is where the last segment has none.
    private func firstSequence(of number: Int, mayBeTorn: Bool) throws(JournalError) -> Int {
        let (file, length) = try openSegment(number)
        var reader = LineReader(file, limit: length)
        guard let line = try onDisk({ () throws(DiskError) in try reader.next() }) else {
            if mayBeTorn { return Int.max }
            throw .damaged(JournalDamage(number, line: 0, .segmentMissing))
        }
        do throws(JournalDamage) { return try ParsedLine(line, segment: number).header.sequence } catch {
            if mayBeTorn { return Int.max }
            throw .damaged(error)
        }
    }
}

/// Reads events one after the other; holds one line in memory and one segment open.
///
/// ```swift
/// var events = try journal.events(from: 17)
/// while let event = try events.next() { … }
/// ```
public struct EventCursor {
    private let journal: Journal
    private var segments: ArraySlice<Int>
    private let first: Int
    private let last: Int?
    private var reader: LineReader?
    private var link: ChainLink?

    init(journal: Journal, segments: ArraySlice<Int>, first: Int, last: Int?) {
        self.journal = journal
        self.segments = segments
        self.first = first
        self.last = last
    }

    /// The next event; nil after the last. Number, chain and payload are checked on the way.
    ///
    /// - Throws: ``JournalError`` `.damaged` with segment and line, or `.disk`.
    public mutating func next() throws(JournalError) -> JournalEvent? {
        if let last, (link?.sequence ?? 0) >= last || first > last { return nil }
        while let (raw, segment) = try nextLine() {
            if !raw.isEnded, segments.isEmpty { break }
            let line = try undamaged { () throws(JournalDamage) in try ParsedLine(raw, segment: segment) }
            try undamaged { () throws(JournalDamage) in
                var next = link ?? ChainLink(before: line)
                try next.follow(line)
                link = next
                if line.header.sequence >= first { try line.checkPayload() }
            }
            if line.header.sequence >= first { return line.event }
        }
        if let last { throw .damaged(JournalDamage(segment, line: 0, .endsBefore(known: last))) }
        return nil
    }

    private var segment = 1

    private mutating func nextLine() throws(JournalError) -> (LineReader.Line, Int)? {
        while true {
            if reader != nil, let line = try onDisk({ () throws(DiskError) in try reader?.next() }) { return (line, segment) }
            guard let number = segments.popFirst() else { return nil }
            let (file, length) = try journal.openSegment(number)
            reader = LineReader(file, limit: length)
            segment = number
        }
    }
}

extension ChainLink {
    /// What the first line that is read must follow: the journal's beginning, or whatever its header says comes before.
    init(before line: ParsedLine) {
        guard line.header.sequence > 1 else { return }
        sequence = line.header.sequence - 1
        digest = line.header.previous
        group = line.header.group
    }
}
