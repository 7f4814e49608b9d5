import Disk
import SystemPackage
import Wording

extension Journal {
    /// Checks every line, the chain, the checkpoints kept beside the journal, and one from outside; answers everything found.
    ///
    /// What the chain alone cannot show, because whoever changed the lines has mended it, a checkpoint shows: the tail cut
    /// off, an older state put back, the last line changed, the journal written anew.
    ///
    /// ```swift
    /// let findings = try journal.verify(origin: origin, checkpoint: note, keys: [pinned])
    /// findings.isEmpty   // nothing was changed
    /// ```
    /// - Parameters:
    ///   - origin: this archive's origin line; nil where it is not known.
    ///   - checkpoint: a note from outside the archive.
    ///   - keys: the keys pinned outside the archive; without any, signatures are not checked.
    ///   - known: the highest number that the catalogue has.
    ///   - register: the control register, which tells outside the root of some events, with its chain and signatures checked.
    ///   - forks: the restores that the journal tells of.
    ///   - isErasureExplained: whether a later event accounts for the erased payload of the event with this header.
    ///   - progress: told bytes done and bytes in all, after each segment; from the start again where findings are looked into.
    /// - Throws: ``JournalError`` only where the files cannot be read at all, or one is missing without a line that shows it.
    public func verify(
        origin: String? = nil, checkpoint: SignedNote? = nil, keys: [NoteVerifier] = [], knownThrough known: Int = 0,
        register: ControlRegister.Contents? = nil, forks: [JournalFork] = [], isErasureExplained: (EventHeader) -> Bool = { _ in false },
        progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) throws(JournalError) -> [JournalFinding] {
        var witnesses = CheckpointCheck(origin: origin, keys: keys, forks: forks)
        for (size, note) in try checkpoints() { witnesses.add(note, named: .kept(size)) }
        if let checkpoint { witnesses.add(checkpoint, named: .given) }
        var pass = StraightPass(wanting: witnesses.sizes)
        try eachRawLine(progress) { pass.take($0, in: $1) }
        var findings: [JournalFinding] = []
        var last = pass.size
        if !pass.isClean {
            var table = LineTable()
            try eachRawLine(progress) { table.take($0, in: $1) }
            let diagnosis = Diagnosis(of: table)
            findings = diagnosis.findings
            last = diagnosis.lastSequence
        }
        findings += pass.erased.filter { !isErasureExplained($0.header) }.map {
            JournalFinding(
                .erasedWithoutReason, $0.header.sequence...$0.header.sequence, at: $0.place,
                .noPayload($0.header.sequence))
        }
        findings += witnesses.findings(roots: pass.roots, last: last, known: known, besides: findings)
        if findings.isEmpty, let line = register?.last { findings += try self.findings(against: line, last: last) }
        // A file that stands behind a missing one holds no line that could be found wrong.
        if findings.isEmpty { _ = try segments() }
        return JournalFinding.bounded(findings)
    }

    /// What the last line of the control register says against a journal whose own lines are as they were written.
    private func findings(against line: ControlLine, last: Int) throws(JournalError) -> [JournalFinding] {
        guard let told = line.header?.sequence else { return [] }
        guard told <= last else {
            return [JournalFinding(.truncated, (last + 1)...told, .endsBefore(last: last, .controlRegister, known: told))]
        }
        return try singleEvent(told)?.digest == line.event ? [] : [JournalFinding(.rewritten, told...told, .otherHeader(told...told))]
    }

    /// Gives every event whose line can be read by itself, whatever stands before it: what a damaged journal still says. Its payload fits its
    /// header; whether the header is one of the chain is not asked.
    public func eachLegibleEvent(_ body: (JournalEvent) -> Void) throws(JournalError) {
        try eachRawLine({ _, _ in }) { raw, segment in
            guard let line = try? ParsedLine(raw, segment: segment), line.payloadMatches else { return }
            body(line.event)
        }
    }

    /// Reads all lines of all segments as they stand.
    private func eachRawLine(
        _ progress: (_ done: Int64, _ total: Int64) -> Void, _ body: (LineReader.Line, _ segment: Int) -> Void
    ) throws(JournalError) {
        let numbers = try segmentNumbers()
        guard !numbers.isEmpty else { throw .missing(folder) }
        var total: Int64 = 0
        for number in numbers { total += try openSegment(number).length }
        var done: Int64 = 0
        for number in numbers {
            let (file, length) = try openSegment(number)
            var reader = LineReader(file, limit: length)
            while let line = try onDisk({ () throws(DiskError) in try reader.next() }) { body(line, number) }
            done += length
            progress(done, total)
        }
    }
}

/// The first look: follows the chain as long as it holds and gathers what an intact journal needs, in bounded memory.
private struct StraightPass {
    private let wanted: Set<Int>
    private var tree = MerkleFrontier()
    private var link = ChainLink()
    private var isBroken = false
    private var hasWrongPayload = false
    /// The roots at the sizes that checkpoints speak of, as far as the chain holds.
    private(set) var roots: [Int: JournalDigest]
    /// Events whose payload is empty.
    private(set) var erased: [(header: EventHeader, place: LinePlace)] = []

    init(wanting sizes: Set<Int>) {
        wanted = sizes
        roots = [0: tree.root]
    }

    var isClean: Bool { !isBroken && !hasWrongPayload }
    var size: Int { tree.size }

    mutating func take(_ raw: LineReader.Line, in segment: Int) {
        guard let line = try? ParsedLine(raw, segment: segment) else {
            isBroken = true
            return
        }
        if line.isErased { erased.append((line.header, line.place)) }
        if !line.payloadMatches { hasWrongPayload = true }
        guard !isBroken else { return }
        do throws(JournalDamage) { try link.follow(line) } catch {
            isBroken = true
            return
        }
        tree.append(line.headerBytes)
        if wanted.contains(tree.size) { roots[tree.size] = tree.root }
    }
}

extension JournalFinding {
    /// Most findings that are listed; a person reads the first of them, and a program has seen enough.
    static let most = 1000

    /// The findings in the order of the events, cut to ``most``.
    static func bounded(_ findings: [JournalFinding]) -> [JournalFinding] {
        let sorted = findings.sorted { ($0.sequences?.lowerBound ?? .max) < ($1.sequences?.lowerBound ?? .max) }
        guard sorted.count > most else { return sorted }
        return sorted.prefix(most) + [JournalFinding(.more, nil, .more(sorted.count - most))]
    }
}
