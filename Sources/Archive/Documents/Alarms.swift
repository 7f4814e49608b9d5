import Records
import Synchronization

/// Alarms that this process has recorded, each once in a day.
final class Alarms: Sendable {
    /// In milliseconds.
    private static let interval: Int64 = 86_400_000
    /// Beyond it all is forgotten, and told once more.
    private static let most = 10_000

    private let recorded = Mutex<[DigestDiffered: Timestamp]>([:])

    /// Whether an alarm is to be recorded now; from then on it counts as recorded.
    func begin(_ alarm: DigestDiffered, at now: Timestamp) -> Bool {
        recorded.withLock { recorded in
            if let last = recorded[alarm], now.isWithin(Alarms.interval, after: last) { return false }
            if recorded.count >= Alarms.most { recorded.removeAll() }
            recorded[alarm] = now
            return true
        }
    }

    /// Says that it could not be recorded.
    func takeBack(_ alarm: DigestDiffered) { _ = recorded.withLock { $0.removeValue(forKey: alarm) } }
}
