import Foundation

/// A caller's key and what was asked under it: the same key with the same request gives the first answer again.
public struct RequestKey: Sendable, Hashable, Codable {
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

/// What stands in the second half of a journal line: the fact, the civil date it happened on, and a random salt, so that
/// the digest of an erased payload betrays nothing.
public struct Payload: Sendable, Hashable {
    /// 128 random bits in hexadecimal digits.
    public let salt: String
    /// The day in the archive's time zone.
    public let date: CivilDate
    public let request: RequestKey?
    public let fact: Fact

    public init(salt: String, date: CivilDate, request: RequestKey?, fact: Fact) {
        self.salt = salt
        self.date = date
        self.request = request
        self.fact = fact
    }

    enum Key: String, CodingKey { case salt, date, request, fact }

    /// Why a payload cannot be read.
    public enum Unreadable: Error, Sendable, Equatable {
        /// Written by a newer program.
        case unknownType(String)
        /// Not what its schema says.
        case malformed(type: String, detail: String)
    }

    /// The payload's bytes, as the journal keeps them: JSON on one line with sorted keys.
    public func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(Written(payload: self)))
    }

    /// Reads the payload of an event of type `name`.
    ///
    /// - Throws: ``Unreadable``
    public init(_ bytes: some Sequence<UInt8>, of name: String) throws(Unreadable) {
        guard let type = FactType(rawValue: name) else { throw .unknownType(name) }
        do {
            let decoder = JSONDecoder()
            decoder.userInfo[.factType] = type
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
            try payload.fact.body.encode(into: &container)
        }
    }

    private struct Read: Decodable {
        let payload: Payload

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            guard let type = decoder.userInfo[.factType] as? FactType,
                let date = CivilDate(try container.decode(String.self, forKey: .date))
            else { throw DecodingError.dataCorruptedError(forKey: .date, in: container, debugDescription: "not a date") }
            payload = Payload(
                salt: try container.decode(String.self, forKey: .salt), date: date,
                request: try container.decodeIfPresent(RequestKey.self, forKey: .request), fact: try Fact(type, from: container))
        }
    }
}

extension CodingUserInfoKey {
    fileprivate static var factType: CodingUserInfoKey {
        guard let key = CodingUserInfoKey(rawValue: "factType") else { preconditionFailure("any text is a key") }
        return key
    }
}

extension Fact {
    init(_ type: FactType, from container: KeyedDecodingContainer<Payload.Key>) throws {
        func body<Body: Decodable>() throws -> Body { try container.decode(Body.self, forKey: .fact) }
        self =
            switch type {
            case .archiveCreated: .archiveCreated(try body())
            case .documentFiled: .documentFiled(try body())
            case .versionMade: .versionMade(try body())
            case .documentEdited: .documentEdited(try body())
            case .documentWithdrawn: .documentWithdrawn(try body())
            case .documentReinstated: .documentReinstated(try body())
            case .partyRegistered: .partyRegistered(try body())
            case .dossierOpened: .dossierOpened(try body())
            case .dossierLinked: .dossierLinked(try body())
            case .dossierUnlinked: .dossierUnlinked(try body())
            case .dossierClosed: .dossierClosed(try body())
            case .dossierReopened: .dossierReopened(try body())
            case .documentRelated: .documentRelated(try body())
            case .documentUnrelated: .documentUnrelated(try body())
            case .schemeLoaded: .schemeLoaded(try body())
            case .scheduleLoaded: .scheduleLoaded(try body())
            case .documentClassified: .documentClassified(try body())
            case .factRecorded: .factRecorded(try body())
            case .matterOpened: .matterOpened(try body())
            case .matterSettled: .matterSettled(try body())
            case .holdPlaced: .holdPlaced(try body())
            case .holdLifted: .holdLifted(try body())
            case .numberingSet: .numberingSet(try body())
            case .numberReserved: .numberReserved(try body())
            case .numberExplained: .numberExplained(try body())
            case .clockAccepted: .clockAccepted(try body())
            case .accountSet: .accountSet(try body())
            case .passwordSet: .passwordSet(try body())
            case .tokenIssued: .tokenIssued(try body())
            case .tokenRevoked: .tokenRevoked(try body())
            case .contentSent: .contentSent(try body())
            case .secretsFound: .secretsFound(try body())
            case .accessRefused: .accessRefused(try body())
            case .signInFailed: .signInFailed(try body())
            case .digestDiffered: .digestDiffered(try body())
            }
    }
}
