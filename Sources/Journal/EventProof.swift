import Foundation

/// What a third party needs beside a pinned key: the event's line, its place in the tree, and a checkpoint.
///
/// Its file is a C2SP `tlog-proof` whose extra data is the journal line.
public struct EventProof: Sendable, Hashable {
    /// The header's exact bytes: the leaf.
    public let headerBytes: [UInt8]
    /// Identifiers of what the event is about.
    public var subjects: [String] { EventHeader(bytes: headerBytes[...])?.subjects ?? [] }
    /// nil where it was erased: the proof then covers existence and date only.
    public let payloadBytes: [UInt8]?
    /// The leaf's index: the sequence number less one.
    public let index: Int
    /// From the leaf's sibling up to the root's child.
    public let path: [JournalDigest]
    public let checkpoint: SignedNote

    /// What a proof shows.
    public enum Verdict: Sendable, Hashable {
        /// The event was in the journal as the checkpoint signed it, and its payload has not changed since.
        case whole(EventHeader)
        /// The same for the header; the payload was erased, so nothing is shown but existence and date.
        case existence(EventHeader)
        /// Signed by none of the keys, or for another archive.
        case notSigned
        /// The header is not in the tree at this place.
        case notIncluded
        /// The payload is not the one that the header names.
        case payloadDiffers
    }

    init(line: ParsedLine, path: [JournalDigest], checkpoint: SignedNote) {
        headerBytes = Array(line.headerBytes)
        payloadBytes = line.isErased ? nil : Array(line.payloadBytes)
        index = line.header.sequence - 1
        self.path = path
        self.checkpoint = checkpoint
    }

    /// Checks the proof with nothing but itself, the archive's origin line and the pinned keys.
    public func verdict(origin: String, keys: [NoteVerifier]) -> Verdict {
        guard checkpoint.isSigned(by: keys), let state = Checkpoint(checkpoint), state.isOf(origin) else { return .notSigned }
        guard let header = EventHeader(bytes: headerBytes[...]), header.sequence == index + 1,
            MerkleTree.isIncluded(MerkleTree.leafHash(headerBytes), at: index, size: state.size, path: path, root: state.root)
        else { return .notIncluded }
        guard let payloadBytes else { return .existence(header) }
        return JournalDigest(of: payloadBytes) == header.payload ? .whole(header) : .payloadDiffers
    }
}

extension EventProof {
    private static let firstLine = "c2sp.org/tlog-proof@v1"
    /// Most bytes of a proof file: the longest line in base 64, 64 digests and a note.
    public static let longest = LineReader.longest * 4 / 3 + SignedNote.longest + 8192

    /// The proof's file.
    public var bytes: [UInt8] {
        let line = Data(headerBytes + [9] + (payloadBytes ?? []) + [10])
        let lines = [EventProof.firstLine, "extra \(line.base64EncodedString())", "index \(index)"]
        let digests = path.map { Data($0.bytes).base64EncodedString() }
        return Array(((lines + digests).joined(separator: "\n") + "\n\n").utf8) + checkpoint.bytes
    }

    /// Reads a proof's file.
    ///
    /// - Returns: nil for anything else than ``bytes`` writes.
    public init?(bytes: [UInt8]) {
        guard bytes.count <= EventProof.longest,
            let gap = zip(bytes, bytes.dropFirst()).enumerated().first(where: { $1 == (10, 10) })?.offset,
            let head = String(validating: bytes[..<gap], as: UTF8.self), let checkpoint = SignedNote(bytes: Array(bytes[(gap + 2)...]))
        else { return nil }
        let lines = head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard (3...67).contains(lines.count), lines[0] == EventProof.firstLine, lines[1].hasPrefix("extra "), lines[2].hasPrefix("index "),
            let line = decodedBase64(String(lines[1].dropFirst(6))), line.last == 10, let tab = line.firstIndex(of: 9),
            let index = plainNumber(lines[2].dropFirst(6))
        else { return nil }
        let path = lines[3...].compactMap { decodedBase64($0).flatMap { JournalDigest(bytes: $0) } }
        guard path.count == lines.count - 3 else { return nil }
        headerBytes = Array(line[..<tab])
        let payload = Array(line[(tab + 1)...].dropLast())
        payloadBytes = payload.isEmpty ? nil : payload
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
    }
}
