import Wording

/// Compares the journal with checkpoints signed before.
struct CheckpointCheck {
    private let origin: String?
    private let keys: [NoteVerifier]
    private let forks: [JournalFork]
    private var states: [(state: Checkpoint, name: JournalDetail.Witness)] = []
    private var rejected: [JournalFinding] = []

    init(origin: String?, keys: [NoteVerifier], forks: [JournalFork] = []) {
        self.forks = forks
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
        var (states, told) = (states, [JournalFinding]())
        for (state, _) in states where roots[state.size] != state.root {
            // A restore says itself which events it did without; a checkpoint signed before it tells of those.
            guard let fork = forks.first(where: { $0.after < state.size && state.size <= $0.highestKnown }) else { continue }
            states.removeAll { $0.state == state }
            told.append(
                JournalFinding(.forked, (fork.after + 1)...state.size, .restored(after: fork.after, through: fork.highestKnown)))
        }
        let agreed = states.filter { roots[$0.state.size] == $0.state.root }.map(\.state.size).max() ?? 0
        var findings = rejected + told
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

/// A restore from a backup, as the journal tells of it: what came behind the backup is known to be missing.
public struct JournalFork: Sendable, Hashable {
    /// How many events the backup had.
    public let after: Int
    /// The highest number that an event is known to have had before.
    public let highestKnown: Int

    public init(after: Int, highestKnown: Int) {
        self.after = after
        self.highestKnown = highestKnown
    }
}
