import Records
import Synchronization
import Wording

/// The one thread on which passwords are tried and set, with a short queue. What passwords cost, nobody else waits for.
final class PasswordLane: Sendable {
    /// Most that wait for the one that is tried: at some 0.3 s each, whoever came last waits no longer than a person does.
    static let mostWaiting = 8
    /// When to come again where the queue is full, in seconds: the time in which it empties.
    private static let pause = 3

    private let lane = Lane("passwords", width: 1)
    /// How many are tried or wait.
    private let present = Mutex(0)

    /// Runs `work` when its turn comes.
    ///
    /// - Throws: ``ArchiveError`` `.tooManyTries` at once where too many wait, or what `work` throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws(ArchiveError) -> Value) async throws(ArchiveError) -> Value {
        guard enter() else { throw .tooManyTries(again: PasswordLane.pause) }
        return try await lane.run { [self] () throws(ArchiveError) in
            defer { present.withLock { $0 -= 1 } }
            return try work()
        }
    }

    private func enter() -> Bool {
        present.withLock { present in
            guard present <= PasswordLane.mostWaiting else { return false }
            present += 1
            return true
        }
    }
}

extension ArchiveError {
    /// - Parameter again: When to come again, in seconds.
    static func tooManyTries(again: Int) -> ArchiveError {
        ArchiveError(.tooManyTries, ArchiveMessage.tooManyTries, remedy: Remedy.tryAgainIn(seconds: again), retryAfter: again)
    }
}
