/// An event as read back: both halves of its line, and where the line stands.
public struct JournalEvent: Sendable {
    /// The second half of the line.
    public enum Payload: Sendable, Hashable {
        /// The bytes as written; their digest was compared with the header's.
        case present([UInt8])
        /// Emptied under the rules for destruction and redaction: the line ends right after its TAB. The header,
        /// and with it the payload's digest, stays.
        case erased
        /// There, and not for whoever reads it now.
        case withheld
    }

    public let header: EventHeader
    /// The header's exact bytes: what digests and the tree are computed over.
    public let headerBytes: [UInt8]
    public let payload: Payload
    public let place: LinePlace

    /// The digest of ``headerBytes``, which the next header names.
    public var digest: JournalDigest { JournalDigest(of: headerBytes) }

    /// The same without its payload, for somebody who may not know what is said there.
    public var withholding: JournalEvent { JournalEvent(header: header, headerBytes: headerBytes, payload: .withheld, place: place) }

    /// The payload's bytes; nil where it was erased, or is withheld.
    public var payloadBytes: [UInt8]? {
        switch payload {
        case .present(let bytes): bytes
        case .erased, .withheld: nil
        }
    }
}

/// Where a line stands.
public struct LinePlace: Sendable, Hashable {
    /// The number in the segment's name: 1 for `000001.jsonl`.
    public let segment: Int
    /// 1 for the segment's first line, as `less -N` and `sed -n` count.
    public let line: Int
    /// Where the line begins, in bytes.
    public let offset: Int64
}

extension LinePlace: CustomStringConvertible {
    /// `000003.jsonl:17`
    public var description: String { "\(Segment.name(segment)):\(line)" }
}
