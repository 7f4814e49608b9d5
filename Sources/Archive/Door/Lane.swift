import Dispatch
import Foundation
import Synchronization

/// A few threads of its own for one kind of work, so that no kind waits for another: what comes is taken in its order.
///
/// The threads that tasks share are as many as there are processors, and a library's queues take theirs from the same: work that blocks in the
/// kernel, or reckons for long, must not run on them. A lane for such work begins as many threads of its own as it may use at once, when it
/// first needs them. What is done within a few milliseconds is begun sooner by threads that are awake already: it may share them.
final class Lane: Sendable {
    private let name: String
    private let width: Int
    private let work = Work()
    /// Nil where the lane has threads of its own.
    private let shared: DispatchQueue?

    /// - Parameters:
    ///   - width: Most pieces of work at once.
    ///   - isShort: Whether each piece is done within a few milliseconds, and so may use the threads that tasks share.
    init(_ name: String, width: Int, isShort: Bool = false) {
        self.name = name
        self.width = width
        shared = isShort ? DispatchQueue(label: "muniment.\(name)", attributes: .concurrent) : nil
    }

    deinit { work.close() }

    /// Runs `work` and answers what it answers.
    func run<Value: Sendable, Failure: Error>(_ work: @escaping @Sendable () throws(Failure) -> Value) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            add { continuation.resume(returning: Result { () throws(Failure) -> Value in try work() }) }
        }
        return try result.get()
    }

    /// How much waits to be begun.
    var waiting: Int { work.waiting }

    /// Has `piece` done once it is its turn.
    func add(_ piece: @escaping @Sendable () -> Void) {
        if let shared {
            if work.begin(piece, upTo: width) { shared.async { [work] in work.workOffWhatIsThere() } }
            return
        }
        guard work.add(piece, upTo: width) else { return }
        let thread = Thread { [work] in work.workOff() }
        thread.name = "muniment.\(name)"
        thread.start()
    }
}

/// What a lane has to do, shared with its threads, which outlive it by what they still do.
private final class Work: Sendable {
    private struct State {
        var pieces: [@Sendable () -> Void] = []
        var first = 0
        var threads = 0
        /// Threads that wait for a piece.
        var idle = 0
        var isClosed = false

        var waiting: Int { pieces.count - first }

        mutating func take() -> (@Sendable () -> Void)? {
            guard first < pieces.count else { return nil }
            defer {
                first += 1
                if first == pieces.count {
                    pieces.removeAll(keepingCapacity: true)
                    first = 0
                }
            }
            return pieces[first]
        }
    }

    private let state = Mutex(State())
    /// Raised once for each piece, and for each thread that is to end.
    private let calls = DispatchSemaphore(value: 0)

    var waiting: Int { state.withLock { $0.waiting } }

    /// - Returns: whether another thread is wanted for it.
    func add(_ piece: @escaping @Sendable () -> Void, upTo width: Int) -> Bool {
        let isWanted = state.withLock { state in
            state.pieces.append(piece)
            guard state.waiting > state.idle, state.threads < width else { return false }
            state.threads += 1
            return true
        }
        calls.signal()
        return isWanted
    }

    /// The same for a thread that ends, for this lane, when there is nothing more to do.
    func begin(_ piece: @escaping @Sendable () -> Void, upTo width: Int) -> Bool {
        state.withLock { state in
            state.pieces.append(piece)
            guard state.threads < width else { return false }
            state.threads += 1
            return true
        }
    }

    func workOffWhatIsThere() {
        while let piece = state.withLock({ state in
            let piece = state.take()
            if piece == nil { state.threads -= 1 }
            return piece
        }) { piece() }
    }

    func workOff() {
        while true {
            state.withLock { $0.idle += 1 }
            calls.wait()
            let (piece, isOver) = state.withLock { state in
                state.idle -= 1
                let piece = state.take()
                return (piece, piece == nil && state.isClosed)
            }
            if isOver { return }
            piece?()
        }
    }

    /// Lets the threads that wait end once all is done.
    func close() {
        let threads = state.withLock { state in
            state.isClosed = true
            return state.threads
        }
        for _ in 0..<threads { calls.signal() }
    }
}
