import Foundation
import Synchronization
import Testing

@testable import Archive

@Suite("A lane has threads of its own", .timeLimit(.minutes(2)))
struct LaneTests {
    @Test("work that reckons for long on one lane keeps neither other lanes nor tasks waiting")
    func apart() async {
        let (busy, other, isOver) = (Lane("busy", width: 8), Lane("other", width: 1), Flag())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { await busy.run { while !isOver.isRaised {} } } }
            // Only once this was done is the other work let go.
            for _ in 0..<100 { await other.run {} }
            await Task.detached {}.value
            isOver.raise()
        }
    }

    @Test(
        "work is begun in the order in which it came, no more at once than the lane is wide, and all of it is done",
        arguments: [true, false])
    func order(_ isShort: Bool) async {
        let (lane, log) = (Lane("narrow", width: 1, isShort: isShort), Log())
        await withCheckedContinuation { continuation in
            for number in 0..<1000 {
                lane.add {
                    log.add(number)
                    if number == 999 { continuation.resume() }
                }
            }
        }
        #expect(log.numbers == Array(0..<1000))
        let (wide, crowd) = (Lane("wide", width: 3, isShort: isShort), Crowd())
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<300 {
                group.addTask {
                    await wide.run {
                        crowd.enter()
                        sched_yield()
                        crowd.leave()
                    }
                }
            }
        }
        #expect(crowd.most <= 3)
    }
}

/// Raised once.
private final class Flag: Sendable {
    private let raised = Atomic(false)

    var isRaised: Bool { raised.load(ordering: .acquiring) }
    func raise() { raised.store(true, ordering: .releasing) }
}

/// Numbers in the order in which they came.
private final class Log: Sendable {
    private let list = Mutex([Int]())

    var numbers: [Int] { list.withLock { $0 } }
    func add(_ number: Int) { list.withLock { $0.append(number) } }
}

/// How many were there at once.
private final class Crowd: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }
    func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
    func leave() { counts.withLock { $0.now -= 1 } }
}
