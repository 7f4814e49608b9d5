/// A dated fact that may start a retention period: it was recorded that this happened, on a day known to the day, the
/// month or the year.
public enum Trigger: Hashable, Sendable {
    /// 归档
    case filed
    /// 签订
    case signed
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
    /// 定标: the award is known, won or lost.
    case awarded
    /// 案卷关闭
    case dossierClosed
    /// 关系终止
    case relationEnded
    /// 被取代
    case superseded
    /// 会计年度: a year; the fact's day is its last one.
    case accountingYear
    /// 复查: a review, which starts a repeated period anew.
    case reviewed
    /// A fact that the company names itself: `event:质保开始`.
    case event(String)

    /// All but those that the company names.
    public static let standard: [Trigger] = [
        .filed, .signed, .performed, .expired, .terminated, .rescinded, .void, .awarded, .dossierClosed, .relationEnded, .superseded,
        .accountingYear, .reviewed,
    ]

    /// Those that end a contract; the latest one recorded is its end (R-30, `ended`).
    public static let endings: [Trigger] = [.performed, .expired, .terminated, .rescinded, .void]

    /// Whether a document may have several facts of this name, each recorded and taken back for itself.
    public static func hasSeveral(_ name: String) -> Bool { name == Trigger.accountingYear.name }

    private static let eventPrefix = "event:"
    /// Most characters of a fact's name that the company chooses.
    private static let longestName = 40

    /// The name in schedules, events and JSON: `dossierClosed`, `event:质保开始`.
    public var name: String {
        switch self {
        case .event(let name): Trigger.eventPrefix + name
        default: "\(self)"
        }
    }

    /// - Returns: nil where no fact has this name.
    public init?(named name: String) {
        if let known = Trigger.standard.first(where: { $0.name == name }) {
            self = known
        } else if name.hasPrefix(Trigger.eventPrefix) {
            let own = String(name.dropFirst(Trigger.eventPrefix.count))
            guard (1...Trigger.longestName).contains(own.count), !own.contains(where: { $0.isWhitespace || $0.isNewline }) else {
                return nil
            }
            self = .event(own)
        } else {
            return nil
        }
    }
}

/// What a rule's period starts from: one fact, or the end of a contract.
public enum Start: Hashable, Sendable {
    /// The latest date recorded among ``Trigger/endings``.
    case ended
    case fact(Trigger)

    /// `ended`, or the fact's name.
    public var name: String {
        switch self {
        case .ended: "ended"
        case .fact(let trigger): trigger.name
        }
    }

    /// - Returns: nil where there is no such start.
    public init?(named name: String) {
        if name == "ended" {
            self = .ended
        } else {
            guard let trigger = Trigger(named: name) else { return nil }
            self = .fact(trigger)
        }
    }
}
