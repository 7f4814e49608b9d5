public import Records
import Glibc

/// Where the archive gets the time from. Tests pass one that they move.
public protocol Clock: Sendable {
    /// Now, in UTC.
    func now() -> Timestamp
}

/// The machine's clock.
public struct SystemClock: Clock {
    public init() {}

    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

extension Timestamp {
    /// Whether it is less than so many milliseconds after another; not where the clock was put back before that.
    func isWithin(_ interval: Int64, after other: Timestamp) -> Bool { (0..<interval).contains(milliseconds - other.milliseconds) }
}
