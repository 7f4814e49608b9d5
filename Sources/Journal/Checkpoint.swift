/// The state of a journal in three lines: whose it is, how many events it has, and the root of the tree over their headers.
public struct Checkpoint: Sendable, Hashable {
    /// Which log it speaks of.
    public let origin: String
    public let size: Int
    public let root: JournalDigest

    /// Describes a state.
    public init(origin: String, size: Int, root: JournalDigest) {
        self.origin = origin
        self.size = size
        self.root = root
    }
}
