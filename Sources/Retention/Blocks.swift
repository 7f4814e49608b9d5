public import Records

/// A hold as the rules see it: in force from its first day up to, not on, the day it is lifted.
public struct HoldPeriod: Sendable, Hashable {
    public let from: CivilDate
    /// The day it is lifted; nil while it stands.
    public let to: CivilDate?

    public init(from: CivilDate, to: CivilDate?) {
        self.from = from
        self.to = to
    }

    /// Whether it is in force on a day.
    public func isInForce(on day: CivilDate) -> Bool { from <= day && to.map { day < $0 } ?? true }
}

/// What stops the destruction of something whose time has come.
public struct Blocks: Sendable, Hashable {
    /// How a hold is named among ``names(on:)``.
    public static let holdName = "hold"

    /// Open matters by their kind: `claim`, `complaint`, `dispute`, `review`, `renewal`, `loan`.
    public var openMatters: Set<String>
    public var holds: [HoldPeriod]

    public init(openMatters: Set<String> = [], holds: [HoldPeriod] = []) {
        self.openMatters = openMatters
        self.holds = holds
    }

    /// What blocks on a day.
    public func names(on day: CivilDate) -> Set<String> {
        holds.contains { $0.isInForce(on: day) } ? openMatters.union([Blocks.holdName]) : openMatters
    }

    /// Whether something due then may be disposed of on a day: its time has come and nothing blocks.
    public func allowDisposal(of due: DueDate, on day: CivilDate) -> Bool {
        guard case .date(_, let first) = due else { return false }
        return first <= day && names(on: day).isEmpty
    }
}
