public import Wording

/// Something that a check of the journal found to be wrong.
public struct JournalFinding: Sendable, Hashable {
    /// What was found. A code keeps its meaning for ever.
    public enum Code: String, Sendable, CaseIterable, Codable {
        /// A line was changed: its header is not the one that the next line names, or its payload is not the one that its header names.
        case edited
        /// An event that was there is not any more.
        case deleted
        /// A line that the journal did not write stands between its own.
        case inserted
        /// A line, or several in a row, stands at another place than its number says.
        case reordered
        /// Two lines, or the payloads of two lines, have changed places.
        case swapped
        /// The journal ends with something that is no whole line.
        case torn
        /// A payload is gone and no event accounts for it.
        case erasedWithoutReason = "erased_without_reason"
        /// The journal ends before an event that a checkpoint or the catalogue knows: its tail was cut off, or an older state put back.
        case truncated
        /// The lines agree with each other and contradict a checkpoint: the journal was written anew.
        case rewritten
        /// The checkpoint tells of events that a restore from an older backup did without: it says so itself.
        case forked
        /// The checkpoint speaks of another archive.
        case checkpointForeign = "checkpoint_foreign"
        /// The checkpoint is signed by none of the keys given, or its signature is wrong.
        case checkpointUnsigned = "checkpoint_unsigned"
        /// There are more findings than are worth listing.
        case more
    }

    public let code: Code
    /// The events it is about.
    public let sequences: ClosedRange<Int>?
    /// For ``Code/swapped``: the other event.
    public let other: Int?
    /// Where the first line stands that shows it.
    public let place: LinePlace?
    /// The facts; nothing confidential is in them. ``message`` says what they mean.
    public let detail: JournalDetail

    init(_ code: Code, _ sequences: ClosedRange<Int>?, other: Int? = nil, at place: LinePlace? = nil, _ detail: JournalDetail) {
        self.code = code
        self.sequences = sequences
        self.other = other
        self.place = place
        self.detail = detail
    }
}
