import Records
import Synchronization

/// Slows whoever guesses passwords: after some wrong ones for an account, or from an address, each further try must wait, twice as
/// long each time. It lives in memory and forgets with time; names that nobody has are slowed like others.
final class PasswordBrake: Sendable {
    /// What tries are counted by.
    enum Key: Hashable, Sendable {
        /// The account's identifier, or a digest of a name that nobody has.
        case account(String)
        case address(String)

        /// Wrong passwords without a pause. Many people may share an address.
        var free: Int {
            switch self {
            case .account: 5
            case .address: 20
            }
        }

        /// Longest pause, in seconds: short for an account, so that strangers cannot keep its owner out.
        var longest: Int {
            switch self {
            case .account: 60
            case .address: 900
            }
        }
    }

    private struct Tries {
        var count = 0
        var last: Timestamp
    }

    /// Without a wrong password for so long, earlier ones are forgotten; in milliseconds: an hour.
    static let memory: Int64 = 3_600_000
    /// Most keys that are counted; the one that was quiet longest goes.
    static let most = 10_000
    private let tries = Mutex<[Key: Tries]>([:])

    /// How many seconds to wait before a password may be tried; 0 where it may be now.
    func pause(_ keys: [Key], at now: Timestamp) -> Int {
        tries.withLock { tries in keys.compactMap { key in tries[key].map { Self.pause(key, $0, now) } }.max() ?? 0 }
    }

    /// Counts a wrong password.
    func failed(_ keys: [Key], at now: Timestamp) {
        tries.withLock { tries in
            for key in keys {
                let known = tries[key].flatMap { now.milliseconds - $0.last.milliseconds < Self.memory ? $0 : nil }
                if known == nil, tries.count >= Self.most { Self.forget(&tries, now) }
                tries[key] = Tries(count: (known?.count ?? 0) + 1, last: now)
            }
        }
    }

    /// A right password: the account's wrong ones are forgotten. The address's are not, or one account of one's own would do for guessing all others.
    func succeeded(_ keys: [Key]) {
        tries.withLock { tries in
            for case .account(let name) in keys { tries[.account(name)] = nil }
        }
    }

    private static func pause(_ key: Key, _ tries: Tries, _ now: Timestamp) -> Int {
        // A clock that was set back must not make a pause longer than it is.
        let since = max(0, now.milliseconds - tries.last.milliseconds)
        guard tries.count >= key.free, since < memory else { return 0 }
        let seconds = min(key.longest, 1 << min(tries.count - key.free, 20))
        return max(0, seconds - Int(since / 1000))
    }

    private static func forget(_ tries: inout [Key: Tries], _ now: Timestamp) {
        tries = tries.filter { now.milliseconds - $0.value.last.milliseconds < memory }
        if tries.count >= most, let oldest = tries.min(by: { $0.value.last < $1.value.last }) { tries[oldest.key] = nil }
    }
}
