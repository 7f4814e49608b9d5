import Dispatch
import Records
import Testing

@testable import Archive

@Suite("Guessing passwords is slowed down")
struct PasswordBrakeTests {
    private let chen = PasswordBrake.Key.account("chen")
    private let office = PasswordBrake.Key.address("192.0.2.1")

    private func second(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: minute(0).milliseconds + seconds * 1000) }

    @Test("an account takes some wrong passwords, then each pause is twice the one before, up to a minute; an hour forgets")
    func grows() {
        let brake = PasswordBrake()
        for _ in 0..<chen.free {
            #expect(brake.pause([chen], at: minute(0)) == 0)
            brake.failed([chen], at: minute(0))
        }
        var pauses: [Int] = []
        for _ in 0..<8 {
            pauses.append(brake.pause([chen], at: minute(0)))
            brake.failed([chen], at: minute(0))
        }
        #expect(pauses == [1, 2, 4, 8, 16, 32, 60, 60])
        #expect(brake.pause([chen], at: second(50)) == 10)
        #expect(brake.pause([chen], at: second(60)) == 0)
        #expect(brake.pause([.account("li")], at: minute(0)) == 0)
        brake.failed([chen], at: minute(61))
        #expect(brake.pause([chen], at: minute(61)) == 0)
    }

    @Test("a right password forgets the account's wrong ones, not the address's")
    func succeeded() {
        let brake = PasswordBrake()
        for _ in 0..<(office.free + 4) { brake.failed([chen, office], at: minute(0)) }
        #expect(brake.pause([chen], at: minute(0)) == 60 && brake.pause([office], at: minute(0)) == 16)
        brake.succeeded([chen, office])
        #expect(brake.pause([chen], at: minute(0)) == 0 && brake.pause([office], at: minute(0)) == 16)
        #expect(brake.pause([chen, office], at: minute(0)) == 16)
    }

    @Test("so many names that no table could hold them push out the ones that were quiet longest")
    func bounded() {
        let brake = PasswordBrake()
        for _ in 0..<(chen.free + 2) { brake.failed([chen], at: second(0)) }
        for number in 0..<PasswordBrake.most { brake.failed([.account("\(number)")], at: second(1)) }
        #expect(brake.pause([chen], at: second(1)) == 0)
    }

    @Test("a clock that is set back does not lengthen a pause")
    func clockBack() {
        let brake = PasswordBrake()
        for _ in 0..<(chen.free + 3) { brake.failed([chen], at: minute(50)) }
        #expect(brake.pause([chen], at: minute(0)) == 8)
    }
}

@Suite("Passwords have a thread of their own and a short queue")
struct PasswordLaneTests {
    @Test("beyond those that wait, tries are refused at once and told when to come again")
    func full() async throws {
        let lane = PasswordLane()
        let gate = DispatchSemaphore(value: 0)
        let (places, all) = (PasswordLane.mostWaiting + 1, PasswordLane.mostWaiting + 12)
        let outcomes = try await withThrowingTaskGroup(of: ArchiveError?.self) { group in
            for _ in 0..<all {
                group.addTask {
                    do throws(ArchiveError) { try await lane.run { () throws(ArchiveError) in gate.wait() } } catch { return error }
                    return nil
                }
            }
            // Those refused answer while nobody gets on; only then may the others.
            var refused: [ArchiveError?] = []
            while refused.count < all - places, let outcome = try await group.next() { refused.append(outcome) }
            for _ in 0..<places { gate.signal() }
            return try await group.reduce(into: refused) { $0.append($1) }
        }
        #expect(outcomes.prefix(all - places).allSatisfy { $0?.code == .tooManyTries && ($0?.retryAfter ?? 0) > 0 })
        #expect(outcomes.suffix(places).allSatisfy { $0 == nil })
        try await lane.run { () throws(ArchiveError) in }
    }
}
