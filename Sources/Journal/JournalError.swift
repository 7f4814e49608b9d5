public import Disk
public import SystemPackage

/// Why the journal cannot be read or written.
public enum JournalError: Error, Sendable, Equatable {
    /// The disk failed. After ``Journal/append(_:after:)`` this means that nothing was appended: the segment has its former length again.
    case disk(DiskError)
    /// A line that must be readable is not, or one is missing.
    case damaged(JournalDamage)
    /// There is no journal in this folder.
    case missing(FilePath)
    /// The journal no longer ends where the caller believes: somebody else has appended since.
    case headMoved(expected: Int)
    /// There is a torn tail; ``Journal/settle(knownThrough:keepingAsideIn:isKnown:)`` comes first.
    case unsettled(Int)
    /// Writing failed and so did undoing it: nobody can say whether the events are there until the journal is settled.
    /// This instance writes no more.
    case outcomeUnknown(DiskError)
    /// A group is larger than a segment may become.
    case groupTooLarge(bytes: Int)
    /// The journal contradicts a checkpoint that was signed before, so no new one may be signed.
    case contradictsCheckpoint(size: Int)
    /// The key would not sign.
    case signingFailed
    /// No such event to be proved, or no such size to be proved in.
    case notInTree(sequence: Int, size: Int)
}

/// What is wrong with which line.
public struct JournalDamage: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// The line has no TAB, or its first half is no header as the journal writes them.
        case unreadable
        /// The payload's bytes are not those that the header names.
        case payloadDiffers
        /// The header names another one before it than the one that is there.
        case chainBroken
        /// Another number stands where this one is due.
        case outOfSequence(expected: Int, found: Int)
        /// The line is longer than any the journal writes.
        case tooLong
        /// The line does not end, though it is not the last.
        case unended
        /// This line is torn, but something durable knows of it or of one after it, so it was whole once.
        case knownLineTorn(known: Int)
        /// The journal ends before an event that something durable knows of.
        case endsBefore(known: Int)
        /// A segment's file is missing.
        case segmentMissing
    }

    /// Its number, from 1.
    public let segment: Int
    /// 1 for the segment's first line; 0 where a whole segment is meant.
    public let line: Int
    public let reason: Reason

    init(_ segment: Int, line: Int, _ reason: Reason) {
        self.segment = segment
        self.line = line
        self.reason = reason
    }
}

extension JournalDamage: CustomStringConvertible {
    public var description: String { "\(Segment.name(segment)):\(line) \(reason)" }
}
