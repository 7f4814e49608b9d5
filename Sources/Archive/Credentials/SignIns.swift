import Synchronization

/// What signing in needs to remember while a process runs.
struct SignIns: Sendable {
    let lane = PasswordLane()
    let brake = PasswordBrake()
    let failed = Tally()
    let recording = InTurn()
}

/// Work that nobody waits for, one after the other.
final class InTurn: Sendable {
    private let last = Mutex<Task<Void, Never>?>(nil)

    func add(_ work: @escaping @Sendable () async -> Void) {
        last.withLock { last in
            let earlier = last
            last = Task {
                await earlier?.value
                await work()
            }
        }
    }

    /// Waits until all that was added is done.
    func finish() async { await last.withLock { $0 }?.value }
}
