/// A document with personal data is kept only for its period, and for nothing else (限制处理, R-49; 个人信息保护法 §47): it leaves every list,
/// search and count, and is opened only with a reason.
public struct DocumentRestricted: SpeakingOf {
    public static let type = "document.restricted/1"
    public static let title = Phrase("限制处理", "processing restricted")

    public let document: DocumentID
    public let reason: String

    public init(document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: DocumentRestricted { DocumentRestricted(document: .sample, reason: "处理目的已实现，保管期未满") }
}

/// The restriction of a document ended.
public struct RestrictionLifted: SpeakingOf {
    public static let type = "document.restriction-lifted/1"
    public static let title = Phrase("解除限制处理", "restriction lifted")

    public let document: DocumentID
    public let reason: String

    public init(document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: RestrictionLifted { RestrictionLifted(document: .sample, reason: "重新取得同意") }
}

/// Somebody opened a restricted document for themselves, for the day, and said why.
public struct RestrictedOpened: SpeakingOf {
    public static let type = "document.restricted-opened/1"
    public static let title = Phrase("查阅限制处理的文件", "restricted document opened")

    public let document: DocumentID
    public let reason: String

    public init(document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: RestrictedOpened { RestrictedOpened(document: .sample, reason: "监管部门来函") }
}

/// A restricted document, for whoever may open it.
public struct RestrictionView: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let number: String?
    public let title: String
    public let reason: String
    /// `2026-03-01`
    public let since: String

    package init(document: DocumentID, number: String?, title: String, reason: String, since: String) {
        self.document = document
        self.number = number
        self.title = title
        self.reason = reason
        self.since = since
    }
}

extension RestrictionView: Listable { public var identity: String { document.compact } }
