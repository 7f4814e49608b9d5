public import Catalogue
public import Records
import Wording

/// Says that the clock had been wrong and is right now: events dated later than now bear wrong times, and changes go on.
public struct AcceptClock: Change {
    public typealias Answer = ClockAccepted
    public static let operation = Operation.acceptClock
    public static var sample: AcceptClock { AcceptClock(reason: "主板电池换过") }
    public static var ignoresClock: Bool { true }

    public let reason: String

    public init(reason: String) { self.reason = reason }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        guard let wrong = try decision.reading.eventsFromTheFuture() else {
            throw ArchiveError(.stateWrong, ArchiveMessage.clockNotBehind)
        }
        try decision.state(ClockAccepted(wrongFrom: wrong.lowerBound, wrongThrough: wrong.upperBound, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> ClockAccepted {
        try events.the(ClockAccepted.self)
    }
}
