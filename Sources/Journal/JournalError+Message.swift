import Disk
import SystemPackage
public import Records
import Wording

extension JournalError {
    /// What happened, for people.
    public var message: any Message {
        switch self {
        case .disk(let error): JournalMessage.diskFailed("\(error.operation) \(error.path)", error.errno)
        case .damaged(let damage): damage.message
        case .missing(let path): JournalMessage.missing(path.string)
        case .headMoved(let sequence): JournalMessage.headMoved(sequence)
        case .unsettled(let segment): JournalMessage.unsettled(Segment.name(segment))
        case .outcomeUnknown: JournalMessage.outcomeUnknown
        case .groupTooLarge(let bytes): JournalMessage.groupTooLarge(bytes)
        case .contradictsCheckpoint(let size): JournalMessage.contradictsCheckpoint(size)
        case .signingFailed: JournalMessage.signingFailed
        case .notInTree(let sequence, let size): JournalMessage.notInTree(sequence, size: size)
        }
    }

    /// What can be done about it.
    public var remedy: (any Message)? {
        switch self {
        case .damaged, .contradictsCheckpoint: JournalMessage.verifyAndRestore
        case .outcomeUnknown: JournalMessage.askAgain
        case .unsettled, .headMoved: JournalMessage.settle
        case .notInTree: JournalMessage.checkKey
        case .missing: JournalMessage.restore
        case .disk, .groupTooLarge, .signingFailed: nil
        }
    }
}

extension JournalDamage {
    /// What is wrong where, for people.
    public var message: any Message { JournalMessage.damaged(line > 0 ? "\(Segment.name(segment)):\(line)" : Segment.name(segment), fault) }

    private var fault: JournalFault {
        switch reason {
        case .unreadable: .unreadable
        case .payloadDiffers: .payloadDiffers
        case .chainBroken: .chainBroken
        case .outOfSequence(let expected, let found): .outOfSequence(expected: expected, found: found)
        case .tooLong: .tooLong
        case .unended: .unended
        case .knownLineTorn(let known): .knownLineTorn(known)
        case .endsBefore(let known): .endsBefore(known)
        case .segmentMissing: .segmentMissing
        }
    }
}

extension JournalFinding {
    /// What was found, for people.
    public var message: any Message {
        let events = sequences.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" } ?? "?"
        let line = place.map(\.description) ?? "?"
        return switch code {
        case .edited: JournalMessage.edited(events, place: line)
        case .deleted: JournalMessage.deleted(events)
        case .inserted: JournalMessage.inserted(place: line)
        case .reordered: JournalMessage.reordered(events, place: line)
        case .swapped: JournalMessage.swapped(events, with: other ?? 0)
        case .torn: JournalMessage.torn(place: line)
        case .erasedWithoutReason: JournalMessage.erasedWithoutReason(events, place: line)
        case .truncated: JournalMessage.truncated(events)
        case .rewritten: JournalMessage.rewritten(events)
        case .forked: JournalMessage.forked(events)
        case .checkpointForeign: JournalMessage.checkpointForeign
        case .checkpointUnsigned: JournalMessage.checkpointUnsigned
        case .more: JournalMessage.more
        }
    }
}
