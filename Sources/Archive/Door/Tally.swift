import Records
import Synchronization

/// What is told in the journal at most once a minute for one account, and counted meanwhile, however often they try (law 2).
final class Tally: Sendable {
    /// In milliseconds.
    static let interval: Int64 = 60_000

    private struct Account {
        /// When its last event was recorded.
        var recorded: Timestamp?
        var waiting: [String: Int] = [:]
    }

    private let accounts = Mutex<[Actor: Account]>([:])

    /// Counts one; answers what is to be recorded now, nil while the account's last event is younger than a minute.
    func add(_ operation: String, by actor: Actor, at now: Timestamp) -> [String: Int]? {
        accounts.withLock { accounts in
            var account = accounts[actor] ?? Account()
            account.waiting[operation, default: 0] += 1
            defer { accounts[actor] = account }
            if let recorded = account.recorded, now.isWithin(Self.interval, after: recorded) { return nil }
            account.recorded = now
            defer { account.waiting = [:] }
            return account.waiting
        }
    }

    /// Counts again what could not be recorded, or what another process has recorded one of within the minute: its turn comes a minute later.
    ///
    /// - Parameter recorded: when that was.
    func putBack(_ counts: [String: Int], by actor: Actor, recorded: Timestamp) {
        accounts.withLock { accounts in
            let waiting = accounts[actor]?.waiting ?? [:]
            accounts[actor] = Account(recorded: recorded, waiting: waiting.merging(counts, uniquingKeysWith: +))
        }
    }

    /// What is counted and not recorded yet, and forgets it.
    ///
    /// - Parameter now: Of those only whose account's last event is a minute old then; of all without.
    func takeWaiting(at now: Timestamp? = nil) -> [(Actor, [String: Int])] {
        accounts.withLock { accounts in
            let waiting = accounts.filter { _, account in
                guard !account.waiting.isEmpty, let now, let recorded = account.recorded else { return !account.waiting.isEmpty }
                return !now.isWithin(Self.interval, after: recorded)
            }
            for (actor, account) in waiting { accounts[actor] = Account(recorded: now ?? account.recorded) }
            return waiting.map { ($0.key, $0.value.waiting) }
        }
    }
}
