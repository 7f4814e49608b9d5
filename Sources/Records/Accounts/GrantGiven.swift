/// An account may see something beyond what its roles allow, up to a day.
public struct GrantGiven: Event {
    public static let type = "grant.given/1"
    public static let title = Phrase("授予查阅权", "grant given")

    /// Counted from 1.
    public let grant: Int
    public let account: AccountID
    public let scope: GrantScope
    /// The last day on which it holds.
    public let until: CivilDate
    public let reason: String

    public init(grant: Int, account: AccountID, scope: GrantScope, until: CivilDate, reason: String) {
        self.grant = grant
        self.account = account
        self.scope = scope
        self.until = until
        self.reason = reason
    }

    public var subjects: [String] { [account.compact] + scope.subjects }

    public static var sample: GrantGiven {
        GrantGiven(
            grant: 1, account: .sample, scope: .document(.sample), until: CivilDate(daysSince1970: 20_819), reason: "审计 2026-03")
    }
}

/// A grant ended before its day.
public struct GrantEnded: Event {
    public static let type = "grant.ended/1"
    public static let title = Phrase("收回查阅权", "grant ended")

    public let grant: Int
    public let account: AccountID
    public let reason: String

    public init(grant: Int, account: AccountID, reason: String) {
        self.grant = grant
        self.account = account
        self.reason = reason
    }

    public var subjects: [String] { [account.compact] }

    public static var sample: GrantEnded { GrantEnded(grant: 1, account: .sample, reason: "审计结束") }
}

/// What a grant lets somebody see: the 秘密 documents and closed classes in it too.
public enum GrantScope: Sendable, Hashable, Codable {
    case document(DocumentID)
    /// What is in a dossier, whenever it came there.
    case dossier(DossierID)
    /// What is in a class and all below it, whenever it came there.
    case recordClass(String)

    public var kind: GrantScopeKind {
        switch self {
        case .document: .document
        case .dossier: .dossier
        case .recordClass: .class
        }
    }

    /// What it names: a compact identifier, or a class's code.
    public var name: String {
        switch self {
        case .document(let id): id.compact
        case .dossier(let id): id.compact
        case .recordClass(let code): code
        }
    }

    var subjects: [String] { if case .recordClass = self { [] } else { [name] } }

    private enum Key: String, CodingKey { case kind, of }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self =
            switch try container.decode(GrantScopeKind.self, forKey: .kind) {
            case .document: .document(try container.decode(DocumentID.self, forKey: .of))
            case .dossier: .dossier(try container.decode(DossierID.self, forKey: .of))
            case .class: .recordClass(try container.decode(String.self, forKey: .of))
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind, forKey: .kind)
        switch self {
        case .document(let id): try container.encode(id, forKey: .of)
        case .dossier(let id): try container.encode(id, forKey: .of)
        case .recordClass(let code): try container.encode(code, forKey: .of)
        }
    }
}

/// What kinds of scope a grant can have.
public enum GrantScopeKind: String, Sendable, Hashable, Codable, CaseIterable {
    case document, dossier
    /// A class with all below it.
    case `class`
}
