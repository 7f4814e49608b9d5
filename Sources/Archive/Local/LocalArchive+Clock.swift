import Catalogue
public import Records
import Wording

extension LocalArchive {
    /// Says that the clock had been wrong and is right now: events dated later than now bear wrong times, and changes go on.
    ///
    /// - Throws: ``ArchiveError`` `.stateWrong` where the clock is not behind.
    public func acceptClock(reason: String, by actor: Actor) async throws(ArchiveError) -> ClockAccepted {
        let reason = try Self.reason(reason)
        return try await recordingRefusals(of: .acceptClock, to: actor) { () async throws(ArchiveError) in
            var change = Writer.Change(actor: actor, request: nil) { [self] decision in
                try authorise(.acceptClock, for: actor, in: decision.db)
                guard let wrong = try ClockQueries.events(after: decision.now, in: decision.db) else {
                    throw ArchiveError(.stateWrong, ArchiveMessage.clockNotBehind)
                }
                let fact = ClockAccepted(wrongFrom: wrong.lowerBound, wrongThrough: wrong.upperBound, reason: reason)
                try decision.state(.clockAccepted(fact))
                return fact
            }
            change.ignoresClock = true
            return try await commit(change).answer
        }
    }
}
