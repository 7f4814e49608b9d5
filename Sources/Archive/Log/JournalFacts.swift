import Catalogue
import Foundation
import Journal
import Records
import Synchronization
import Wording

/// What the journal's events say, also those whose payloads were redacted: in their place stands what a later event says of them.
///
/// The journal is read for that only once a payload is met that is gone, and from there on only what came since: a later redaction may say what
/// stays of an earlier one.
final class JournalFacts: Sendable {
    private let journal: Journal
    private let known = Mutex(Known())

    private struct Known: Sendable {
        /// How far the journal reached, and the last event that was looked at.
        var reach: JournalReach?
        var through = 0
        /// The events by which something was redacted; what they say is read anew, for it may be gone since.
        var redactions: [Int] = []
        var stays: [Int: [UInt8]] = [:]
    }

    init(_ journal: Journal) { self.journal = journal }

    /// What an event says; nil where its payload was destroyed.
    func fact(of sequence: Int) throws -> (any Event)? {
        try journal.singleEvent(sequence)?.projected(self).payload?.event
    }

    /// Whether an event's payload is there, as it was written.
    func isThere(_ sequence: Int) throws -> Bool { try journal.singleEvent(sequence)?.payloadBytes != nil }

    /// What an event says.
    struct Said {
        let header: EventHeader
        let payload: JSONValue
        let fact: any Event
        /// Whether its payload is there, as it was written.
        let isThere: Bool
    }

    /// What an event says, as JSON and as a fact; nil where its payload was destroyed.
    func said(in sequence: Int) throws -> Said? {
        guard let event = try journal.singleEvent(sequence), let bytes = try event.payloadBytes ?? payload(of: event),
            let fact = try event.projected(self).payload?.event
        else { return nil }
        return Said(
            header: event.header, payload: try JSONDecoder().decode(JSONValue.self, from: Data(bytes)), fact: fact,
            isThere: event.payloadBytes != nil)
    }

    /// The bytes that stay of an event's payload; nil where it was destroyed, or is there.
    func payload(of event: JournalEvent) throws -> [UInt8]? {
        guard event.payloadBytes == nil else { return nil }
        return try known.withLock { known in
            let reach = try journal.reach()
            if known.reach != reach {
                try Self.read(journal, into: &known)
                known.reach = reach
            }
            return known.stays[event.header.sequence]
        }
    }

    /// Takes in what came since.
    private static func read(_ journal: Journal, into known: inout Known) throws {
        let last = try journal.head().sequence
        if known.through < last {
            var events = try journal.events(from: known.through + 1, through: last)
            while let event = try events.next() {
                if event.header.type.name == WordsRedactionBegun.type { known.redactions.append(event.header.sequence) }
            }
            known.through = last
        }
        known.stays = [:]
        // The last one first: it may say what stays of an earlier one.
        for sequence in known.redactions.reversed() {
            guard let bytes = try journal.singleEvent(sequence)?.payloadBytes ?? known.stays[sequence],
                let begun = try Payload(bytes, of: WordsRedactionBegun.type).event as? WordsRedactionBegun
            else { continue }
            for stays in begun.cleaned.payloads where stays.event < sequence && known.stays[stays.event] == nil {
                known.stays[stays.event] = try CanonicalJSON.bytes(stays.payload)
            }
        }
    }
}
