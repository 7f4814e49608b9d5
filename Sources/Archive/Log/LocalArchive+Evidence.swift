import Catalogue
import Foundation
public import Journal
public import Records
import Wording

/// What a third party needs, beside a key that was pinned, to see that a document was here, in these versions and on these days, and has not
/// changed since. Its form is described in `docs/journal.md`, so that any program can check it.
public struct Evidence: Sendable, Hashable, Codable {
    /// An event of the document, and the way from it to the checkpoint.
    public struct Place: Sendable, Hashable, Codable {
        /// The event's number less one.
        public let index: Int
        /// The journal's line in base 64; its payload is nothing where it was emptied.
        public let line: String
        /// Digests in base 64, from the leaf's sibling up to the root's child.
        public let path: [String]
    }

    /// An earlier checkpoint, and the proof that the later one continues it.
    public struct Earlier: Sendable, Hashable, Codable {
        public let checkpoint: String
        public let path: [String]
    }

    /// The version of this form.
    public let evidence: Int
    public let document: DocumentID
    /// The signed note.
    public let checkpoint: String
    /// Its filing, each further version, what of it was redacted, and where it was destroyed that; in their order.
    public let events: [Place]
    /// Nil where none was given.
    public let since: Earlier?
}

extension LocalArchive {
    /// Which events say that a document was here, and what became of it.
    private static let evident = [
        DocumentFiled.type, VersionMade.type, RedactionBegun.type, DocumentRedacted.type, WordsRedactionBegun.type, WordsRedacted.type,
        DestructionBegun.type, DocumentErased.type,
    ]

    /// Gives evidence about a document, also of one that was destroyed: then it covers existence and days only, and says so. It is an event.
    ///
    /// - Parameters:
    ///   - checkpoint: which it leads to, such as one that the reader has; without it one is signed now.
    ///   - older: which the reader has from before.
    /// - Throws: ``ArchiveError``; `.valueRefused` for a checkpoint that is not of this archive or does not reach the document.
    public func evidence(
        of document: DocumentID, in checkpoint: SignedNote?, since older: SignedNote?, by actor: Actor
    ) async throws(ArchiveError) -> Evidence {
        try await recordingRefusals(of: .giveEvidence, to: actor) { () async throws(ArchiveError) in
            try await read(as: actor, for: .giveEvidence) { reading in
                if try reading.tombstone(of: document) == nil { _ = try reading.known(document) }
            }
            let traces = try await transaction { try $0.traces(of: document).events }
            let sequences = traces.filter { Self.evident.contains($0.type) }.map(\.sequence)
            let note: SignedNote
            if let checkpoint { note = checkpoint } else { note = try await signNow() }
            let state = try signed(note, "checkpoint")
            let old = try older.map { note throws(ArchiveError) in try signed(note, "since") }
            guard old.map({ $0.size <= state.size }) ?? true else { throw .checkpointRefused("since") }
            let reached = sequences.filter { $0 <= state.size }
            // A payload that is gone is accounted for by the destruction or redaction only.
            let accounting = [DestructionBegun.type, WordsRedactionBegun.type]
            let isComplete = traces.allSatisfy { !accounting.contains($0.type) || $0.sequence <= state.size }
            guard !reached.isEmpty, isComplete else { throw .checkpointRefused("checkpoint") }
            let found = try await blocking.run { [self] () throws(ArchiveError) in
                try translating { try journal.evidence(of: reached, in: state.size, since: old?.size ?? 0) }
            }
            guard found.root == state.root, old.map({ $0.root == found.oldRoot }) ?? true else {
                throw ArchiveError(.journalDamaged, LogMessage.contradicts, remedy: Remedy.verifyAndRestore)
            }
            try await record([EvidenceGiven(document: document, size: state.size)], by: actor)
            return Evidence(document, found, in: note, since: older)
        }
    }

    private func signed(_ note: SignedNote, _ member: String) throws(ArchiveError) -> Checkpoint {
        guard let state = Checkpoint(note), state.isOf(checkpointOrigin) else { throw .checkpointRefused(member) }
        return state
    }
}

extension Evidence {
    fileprivate init(_ document: DocumentID, _ found: JournalEvidence, in checkpoint: SignedNote, since older: SignedNote?) {
        func text(_ digests: [JournalDigest]) -> [String] { digests.map { Data($0.bytes).base64EncodedString() } }
        evidence = 1
        self.document = document
        self.checkpoint = String(decoding: checkpoint.bytes, as: UTF8.self)
        events = found.events.map { Place(index: $0.index, line: Data($0.line).base64EncodedString(), path: text($0.path)) }
        since = older.map { Earlier(checkpoint: String(decoding: $0.bytes, as: UTF8.self), path: text(found.consistency)) }
    }

    /// The file that it is kept in: JSON, for people and programs to read.
    public func bytes() throws(ArchiveError) -> [UInt8] {
        try translating {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return [UInt8](try encoder.encode(self)) + [10]
        }
    }
}

extension ArchiveError {
    fileprivate static func checkpointRefused(_ member: String) -> ArchiveError {
        ArchiveError(.valueRefused, LogMessage.checkpointUnfit, remedy: Remedy.giveCheckpoint, subject: member)
    }
}
