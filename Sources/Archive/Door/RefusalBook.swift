import Records
import Synchronization

/// Refusals for want of a right that wait to be recorded: one event for an account and minute, however often they try (law 2).
final class RefusalBook: Sendable {
    /// In milliseconds.
    static let interval: Int64 = 60_000

    private struct Account {
        /// When its last event was recorded.
        var recorded: Timestamp?
        var waiting: [String: Int] = [:]
    }

    private let accounts = Mutex<[Actor: Account]>([:])

    /// Counts a refusal; answers what is to be recorded now, nil while the account's last event is younger than a minute.
    func add(_ operation: String, by actor: Actor, at now: Timestamp) -> [String: Int]? {
        accounts.withLock { accounts in
            var account = accounts[actor] ?? Account()
            account.waiting[operation, default: 0] += 1
            defer { accounts[actor] = account }
            if let recorded = account.recorded, now.milliseconds - recorded.milliseconds < Self.interval { return nil }
            account.recorded = now
            defer { account.waiting = [:] }
            return account.waiting
        }
    }

    /// What is counted and not recorded yet, and forgets it.
    func takeWaiting() -> [(Actor, [String: Int])] {
        accounts.withLock { accounts in
            let waiting = accounts.filter { !$0.value.waiting.isEmpty }.map { ($0.key, $0.value.waiting) }
            for (actor, _) in waiting { accounts[actor]?.waiting = [:] }
            return waiting
        }
    }
}
