import Records
import Synchronization

/// Failed sign-ins on their way into the journal: one event for each account, or for all that is unknown, and minute (law 2).
///
/// The answer does not wait for the event, so that the time it takes does not tell whether there is such an account.
final class FailedSignIns: Sendable {
    /// In milliseconds.
    static let interval: Int64 = 60_000

    private struct State {
        var recent: [Actor: Timestamp] = [:]
        /// The last event that is on its way; it waits for those before it.
        var last: Task<Void, Never>?
    }
    private let state = Mutex(State())

    /// Has a failure recorded by `record`, unless there was one of the same actor within the last minute.
    func add(_ actor: Actor, at now: Timestamp, _ record: @escaping @Sendable () async throws -> Void) {
        state.withLock { state in
            state.recent = state.recent.filter { abs(now.milliseconds - $0.value.milliseconds) < Self.interval }
            guard state.recent[actor] == nil else { return }
            state.recent[actor] = now
            let earlier = state.last
            state.last = Task { [self] in
                await earlier?.value
                // What cannot be recorded now is tried again at the next failure.
                do { try await record() } catch { self.state.withLock { $0.recent[actor] = nil } }
            }
        }
    }

    /// Waits until all that was added is recorded.
    func finish() async { await state.withLock { $0.last }?.value }
}

/// What signing in needs to remember while a process runs.
struct SignIns: Sendable {
    let lane = PasswordLane()
    let brake = PasswordBrake()
    let failures = FailedSignIns()
}
