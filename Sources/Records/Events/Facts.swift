/// The archive came to be. Its settings that change meaning begin here.
public struct ArchiveCreated: Sendable, Hashable, Codable {
    /// The archive's name for ever, random.
    public let identity: String
    /// IANA name of the time zone that civil dates are in: `Asia/Shanghai`.
    public let zone: String
    /// Numbering patterns by document type.
    public let numbering: [String: String]

    public init(identity: String, zone: String, numbering: [String: String]) {
        self.identity = identity
        self.zone = zone
        self.numbering = numbering
    }
}

/// A document was filed, with its first version.
public struct DocumentFiled: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let metadata: Metadata
    public let version: VersionRecord

    public init(document: DocumentID, metadata: Metadata, version: VersionRecord) {
        self.document = document
        self.metadata = metadata
        self.version = version
    }
}

/// A document got a further version.
public struct VersionMade: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let version: VersionRecord

    public init(document: DocumentID, version: VersionRecord) {
        self.document = document
        self.version = version
    }
}

/// A document's metadata were edited; both states are kept.
public struct DocumentEdited: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let before: Metadata
    public let after: Metadata
    public let reason: String

    public init(document: DocumentID, before: Metadata, after: Metadata, reason: String) {
        self.document = document
        self.before = before
        self.after = after
        self.reason = reason
    }
}

/// A document was withdrawn (误归档) or brought back.
public struct DocumentWithdrawal: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let reason: String

    public init(document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }
}

/// A party became known by a name.
public struct PartyRegistered: Sendable, Hashable, Codable {
    public let party: PartyID
    public let name: String

    public init(party: PartyID, name: String) {
        self.party = party
        self.name = name
    }
}

/// Numbers of one type follow a pattern from now on.
public struct NumberingSet: Sendable, Hashable, Codable {
    public let type: DocumentType
    /// `HT-{year}-{seq:4}`
    public let pattern: String

    public init(type: DocumentType, pattern: String) {
        self.type = type
        self.pattern = pattern
    }
}

/// A number was set aside before its document is filed.
public struct NumberReserved: Sendable, Hashable, Codable {
    public let type: DocumentType
    public let number: String
    public let reason: String?

    public init(type: DocumentType, number: String, reason: String?) {
        self.type = type
        self.number = number
        self.reason = reason
    }
}

/// Why a number stays without a document (漏号): 作废 or the like.
public struct NumberExplained: Sendable, Hashable, Codable {
    public let type: DocumentType
    public let number: String
    public let reason: String

    public init(type: DocumentType, number: String, reason: String) {
        self.type = type
        self.number = number
        self.reason = reason
    }
}

/// Someone said that the clock had been wrong and is right now; these events bear wrong times.
public struct ClockAccepted: Sendable, Hashable, Codable {
    /// First event whose time was wrong.
    public let wrongFrom: Int
    /// Last event whose time was wrong.
    public let wrongThrough: Int
    public let reason: String

    public init(wrongFrom: Int, wrongThrough: Int, reason: String) {
        self.wrongFrom = wrongFrom
        self.wrongThrough = wrongThrough
        self.reason = reason
    }
}

/// An account as it is from now on.
public struct AccountSet: Sendable, Hashable, Codable {
    public let account: AccountID
    /// What the person signs in with.
    public let name: String
    public let roles: [Role]
    /// Whether it may still be used.
    public let open: Bool

    public init(account: AccountID, name: String, roles: [Role], open: Bool) {
        self.account = account
        self.name = name
        self.roles = roles
        self.open = open
    }
}

/// An account got a password, or another one. What is kept of it lies outside the root.
public struct PasswordSet: Sendable, Hashable, Codable {
    public let account: AccountID

    public init(account: AccountID) { self.account = account }
}

/// A token was given out or taken back. Its digest lies outside the root.
public struct TokenChanged: Sendable, Hashable, Codable {
    public let token: String
    public let account: AccountID
    public let expires: Timestamp?

    public init(token: String, account: AccountID, expires: Timestamp?) {
        self.token = token
        self.account = account
        self.expires = expires
    }
}

/// The bytes of a 秘密 document were sent.
public struct ContentSent: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let version: VersionNumber
    public let name: FileName

    public init(document: DocumentID, version: VersionNumber, name: FileName) {
        self.document = document
        self.version = version
        self.name = name
    }
}

/// A search whose hits include 秘密 documents; never its words.
public struct SecretsFound: Sendable, Hashable, Codable {
    /// SHA-256 over the payload's salt and the query's words.
    public let query: String
    /// How many 秘密 documents were among the hits.
    public let count: Int

    public init(query: String, count: Int) {
        self.query = query
        self.count = count
    }
}

/// Somebody was refused for want of a right, or failed to sign in.
public struct AccessRefused: Sendable, Hashable, Codable {
    /// What was tried: a command's or a route's name.
    public let operation: String

    public init(operation: String) { self.operation = operation }
}

/// Bytes were found to differ from their digest: an alarm.
public struct DigestDiffered: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let version: VersionNumber
    public let name: String
    public let expected: ContentDigest

    public init(document: DocumentID, version: VersionNumber, name: String, expected: ContentDigest) {
        self.document = document
        self.version = version
        self.name = name
        self.expected = expected
    }
}
