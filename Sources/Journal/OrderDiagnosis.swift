import Wording

/// Says which lines stand at another place than their numbers say: two that were exchanged, or some that were moved.
struct OrderDiagnosis {
    private(set) var findings: [JournalFinding] = []

    /// Takes the numbers of all genuine lines, each once, in the order in which they stand.
    init(_ lines: [(sequence: Int, place: LinePlace)]) {
        let sorted = lines.map(\.sequence).sorted()
        guard lines.map(\.sequence) != sorted else { return }
        let position = Dictionary(sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var rest: [Int] = []
        var pairs: [(low: Int, high: Int, place: LinePlace)] = []
        for (index, line) in lines.enumerated() {
            guard let home = position[line.sequence], home != index, lines[home].sequence == sorted[index] else {
                rest.append(index)
                continue
            }
            if line.sequence > sorted[index] { pairs.append((sorted[index], line.sequence, line.place)) }
        }
        findings = OrderDiagnosis.swaps(pairs) + OrderDiagnosis.moves(rest.map { lines[$0] })
    }

    /// Exchanged pairs; a row of them, as when two segments have changed names, is told once.
    private static func swaps(_ pairs: [(low: Int, high: Int, place: LinePlace)]) -> [JournalFinding] {
        var runs: [(low: ClosedRange<Int>, high: Int, place: LinePlace)] = []
        for pair in pairs.sorted(by: { $0.low < $1.low }) {
            if let last = runs.last, pair.low == last.low.upperBound + 1, pair.high == last.high + last.low.count {
                runs[runs.count - 1].low = last.low.lowerBound...pair.low
            } else {
                runs.append((pair.low...pair.low, pair.high, pair.place))
            }
        }
        return runs.map { run in
            JournalFinding(.swapped, run.low, other: run.high, at: run.place, .linesExchanged(run.low, run.high))
        }
    }

    /// The fewest lines whose removal leaves the others in order.
    private static func moves(_ lines: [(sequence: Int, place: LinePlace)]) -> [JournalFinding] {
        let kept = longestRise(lines.map(\.sequence))
        var findings: [JournalFinding] = []
        var previous: Int?
        for (index, line) in lines.enumerated() where !kept.contains(index) {
            if let last = findings.last, let range = last.sequences, previous == index - 1, line.sequence == range.upperBound + 1 {
                findings[findings.count - 1] = finding(range.lowerBound...line.sequence, last.place)
            } else {
                findings.append(finding(line.sequence...line.sequence, line.place))
            }
            previous = index
        }
        return findings
    }

    private static func finding(_ sequences: ClosedRange<Int>, _ place: LinePlace?) -> JournalFinding {
        JournalFinding(.reordered, sequences, at: place, .linesMoved(sequences))
    }

    /// The positions of a longest rising subsequence.
    private static func longestRise(_ numbers: [Int]) -> Set<Int> {
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? ends[low - 1] : nil
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var kept: Set<Int> = []
        var next = ends.last
        while let index = next {
            kept.insert(index)
            next = before[index]
        }
        return kept
    }
}
