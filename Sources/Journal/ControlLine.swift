import Foundation
public import Records

/// One line of a control register: what an event of the journal says, bound to the line before and signed.
///
/// ```
/// {"archive":"…","number":3,"prev":"…","header":{…},"payload":{…},"signature":"…"}
/// ```
///
/// Header and payload are the bytes of the journal's own line. `prev` is the SHA-256 of the line before, 64 zeros in the first. What is
/// signed is the line without its signature, `{…,"payload":{…}}`, and a line feed; the signature is base 64 of the key's number and an
/// Ed25519 signature, as in a checkpoint. The first line, number 0, has `"began":"2026-11-30"` in the place of header and payload.
public struct ControlLine: Sendable, Hashable {
    /// What a line tells.
    public enum Content: Sendable, Hashable {
        /// On which day the register was begun.
        case began(CivilDate)
        case event(EventHeader, payload: [UInt8])
    }

    /// The random name of the archive.
    public let archive: String
    /// 0 for the first line, then without a gap.
    public let number: Int
    public let content: Content
    /// SHA-256 of the line before.
    public let previous: JournalDigest
    let signature: String
    /// The line as it stands, without its line feed.
    let bytes: [UInt8]

    /// SHA-256 of the line as it stands.
    public var digest: JournalDigest { JournalDigest(of: bytes) }

    /// The event's header; nil in the first line.
    public var header: EventHeader? {
        if case .event(let header, _) = content { header } else { nil }
    }

    /// SHA-256 of the event's header: what the journal's next line calls `prev`.
    public var event: JournalDigest? { header.map { JournalDigest(of: $0.bytes) } }

    /// The event's payload as written; nil in the first line.
    public var payload: [UInt8]? {
        if case .event(_, let payload) = content { payload } else { nil }
    }

    /// Makes a line that follows another.
    init(_ content: Content, of archive: String, number: Int, after previous: JournalDigest, by signer: NoteSigner) throws {
        let unsigned = Self.unsigned(content, archive, number, previous)
        let note = try signer.sign(String(decoding: unsigned + Array("}\n".utf8), as: UTF8.self))
        guard let made = note.signatures.first else { preconditionFailure("note: a signer signs") }
        signature = made.encoded
        (self.archive, self.number, self.content, self.previous) = (archive, number, content, previous)
        bytes = unsigned + Array(",\"signature\":\"\(signature)\"}".utf8)
    }

    private static func unsigned(_ content: Content, _ archive: String, _ number: Int, _ previous: JournalDigest) -> [UInt8] {
        let start = Array("{\"archive\":\"\(archive)\",\"number\":\(number),\"prev\":\"\(previous.hex)\"".utf8)
        switch content {
        case .began(let day): return start + Array(",\"began\":\"\(day)\"".utf8)
        case .event(let header, let payload):
            return start + Array(",\"header\":".utf8) + header.bytes + Array(",\"payload\":".utf8) + payload
        }
    }

    /// Reads a line that was written as one is made, and in no other way.
    init?(bytes: [UInt8]) {
        var rest = bytes[...]
        guard rest.skip("{\"archive\":\""), let archive = rest.upTo("\",\"number\":"), isOpaqueName(archive),
            let number = rest.upTo(",\"prev\":\"").flatMap({ plainNumber(String(decoding: $0, as: UTF8.self)) }),
            let previous = rest.upTo("\"").flatMap({ JournalDigest(hex: String(decoding: $0, as: UTF8.self)) }),
            let mark = rest.lastPlace(of: ",\"signature\":\""), bytes.suffix(2) == Array("\"}".utf8)[...]
        else { return nil }
        let signature = String(decoding: bytes[(mark + 14)..<(bytes.count - 2)], as: UTF8.self)
        var body = rest[..<mark]
        let content: Content
        if body.skip(",\"began\":\"") {
            guard let day = body.upTo("\"").flatMap({ CivilDate(String(decoding: $0, as: UTF8.self)) }), body.isEmpty else { return nil }
            content = .began(day)
        } else {
            guard body.skip(",\"header\":"), let head = body.upTo("},\"payload\":"),
                let header = EventHeader(bytes: head + [UInt8(ascii: "}")]),
                JournalDigest(of: body) == header.payload
            else { return nil }
            content = .event(header, payload: Array(body))
        }
        self.archive = String(decoding: archive, as: UTF8.self)
        (self.number, self.content, self.previous, self.signature, self.bytes) = (number, content, previous, signature, bytes)
        guard Self.unsigned(content, self.archive, number, previous) == Array(bytes[..<mark]) else { return nil }
    }

    /// Whether one of the keys signed the line.
    func isSigned(by keys: [NoteVerifier]) -> Bool {
        guard let made = decodedBase64(signature), made.count > 4 else { return false }
        let id = made[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let text = String(decoding: Self.unsigned(content, archive, number, previous) + Array("}\n".utf8), as: UTF8.self)
        return keys.contains { $0.keyID == id && $0.isValid(Array(made[4...]), over: text) }
    }
}

extension ArraySlice<UInt8> {
    /// Drops these bytes from the beginning, where they stand there.
    fileprivate mutating func skip(_ text: StaticString) -> Bool {
        let wanted = Array("\(text)".utf8)
        guard starts(with: wanted) else { return false }
        removeFirst(wanted.count)
        return true
    }

    /// What stands before these bytes; both are dropped.
    fileprivate mutating func upTo(_ text: StaticString) -> ArraySlice<UInt8>? {
        let wanted = Array("\(text)".utf8)
        guard let found = firstRange(of: wanted) else { return nil }
        defer { self = self[found.upperBound...] }
        return self[..<found.lowerBound]
    }

    /// Where these bytes stand last.
    fileprivate func lastPlace(of text: StaticString) -> Int? {
        let wanted = Array("\(text)".utf8)
        guard count >= wanted.count else { return nil }
        return stride(from: endIndex - wanted.count, through: startIndex, by: -1).first {
            self[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
}
