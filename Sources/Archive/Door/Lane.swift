import Dispatch
import Synchronization

/// A few threads of its own for one kind of work, so that no kind waits for another: what comes is taken in its order.
///
/// Work that blocks in the kernel must not run on the threads that tasks share; each lane has so many as it may use at once.
final class Lane: Sendable {
    private struct State {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
        var first = 0
    }

    private let width: Int
    private let queue: DispatchQueue
    private let state = Mutex(State())

    /// - Parameter width: Most pieces of work at once.
    init(_ name: String, width: Int) {
        self.width = width
        queue = DispatchQueue(label: "muniment.\(name)", attributes: .concurrent)
    }

    /// Runs `work` and answers what it answers.
    func run<Value: Sendable, Failure: Error>(_ work: @escaping @Sendable () throws(Failure) -> Value) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            add { continuation.resume(returning: Result { () throws(Failure) -> Value in try work() }) }
        }
        return try result.get()
    }

    /// How much waits to be begun.
    var waiting: Int { state.withLock { $0.waiting.count - $0.first } }

    /// Has `work` done once it is its turn.
    func add(_ work: @escaping @Sendable () -> Void) {
        let begins = state.withLock { state in
            state.waiting.append(work)
            guard state.running < width else { return false }
            state.running += 1
            return true
        }
        if begins { queue.async { self.workOff() } }
    }

    private func workOff() {
        while let next = take() { next() }
    }

    private func take() -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard state.first < state.waiting.count else {
                state.waiting.removeAll(keepingCapacity: true)
                state.first = 0
                state.running -= 1
                return nil
            }
            defer { state.first += 1 }
            return state.waiting[state.first]
        }
    }
}
