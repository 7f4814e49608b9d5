import Dispatch
import Synchronization

/// Runs work that waits for the disk, away from the threads that tasks share.
///
/// Two threads: as many as there are cores to hash with; what waits for the writer's lock waits in the kernel.
struct Blocking: Sendable {
    private let queue = DispatchQueue(label: "muniment.blocking", attributes: .concurrent)

    /// Runs `work` and answers what it answers.
    func run<Value: Sendable, Failure: Error>(_ work: @escaping @Sendable () throws(Failure) -> Value) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(returning: Result { () throws(Failure) -> Value in try work() })
            }
        }
        return try result.get()
    }
}
