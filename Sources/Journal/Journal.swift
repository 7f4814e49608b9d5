public import Disk
public import SystemPackage

/// The archive's log of events: append-only, chained, in a Merkle tree, kept in numbered segments of lines.
///
/// An event has happened once ``append(_:after:)`` returned: it is on the disk then, and power can fail. There is no
/// lock here: whoever appends or settles holds the archive's writer's lock. Reading needs none.
///
/// ```swift
/// let journal = Journal(folder: root.appending("journal"), disk: disk)
/// var head = try journal.head()
/// (head, headers) = try journal.append([event], after: head)
/// ```
///
/// The bytes are described in `docs/journal.md`.
public final class Journal: Sendable {
    let folder: FilePath
    let disk: Disk

    /// The journal in a folder; nothing is read yet.
    public init(folder: FilePath, disk: Disk) {
        self.folder = folder
        self.disk = disk
    }

    /// Makes an empty journal in a folder that must not exist, durably.
    public static func create(in folder: FilePath, disk: Disk) throws(JournalError) -> Journal { preconditionFailure("not built yet") }

    /// Where the journal ends. Only the last segment is read, and of that only the last group.
    ///
    /// - Throws: ``JournalError`` `.missing`, `.disk`, or `.damaged` where a segment is missing.
    public func head() throws(JournalError) -> JournalHead { preconditionFailure("not built yet") }

    /// Appends a group of events by one write and one fsync; from then on they have happened.
    ///
    /// A short or failed write is undone: the segment is cut to its former length and that is made durable.
    /// - Precondition: there is at least one event, and the caller holds the writer's lock.
    /// - Throws: ``JournalError``: `.disk` when nothing was appended; `.headMoved` and `.unsettled` when the journal does
    ///   not end where `head` says; `.outcomeUnknown` when undoing failed too, and at every call after that; `.groupTooLarge`.
    public func append(_ events: [NewEvent], after head: JournalHead) throws(JournalError) -> (head: JournalHead, headers: [EventHeader]) {
        preconditionFailure("not built yet")
    }

    /// Reads events in order, from one number through another, or through the last whole line.
    public func events(from first: Int = 1, through last: Int? = nil) throws(JournalError) -> EventCursor { preconditionFailure("not built yet") }

    /// Brings the journal into a state that can be appended to (settling, `docs/journal.md`).
    ///
    /// Lines past `known` are written again in place and fsynced, because what is read from the page cache is not yet
    /// durable. A torn tail is cut off and kept aside, if nothing durable knows of it.
    /// - Parameters:
    ///   - known: the highest number that the catalogue has; the journal's own checkpoints are looked at as well.
    ///   - aside: an existing folder for what is cut off.
    ///   - isKnown: asked for each event still readable in what would be cut off: whether an object shows that it was applied.
    /// - Throws: ``JournalError`` `.damaged` with the line, or `.disk`. Nothing was cut then.
    public func settle(
        knownThrough known: Int, keepingAsideIn aside: FilePath, isKnown: (JournalEvent) -> Bool = { _ in false }
    ) throws(JournalError) -> SettledJournal { preconditionFailure("not built yet") }

    /// Checks every line, the chain, every local checkpoint, and a checkpoint from outside; answers everything found.
    ///
    /// - Parameters:
    ///   - origin: this archive's origin line; nil where it is not known.
    ///   - checkpoint: a note from outside the archive.
    ///   - keys: the keys pinned outside the archive; without any, signatures are not checked.
    ///   - known: the highest number that the catalogue has.
    ///   - isErasureExplained: whether a later event accounts for the erased payload of this number.
    ///   - progress: told bytes done and bytes in all, about every MiB.
    /// - Throws: ``JournalError`` only where the files cannot be read at all.
    public func verify(
        origin: String? = nil, checkpoint: SignedNote? = nil, keys: [NoteVerifier] = [], knownThrough known: Int = 0,
        isErasureExplained: (Int) -> Bool = { _ in false }, progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) throws(JournalError) -> [JournalFinding] { preconditionFailure("not built yet") }

    /// Signs the journal's state through an event, or through the last, and keeps the note in `checkpoints/<size>`, durably.
    ///
    /// - Throws: ``JournalError``; `.contradictsCheckpoint` where the journal is not a continuation of one signed before.
    public func makeCheckpoint(origin: String, signer: NoteSigner, through size: Int? = nil) throws(JournalError) -> SignedNote {
        preconditionFailure("not built yet")
    }

    /// The notes kept in `checkpoints/`, by size, smallest first; files that are none are passed over.
    public func checkpoints() throws(JournalError) -> [(size: Int, note: SignedNote)] { preconditionFailure("not built yet") }

    /// The proof that an event is in the state that a checkpoint signs.
    public func proof(of sequence: Int, in checkpoint: SignedNote) throws(JournalError) -> EventProof { preconditionFailure("not built yet") }

    /// The root of the tree over the first `size` headers.
    public func root(ofFirst size: Int) throws(JournalError) -> JournalDigest { preconditionFailure("not built yet") }

    /// The proof that the state of size `new` continues the one of size `old` (RFC 9162, 2.1.4).
    public func consistencyProof(from old: Int, to new: Int) throws(JournalError) -> [JournalDigest] { preconditionFailure("not built yet") }
}

/// Reads events one after the other; holds one line in memory and one segment open.
///
/// ```swift
/// var events = try journal.events(from: 17)
/// while let event = try events.next() { … }
/// ```
public struct EventCursor {
    /// The next event; nil after the last.
    ///
    /// - Throws: ``JournalError`` `.damaged` with segment and line, or `.disk`.
    public mutating func next() throws(JournalError) -> JournalEvent? { preconditionFailure("not built yet") }
}

/// What settling did.
public struct SettledJournal: Sendable {
    /// Where the journal ends now.
    public let head: JournalHead
    /// How many lines were written again.
    public let rewritten: Int
    /// The file that a torn tail was kept in; nil where there was none.
    public let keptAside: FilePath?
}

/// What a third party needs beside the pinned key: the line, where it stands in the tree, and the checkpoint.
public struct EventProof: Sendable, Hashable {
    public let headerBytes: [UInt8]
    /// nil where it was erased: the proof then covers existence and date only.
    public let payloadBytes: [UInt8]?
    /// The leaf's index: the sequence number less one.
    public let index: Int
    /// From the leaf's sibling up to the root's child.
    public let path: [JournalDigest]
    public let checkpoint: SignedNote
}
