import Disk
import SystemPackage

/// What stands in the journal from an event on: lines that follow each other, then perhaps a tear.
struct TailScan {
    /// Lines in a row of one segment.
    private struct Piece {
        let segment: Int
        var bytes: Range<Int64>
    }

    /// The first line that is not as it should be, and everything after it.
    private struct Tear {
        let damage: JournalDamage
        let bytes: Range<Int64>
        /// The events still readable after it, those that could be read at all.
        var readable: [JournalEvent] = []
        /// Whether bytes are missing: an append that never returned leaves the end of a line unwritten, or zeros where a block never came
        /// to the disk. Other bytes in their place are nobody's accident.
        var lacksBytes = false

        mutating func look(at raw: LineReader.Line) { lacksBytes = lacksBytes || !raw.isEnded || raw.isTooLong || raw.bytes.contains(0) }
    }

    private let journal: Journal
    private let first: Int
    private var pieces: [Piece] = []
    private var tear: Tear?
    private var link = ChainLink()
    private var lastSegment = 1

    /// Reads all segments that have events from `first` on, and the last one in any case.
    init(_ journal: Journal, from first: Int) throws(JournalError) {
        self.journal = journal
        self.first = first
        let numbers = try journal.segments()
        let start = try journal.indexOfSegment(with: first, among: numbers)
        if start > 0 { link = ChainLink(after: try journal.lastLine(ofClosed: numbers[start - 1])) }
        for number in numbers[start...] {
            lastSegment = number
            try read(number)
            if let tear {
                // A segment is made only when the one before is whole, so this one was whole once.
                guard number == numbers.last else { throw .damaged(tear.damage) }
            }
        }
    }

    /// The lines past the first that was asked for.
    var rewritten: ClosedRange<Int>? { pieces.isEmpty || link.sequence < first ? nil : first...link.sequence }

    private mutating func read(_ number: Int) throws(JournalError) {
        let (file, length) = try journal.openSegment(number)
        var reader = LineReader(file, limit: length)
        while let raw = try onDisk({ () throws(DiskError) in try reader.next() }) {
            do throws(JournalDamage) {
                let line = try ParsedLine(raw, segment: number)
                var next = link
                try next.follow(line)
                try line.checkPayload()
                link = next
                take(line)
            } catch {
                tear = Tear(damage: error, bytes: raw.offset..<length)
            }
            guard tear != nil else { continue }
            tear?.look(at: raw)
            return try readAfterTear(&reader, number)
        }
    }

    private mutating func take(_ line: ParsedLine) {
        guard line.header.sequence >= first else { return }
        if pieces.last?.segment == line.place.segment {
            pieces[pieces.count - 1].bytes = pieces[pieces.count - 1].bytes.lowerBound..<line.end
        } else {
            pieces.append(Piece(segment: line.place.segment, bytes: line.place.offset..<line.end))
        }
    }

    private mutating func readAfterTear(_ reader: inout LineReader, _ number: Int) throws(JournalError) {
        while let raw = try onDisk({ () throws(DiskError) in try reader.next() }) {
            tear?.look(at: raw)
            if let line = try? ParsedLine(raw, segment: number), line.payloadMatches { tear?.readable.append(line.event) }
        }
    }
}

extension TailScan {
    /// Copying goes in pieces of this size, so that settling a long journal needs no memory for it.
    private static let copyStep: Int64 = 1 << 20

    /// Throws unless there is no tear, or it is what an append that never returned can have left.
    ///
    /// An append writes one group after everything else is durable. So what follows a tear can belong to that group only,
    /// and nothing that is made after an append has returned can know of it.
    func checkTear(known: Int, isKnown: (JournalEvent) -> Bool) throws(JournalError) {
        guard let tear else {
            guard link.sequence >= known else { throw .damaged(JournalDamage(lastSegment, line: 0, .endsBefore(known: known))) }
            return
        }
        switch tear.damage.reason {
        case .outOfSequence, .chainBroken: throw .damaged(tear.damage)
        default: break
        }
        guard tear.lacksBytes else { throw .damaged(tear.damage) }
        let groups = [link.group, link.sequence + 1]
        for event in tear.readable where !groups.contains(event.header.group) || event.header.sequence <= link.sequence {
            throw .damaged(tear.damage)
        }
        let highest = tear.readable.filter(isKnown).map(\.header.sequence).max() ?? 0
        guard max(known, highest) <= link.sequence else {
            throw .damaged(JournalDamage(tear.damage.segment, line: tear.damage.line, .knownLineTorn(known: max(known, highest))))
        }
    }

    /// Copies the tear into a file of its own, durably; answers where.
    func keepTear(in folder: FilePath) throws(JournalError) -> FilePath? {
        guard let tear else { return nil }
        return try onDisk { () throws(DiskError) in
            let source = try journal.disk.openForReading(Segment.path(lastSegment, in: journal.folder))
            let file = try createAside(in: folder, at: tear.bytes.lowerBound)
            try copy(tear.bytes, from: source, to: file, at: 0)
            try file.sync()
            try journal.disk.syncFolder(folder)
            return file.path
        }
    }

    private func createAside(in folder: FilePath, at offset: Int64) throws(DiskError) -> DiskFile {
        let stem = "torn-\(Segment.name(lastSegment))-\(offset)"
        for attempt in 1..<1000 {
            let path = folder.appending(attempt == 1 ? stem : "\(stem)-\(attempt)")
            if try journal.disk.status(path) == nil { return try journal.disk.createFile(path) }
        }
        throw DiskError("create", folder.appending(stem), .fileExists)
    }

    /// Writes the lines again where they stand, cuts the tear off, and sends both to the disk.
    func makeDurable() throws(JournalError) {
        let segments = Set(pieces.map(\.segment) + (tear == nil ? [] : [lastSegment]))
        guard !segments.isEmpty else { return }
        try onDisk { () throws(DiskError) in
            for segment in segments.sorted() {
                let file = try journal.disk.openForWriting(Segment.path(segment, in: journal.folder))
                for piece in pieces where piece.segment == segment {
                    try copy(piece.bytes, from: file, to: file, at: piece.bytes.lowerBound)
                }
                if let tear, segment == lastSegment { try file.truncate(to: tear.bytes.lowerBound) }
                try file.sync()
            }
            try journal.disk.syncFolder(journal.folder)
        }
    }

    private func copy(_ bytes: Range<Int64>, from source: DiskFile, to target: DiskFile, at offset: Int64) throws(DiskError) {
        var done: Int64 = 0
        while done < Int64(bytes.count) {
            let part = try source.read(Int(min(TailScan.copyStep, Int64(bytes.count) - done)), at: bytes.lowerBound + done)
            guard !part.isEmpty else { return }
            try target.write(part, at: offset + done)
            done += Int64(part.count)
        }
    }
}
