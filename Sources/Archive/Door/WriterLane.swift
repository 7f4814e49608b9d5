import Records
import Synchronization

/// The writer's own thread, with a queue: what waits together is one group with one fsync, and nobody else waits for it.
final class WriterLane: Sendable {
    let writer: Writer
    private let lane = Lane("writer", width: 1)
    private let queue = Mutex<[Entry]>([])

    private struct Entry: Sendable {
        let change: PendingChange
        let answer: @Sendable (Swift.Result<Writer.Applied, ArchiveError>) -> Void
    }

    /// Most changes of one group: their decisions must not keep the lock for long.
    static let largestGroup = 64

    init(_ writer: Writer) { self.writer = writer }

    /// Carries out a change with whatever else waits.
    func commit(_ change: PendingChange) async throws(ArchiveError) -> Writer.Applied {
        guard let result = await commit([change]).first else { throw .fault("a group of one gave no result") }
        return try result.get()
    }

    /// Carries out changes in as few groups as they fit; each stands or falls by itself.
    func commit(_ changes: [PendingChange]) async -> [Swift.Result<Writer.Applied, ArchiveError>] {
        guard !changes.isEmpty else { return [] }
        return await withCheckedContinuation { continuation in
            let answers = Answers(count: changes.count, continuation)
            put(changes.enumerated().map { index, change in Entry(change: change) { answers.put($0, at: index) } })
        }
    }

    /// Collects the answers to changes that were asked together.
    private final class Answers: Sendable {
        private let results: Mutex<(known: [Int: Swift.Result<Writer.Applied, ArchiveError>], count: Int)>
        private let continuation: CheckedContinuation<[Swift.Result<Writer.Applied, ArchiveError>], Never>

        init(count: Int, _ continuation: CheckedContinuation<[Swift.Result<Writer.Applied, ArchiveError>], Never>) {
            results = Mutex(([:], count))
            self.continuation = continuation
        }

        func put(_ result: Swift.Result<Writer.Applied, ArchiveError>, at index: Int) {
            let all = results.withLock { results in
                results.known[index] = result
                return results.known.count == results.count ? results.known : nil
            }
            if let all { continuation.resume(returning: all.sorted { $0.key < $1.key }.map(\.value)) }
        }
    }

    /// Runs work that needs the writer's lock, after what waits already.
    func run<Value: Sendable>(_ work: @escaping @Sendable (Writer) throws(ArchiveError) -> Value) async throws(ArchiveError) -> Value {
        let writer = writer
        return try await lane.run { () throws(ArchiveError) in try work(writer) }
    }

    private func put(_ entries: [Entry]) {
        queue.withLock { $0 += entries }
        lane.add { self.workOff() }
    }

    /// Carries out what waits, group by group, until nothing does.
    private func workOff() {
        while true {
            let group = queue.withLock { queue in
                let group = Array(queue.prefix(Self.largestGroup))
                queue.removeFirst(group.count)
                return group
            }
            guard !group.isEmpty else { return }
            do {
                var left: [Entry] = []
                for (entry, result) in zip(group, try writer.commit(group.map(\.change))) {
                    if let result { entry.answer(result) } else { left.append(entry) }
                }
                queue.withLock { [left] in $0.insert(contentsOf: left, at: 0) }
            } catch {
                for entry in group { entry.answer(.failure(error)) }
            }
        }
    }
}
