import Wording

/// Says what was done to a journal whose lines do not follow each other: which line was edited, deleted, inserted, or moved.
///
/// A line is *genuine* when it fits its neighbours, by the digests they name or by where it stands; a number has one genuine
/// line. What is left is a changed line where a number is missing just there, and an inserted one elsewhere.
struct Diagnosis {
    private(set) var findings: [JournalFinding] = []
    private let rows: [LineTable.Row]
    /// The number of each row; 0 where it has none or its number was changed.
    private var believed: [Int]
    /// Rows of genuine lines, in the order in which they stand.
    private var genuine: [Int] = []
    /// Genuine entries by sequence number.
    private var entries: [Int: (row: Int, entry: LineTable.Entry)] = [:]
    /// Numbers whose line was changed beyond reading, or has another number now.
    private var edited: Set<Int> = []

    init(of table: LineTable) {
        rows = table.rows
        believed = [Int](repeating: 0, count: rows.count)
        chooseGenuine()
        explainOthers()
        explainMissing()
        findings += OrderDiagnosis(genuine.compactMap { row in rows[row].entry.map { ($0.sequence, rows[row].place) } }).findings
        checkLinks()
        checkPayloads()
    }

    /// The highest number that has, or had, a line.
    var lastSequence: Int { max(entries.keys.max() ?? 0, edited.max() ?? 0) }

    // MARK: Which lines are genuine

    private mutating func chooseGenuine() {
        var candidates: [Int: [Int]] = [:]
        for (index, row) in rows.enumerated() {
            guard let entry = row.entry, !isRenumbered(entry, at: index) else { continue }
            believed[index] = entry.sequence
            candidates[entry.sequence, default: []].append(index)
        }
        for (sequence, rows) in candidates {
            let scored = rows.map { ($0, score(of: $0, candidates)) }
            // Of equal ones the first: a copy is put behind more often than before.
            guard let best = scored.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), best.1 > 0, let entry = self.rows[best.0].entry else {
                continue
            }
            entries[sequence] = (best.0, entry)
        }
        genuine = entries.values.map(\.row).sorted()
    }

    /// Whether a line follows the one above it by its digest but not by its number: then its number was changed.
    private func isRenumbered(_ entry: LineTable.Entry, at index: Int) -> Bool {
        guard index > 0, let above = rows[index - 1].entry else { return false }
        return entry.follows(above) && entry.sequence != above.sequence + 1
    }

    /// How well a line fits: links to lines of the neighbouring numbers count most, then where it stands.
    private func score(of index: Int, _ candidates: [Int: [Int]]) -> Int {
        guard let entry = rows[index].entry else { return 0 }
        let before = candidates[entry.sequence - 1, default: []].compactMap { rows[$0].entry }
        let after = candidates[entry.sequence + 1, default: []].compactMap { rows[$0].entry }
        let isLinkedBack = entry.sequence == 1 ? entry.previous == .zero : before.contains { entry.follows($0) }
        let isLinkedOn = after.contains { $0.follows(entry) }
        let above = believed[..<index].last { $0 > 0 } ?? 0
        let below = believed[(index + 1)...].first { $0 > 0 } ?? Int.max
        let isInPlace = above < entry.sequence && entry.sequence < below
        let isNextToNeighbour = above == entry.sequence - 1 || below == entry.sequence + 1
        return (isLinkedBack ? 8 : 0) + (isLinkedOn ? 8 : 0) + (isInPlace ? 2 : 0) + (isNextToNeighbour ? 1 : 0)
    }

    // MARK: What the others are

    /// Lines that are not genuine: changed ones where just there a number is missing, else torn or inserted.
    private mutating func explainOthers() {
        var following = genuine[...]
        var above = 0
        for index in rows.indices {
            if following.first == index {
                following.removeFirst()
                above = rows[index].entry?.sequence ?? above
                continue
            }
            let row = rows[index]
            let below = following.first.flatMap { rows[$0].entry?.sequence } ?? Int.max
            let isLast = index == rows.count - 1
            if isLast && !row.isEnded {
                findings.append(
                    JournalFinding(
                        .torn, nil, at: row.place, .unended(place: "\(row.place)")))
            } else if above + 1 < below, entries[above + 1] == nil, mayHaveBeen(above + 1, row, below: below) {
                above += 1
                edited.insert(above)
                findings.append(
                    JournalFinding(.edited, above...above, at: row.place, .otherLine(place: "\(row.place)", of: above)))
            } else {
                findings.append(
                    JournalFinding(
                        .inserted, row.entry.map { $0.sequence...$0.sequence }, at: row.place,
                        .notWritten(place: "\(row.place)")))
            }
        }
    }

    /// At the end, where no number is missing, a readable line is a changed one only if it follows the last.
    private func mayHaveBeen(_ sequence: Int, _ row: LineTable.Row, below: Int) -> Bool {
        guard below == Int.max, let entry = row.entry else { return true }
        return entries[sequence - 1].map { entry.follows($0.entry) } ?? false
    }

    private mutating func explainMissing() {
        var due = 1
        for sequence in Set(entries.keys).union(edited).sorted() {
            if sequence > due {
                let place = entries[sequence].map { rows[$0.row].place }
                let range = due...(sequence - 1)
                findings.append(
                    JournalFinding(
                        .deleted, range, at: place,
                        .missing(range, before: sequence)))
            }
            due = sequence + 1
        }
    }

    // MARK: Links and payloads

    /// Genuine lines that stand for neighbouring numbers and do not name each other.
    private mutating func checkLinks() {
        let sequences = entries.keys.sorted()
        var run: ClosedRange<Int>?
        for sequence in sequences {
            guard isBroken(at: sequence) else { continue }
            if let open = run, open.upperBound == sequence - 1 {
                run = open.lowerBound...sequence
            } else {
                blame(run)
                run = sequence...sequence
            }
        }
        blame(run)
    }

    private func isBroken(at sequence: Int) -> Bool {
        guard let entry = entries[sequence]?.entry else { return false }
        if sequence == 1 { return entry.previous != .zero || entry.group != 1 }
        guard let before = entries[sequence - 1]?.entry else { return false }
        return !entry.follows(before) || (entry.group != before.group && entry.group != sequence)
    }

    /// Links are broken at each of these numbers in a row. One broken link accuses the line that is named wrongly, which
    /// still names the right one itself; unless only a few digits of the name differ, or it is the first line.
    private mutating func blame(_ run: ClosedRange<Int>?) {
        guard let run else { return }
        if run.count <= 2, isOwnFault(at: run.lowerBound) { return accuse(run.lowerBound...run.lowerBound) }
        accuse(max(1, run.lowerBound - 1)...max(1, run.upperBound - 1))
    }

    /// Whether this line and not the one before was changed: the digest it names is nearly right, or it is right and its group is not.
    private func isOwnFault(at sequence: Int) -> Bool {
        guard let entry = entries[sequence]?.entry else { return false }
        let named = sequence == 1 ? JournalDigest.zero : entries[sequence - 1]?.entry.digest ?? .zero
        // Of the 64 digits of two unrelated digests, 60 differ on average and hardly ever less than 48.
        return sequence == 1 || zip(entry.previous.hex.utf8, named.hex.utf8).filter { $0 != $1 }.count < 32
    }

    private mutating func accuse(_ sequences: ClosedRange<Int>) {
        edited.formUnion(sequences)
        let place = entries[sequences.lowerBound].map { rows[$0.row].place }
        findings.append(JournalFinding(.edited, sequences, at: place, .otherHeader(sequences)))
    }

    /// Payloads that are not those that their headers name: changed, or exchanged between two lines.
    private mutating func checkPayloads() {
        let wrong = entries.values.filter { $0.entry.wrongPayload != nil }.sorted { $0.entry.sequence < $1.entry.sequence }
        let byDigest = Dictionary(wrong.map { ($0.entry.payload, $0.entry) }, uniquingKeysWith: { first, _ in first })
        for (row, entry) in wrong where !edited.contains(entry.sequence) {
            let other = entry.wrongPayload.flatMap { byDigest[$0] }
            guard let other, other.wrongPayload == entry.payload else {
                findings.append(
                    JournalFinding(
                        .edited, entry.sequence...entry.sequence, at: rows[row].place,
                        .otherPayload(entry.sequence)))
                continue
            }
            guard entry.sequence < other.sequence else { continue }
            findings.append(
                JournalFinding(
                    .swapped, entry.sequence...entry.sequence, other: other.sequence, at: rows[row].place,
                    .payloadsExchanged(entry.sequence, other.sequence)))
        }
    }
}
