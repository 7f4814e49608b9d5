import Wording

/// Compares the journal with checkpoints signed before.
struct CheckpointCheck {
    private let origin: String?
    private let keys: [NoteVerifier]
    private var states: [(state: Checkpoint, name: JournalDetail.Witness)] = []
    private var rejected: [JournalFinding] = []

    init(origin: String?, keys: [NoteVerifier]) {
        self.origin = origin
        self.keys = keys
    }

    /// The sizes at which a root is wanted.
    var sizes: Set<Int> { Set(states.map(\.state.size)) }

    /// Takes a note in, if it may be believed.
    mutating func add(_ note: SignedNote, named name: JournalDetail.Witness) {
        guard keys.isEmpty || note.isSigned(by: keys), let state = Checkpoint(note) else {
            rejected.append(JournalFinding(.checkpointUnsigned, nil, .unsigned(name)))
            return
        }
        if let origin, !state.isOf(origin) {
            rejected.append(JournalFinding(.checkpointForeign, nil, .foreign(name)))
            return
        }
        states.append((state, name))
    }

    /// What the checkpoints, and the catalogue's number, say against the journal.
    ///
    /// - Parameters:
    ///   - roots: of the journal as it is, for those sizes up to which its chain holds.
    ///   - last: the journal's last event.
    ///   - known: the catalogue's last event.
    ///   - found: what was found in the lines. A root that differs because of that is not told again.
    func findings(roots: [Int: JournalDigest], last: Int, known: Int, besides found: [JournalFinding]) -> [JournalFinding] {
        let agreed = states.filter { roots[$0.state.size] == $0.state.root }.map(\.state.size).max() ?? 0
        var findings = rejected
        let disputed = states.filter { state, _ in
            state.size <= last && roots[state.size].map { $0 != state.root } ?? false
                && !found.contains { ($0.sequences?.lowerBound ?? .max) <= state.size }
        }
        if let (state, name) = disputed.min(by: { $0.state.size < $1.state.size }) {
            let first = state.size > agreed ? agreed + 1 : 1
            findings.append(
                JournalFinding(
                    .rewritten, first <= state.size ? first...state.size : nil,
                    .otherRoot(name, size: state.size)))
        }
        let farthest = states.max { $0.state.size < $1.state.size }
        if let (state, name) = farthest, state.size > last, state.size >= known {
            findings.append(
                JournalFinding(.truncated, (last + 1)...state.size, .endsBefore(last: last, name, known: state.size)))
        } else if known > last {
            findings.append(
                JournalFinding(.truncated, (last + 1)...known, .endsBefore(last: last, .catalogue, known: known)))
        }
        return findings
    }
}
