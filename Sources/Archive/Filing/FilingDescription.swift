import Foundation
public import Records
import Wording

/// What a sidecar or a request says of a filing: metadata and options, in one object. A member that is not known is refused, so
/// that none is lost by being misspelt.
public struct FilingDescription: Decodable, Sendable {
    public var words = MetadataWords()
    public var kind: VersionKind?
    public var allowDuplicate: Bool?
    public var allowEmpty: Bool?

    public init() {}

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: MemberName.self)
        if let unknown = members.allKeys.map(\.stringValue).sorted().first(where: { !Self.known.contains($0) }) {
            throw ArchiveError(
                .valueRefused, ArchiveMessage.memberUnknown(unknown), remedy: Remedy.knownMembers(Self.known.sorted()), subject: unknown)
        }
        words = try MetadataWords(from: decoder)
        let options = try decoder.container(keyedBy: Option.self)
        kind = try options.decodeIfPresent(VersionKind.self, forKey: .kind)
        allowDuplicate = try options.decodeIfPresent(Bool.self, forKey: .allowDuplicate)
        allowEmpty = try options.decodeIfPresent(Bool.self, forKey: .allowEmpty)
    }

    /// Runs a decoder; what it says becomes a refusal that names the member.
    ///
    /// - Parameter name: The sidecar or part that is read.
    /// - Throws: ``ArchiveError`` `.valueRefused`
    public static func read(named name: String, _ decode: () throws -> FilingDescription) throws(ArchiveError) -> FilingDescription {
        do { return try decode() } catch { throw refusal(error, name) }
    }

    /// Reads a description from JSON.
    ///
    /// - Parameters:
    ///   - name: The sidecar or part that is read.
    ///   - limit: Most bytes.
    /// - Throws: ``ArchiveError`` `.valueRefused`, naming the member, also for one that stands twice.
    public static func read(json bytes: [UInt8], named name: String, limit: Int) throws(ArchiveError) -> FilingDescription {
        do throws(StrictJSON.Problem) { try StrictJSON.check(bytes, limit: limit) } catch {
            switch error {
            case .tooLarge(let limit): throw ArchiveError(.tooLarge, ArchiveMessage.textTooLong(field: name, limit: limit), subject: name)
            case .memberTwice(let member):
                throw ArchiveError(
                    .valueRefused, ArchiveMessage.memberTwice(member, in: name), remedy: Remedy.correctMember, subject: member, cause: error
                )
            case .notJSON(let offset):
                throw ArchiveError(
                    .valueRefused, JSONBodyMessage.notJSON(part: name, offset: offset), remedy: Remedy.correctMember, subject: name,
                    cause: error)
            case .tooDeep(let limit):
                throw ArchiveError(
                    .valueRefused, JSONBodyMessage.tooDeep(part: name, limit: limit), remedy: Remedy.correctMember, subject: name,
                    cause: error)
            }
        }
        return try read(named: name) { try JSONDecoder().decode(FilingDescription.self, from: Data(bytes)) }
    }

    private static func refusal(_ error: any Error, _ name: String) -> ArchiveError {
        if let error = error as? ArchiveError { return error }
        guard let error = error as? DecodingError else { return .translated(error) }
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context):
            return refusal(at: context, name, error)
        case .dataCorrupted(let context):
            return context.underlyingError as? ArchiveError ?? refusal(at: context, name, error)
        @unknown default: return .translated(error)
        }
    }

    private static func refusal(at context: DecodingError.Context, _ name: String, _ cause: any Error) -> ArchiveError {
        let member = context.codingPath.map(\.stringValue).joined(separator: ".")
        let field = member.isEmpty ? name : member
        return ArchiveError(
            .valueRefused, ArchiveMessage.memberRefused(field, in: name), remedy: Remedy.correctMember, subject: field, cause: cause)
    }

    private enum Option: String, CodingKey, CaseIterable { case kind, allowDuplicate, allowEmpty }

    private static let known = Set(MetadataWords.members + Option.allCases.map(\.rawValue))

    private struct MemberName: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
