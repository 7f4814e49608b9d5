/// What is to become of a document whose time has come (鉴定意见, R-42).
public enum DisposalDecision: Sendable, Hashable {
    /// 销毁
    case destroy
    /// 延长: kept so many years more, 1 to 100.
    case extend(years: Int)
    /// 永久: kept for ever.
    case keep
    /// 移交: passed on; only then may it be disposed of here.
    case transfer

    /// Most years by which something is extended at once.
    public static let mostYears = 100

    /// As it is written: `destroy`, `extend:5`, `keep`, `transfer`.
    public var written: String {
        switch self {
        case .destroy: "destroy"
        case .extend(let years): "extend:\(years)"
        case .keep: "keep"
        case .transfer: "transfer"
        }
    }

    /// - Returns: nil for what is none, and for years out of bounds.
    public init?(_ written: some StringProtocol) {
        switch written {
        case "destroy": self = .destroy
        case "keep": self = .keep
        case "transfer": self = .transfer
        default:
            let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "extend", let years = WholeNumber.read(parts[1], in: 1...Self.mostYears) else { return nil }
            self = .extend(years: years)
        }
    }
}

extension DisposalDecision: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let decision = DisposalDecision(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no decision")
        }
        self = decision
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(written)
    }
}

extension DisposalDecision: CustomStringConvertible {
    public var description: String { written }
}
