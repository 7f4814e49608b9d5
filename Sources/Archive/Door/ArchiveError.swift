public import Records
import Wording

/// Why the archive refused or could not go on.
///
/// The code says what kind of thing it is, the message what happened to which file or record, the remedy what the
/// reader can do. Nothing confidential stands in ``description``, so it may go into logs.
public struct ArchiveError: Error, Sendable {
    public let code: ErrorCode
    /// For the person who asked; may name files and records.
    public let message: any Message
    /// What they can do now; where nothing particular is given, what is usual with the message, or with the code.
    public let remedy: any Message
    /// The file, field, number or identifier it is about, for programs.
    public let subject: String?
    /// With `.duplicate`: what was found.
    public let duplicates: [Duplicate]
    /// When to ask again, in seconds, where that is known.
    public let retryAfter: Int?
    /// For the log; never sent to a client.
    public let cause: (any Error)?

    public init(
        _ code: ErrorCode, _ message: any Message, remedy: (any Message)? = nil, subject: String? = nil, duplicates: [Duplicate] = [],
        retryAfter: Int? = nil, cause: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.remedy = remedy ?? message.usualRemedy ?? code.usualRemedy
        self.subject = subject
        self.duplicates = duplicates
        self.retryAfter = retryAfter
        self.cause = cause
    }

    /// The same with another way out.
    func saying(_ remedy: any Message) -> ArchiveError {
        ArchiveError(
            code, message, remedy: remedy, subject: subject, duplicates: duplicates, retryAfter: retryAfter, cause: cause)
    }
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        [code.rawValue, String(describing: code), cause.map { String(describing: $0) }].compactMap { $0 }.joined(separator: " ")
    }
}

extension ArchiveError {
    /// What is no identifier names nothing: it is refused as one that nobody has.
    ///
    /// - Parameter kind: the letter of what was asked for.
    public static func identifierRefused(_ text: String, kind: Character) -> ArchiveError {
        ArchiveError(
            .unknown(kind: kind), ArchiveMessage.identifierRefused(text, kind: kind),
            remedy: Remedy.checkIdentifier(kind: kind), subject: text)
    }
}

extension Identifier {
    /// Reads what somebody asks for.
    ///
    /// - Throws: ``ArchiveError`` of one that nobody has, for what is no identifier.
    public init(asked text: String) throws(ArchiveError) {
        do throws(IdentifierError) { self = try Self(text) } catch { throw .identifierRefused(text, kind: Kind.letter) }
    }
}
