import Foundation

/// A caller's key and what was asked under it: the same key with the same request gives the first answer again.
public struct RequestKey: Sendable, Hashable, Codable {
    /// 1 to ``longest`` bytes of the caller's choice.
    public let key: String
    /// SHA-256 over the request's canonical form.
    public let digest: ContentDigest

    /// Most bytes a key may have.
    public static let longest = 200

    public init(key: String, digest: ContentDigest) {
        self.key = key
        self.digest = digest
    }
}

/// What stands in the second half of a journal line: what happened, the civil date it happened on, and a random salt, so that
/// the digest of an erased payload betrays nothing.
public struct Payload: Sendable {
    /// 128 random bits in hexadecimal digits.
    public let salt: String
    /// The day in the archive's time zone.
    public let date: CivilDate
    public let request: RequestKey?
    public let event: any Event

    public init(salt: String, date: CivilDate, request: RequestKey?, event: any Event) {
        self.salt = salt
        self.date = date
        self.request = request
        self.event = event
    }

    enum Key: String, CodingKey {
        case salt, date, request
        case event = "fact"
    }

    /// Why a payload cannot be read.
    public enum Unreadable: Error, Sendable, Equatable {
        /// Written by a newer program.
        case unknownType(String)
        /// Not what its schema says.
        case malformed(type: String, detail: String)
    }

    /// The payload's bytes, as the journal keeps them: JSON on one line with sorted keys.
    public func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(Written(payload: self)) }

    /// Reads the payload of an event of type `name`.
    ///
    /// - Throws: ``Unreadable``
    public init(_ bytes: some Sequence<UInt8>, of name: String) throws(Unreadable) {
        guard let kind = EventRegistry.kind(name) else { throw .unknownType(name) }
        do {
            let decoder = JSONDecoder()
            decoder.userInfo[.eventKind] = kind
            self = try decoder.decode(Read.self, from: Data(bytes)).payload
        } catch {
            throw .malformed(type: name, detail: String(describing: error))
        }
    }

    private struct Written: Encodable {
        let payload: Payload

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(payload.salt, forKey: .salt)
            try container.encode(payload.date.description, forKey: .date)
            try container.encodeIfPresent(payload.request, forKey: .request)
            try container.encode(payload.event, forKey: .event)
        }
    }

    private struct Read: Decodable {
        let payload: Payload

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            guard let kind = decoder.userInfo[.eventKind] as? EventKind,
                let date = CivilDate(try container.decode(String.self, forKey: .date))
            else { throw DecodingError.dataCorruptedError(forKey: .date, in: container, debugDescription: "not a date") }
            payload = Payload(
                salt: try container.decode(String.self, forKey: .salt), date: date,
                request: try container.decodeIfPresent(RequestKey.self, forKey: .request), event: try kind.read(container))
        }
    }
}

extension CodingUserInfoKey {
    fileprivate static var eventKind: CodingUserInfoKey {
        guard let key = CodingUserInfoKey(rawValue: "eventKind") else { preconditionFailure("any text is a key") }
        return key
    }
}
