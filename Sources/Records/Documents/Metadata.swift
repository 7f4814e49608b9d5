/// What a paper says and how we read it: the words as written, and the normal form where they have one.
public struct Stated<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// The words on the paper or as the user typed them.
    public let written: String
    /// What they mean.
    public let normal: Value

    public init(written: String, normal: Value) {
        self.written = written
        self.normal = normal
    }
}

/// Who may see a document by its nature (密级); rights can narrow it further.
public enum Confidentiality: String, Sendable, Codable, CaseIterable {
    /// 公开
    case open = "public"
    /// 内部, the default
    case `internal`
    /// 秘密: reading it is itself an event.
    case secret
}

/// Where a contract is in its life. Names are codes and never translated in JSON.
public enum DocumentState: String, Sendable, Codable, CaseIterable {
    /// 起草
    case drafting
    /// 评审中
    case underReview = "under_review"
    /// 已批准
    case approved
    /// 用印/送签
    case outForSignature = "out_for_signature"
    /// 履行中
    case inForce = "in_force"
    /// 中止
    case suspended
    /// 履行完毕
    case performed
    /// 到期
    case expired
    /// 终止
    case terminated
    /// 解除
    case rescinded
    /// 作废
    case void
}

/// What a version is (版本): draft 草稿, for signature 送签, signed 签署, scan of the original 扫描件, redacted copy 脱敏副本.
public enum VersionKind: String, Sendable, Codable, CaseIterable {
    case draft, forSignature = "for_signature", signed, scan, redacted
    /// Filed without saying.
    case plain
}

/// Whether a file is the document itself or goes with it (附件).
public enum FileRole: String, Sendable, Codable, CaseIterable {
    case main, attachment
}

/// The number a document bears, and whose it is.
public struct DocumentNumber: Sendable, Hashable, Codable {
    /// Whose pattern the number follows.
    public enum Issuer: String, Sendable, Codable, CaseIterable {
        /// Ours: never used twice, not even after destruction.
        case own
        /// Somebody else's: may recur.
        case other
    }

    /// As written on the paper.
    public let text: String
    public let issuer: Issuer

    public init(text: String, issuer: Issuer) {
        self.text = text
        self.issuer = issuer
    }
}

/// The kind of paper a document is (文件类型): a code of the list in `schemas/document-types.yaml`.
public struct DocumentType: Sendable, Hashable, Codable, CustomStringConvertible {
    public let code: String

    /// - Returns: nil unless the code is 1 to 40 lower-case letters, digits and `_`.
    public init?(_ code: some StringProtocol) {
        guard (1...40).contains(code.utf8.count),
            code.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
        else { return nil }
        self.code = String(code)
    }

    /// For samples: a contract.
    public static let sample = DocumentType(trusted: "contract")

    private init(trusted: String) { code = trusted }

    public var description: String { code }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let type = DocumentType(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a document type")
        }
        self = type
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

/// What is known about a document, apart from its bytes. Every part but type and title may be missing.
public struct Metadata: Sendable, Hashable, Codable {
    public var type: DocumentType
    public var title: String
    public var number: DocumentNumber?
    /// The other side of the deal (客户/相对方).
    public var party: PartyID?
    public var amount: Stated<Amount>?
    /// 签订日期
    public var signed: Stated<RoughDate>?
    /// 生效日
    public var effective: Stated<RoughDate>?
    /// 到期日
    public var expiry: Stated<RoughDate>?
    /// 经办人
    public var handler: String?
    /// The class of the classification scheme (类目), by its code.
    public var recordClass: String?
    public var confidentiality: Confidentiality
    public var state: DocumentState?
    /// Further fields, as the document's type has them.
    public var fields: [String: String]
    /// 备注
    public var note: String?

    public init(type: DocumentType, title: String) {
        self.type = type
        self.title = title
        confidentiality = .internal
        fields = [:]
    }

    /// For samples: a contract with all that can be known of it.
    public static var sample: Metadata {
        var metadata = Metadata(type: .sample, title: "空调维保合同")
        metadata.number = DocumentNumber(text: "HT-2026-0001", issuer: .own)
        metadata.party = .sample
        metadata.amount = Amount(hundredths: 128_000_000).map { Stated(written: "128万", normal: $0) }
        metadata.signed = Stated(written: "2026年1月", normal: .sample)
        metadata.effective = metadata.signed
        metadata.expiry = Stated(written: "2027", normal: .year(2027))
        metadata.handler = "陈国清"
        metadata.recordClass = "XS-HT-WB"
        metadata.state = .inForce
        metadata.fields = ["份数": "2"]
        metadata.note = "续签"
        return metadata
    }
}
