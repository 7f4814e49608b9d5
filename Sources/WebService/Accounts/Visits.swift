import Archive
import Crypto
import Foundation
import Records
import Synchronization

/// Who is signed in on pages, as long as the service runs: cookies' digests and what they stand for.
final class Visits: Sendable {
    /// In seconds: a working day.
    private static let longest: Double = 12 * 3600
    /// Most visits at once; the oldest goes.
    private static let most = 10_000

    private struct Entry {
        let visit: Visit
        let ends: ContinuousClock.Instant
    }
    private let visits = Mutex<[String: Entry]>([:])

    /// Begins a visit; answers the cookie's value.
    func begin(_ visit: Visit) -> String {
        var generator = SystemRandomNumberGenerator()
        let id = hexDigits((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
        visits.withLock { visits in
            let now = ContinuousClock.now
            visits = visits.filter { $0.value.ends > now }
            if visits.count >= Visits.most, let oldest = visits.min(by: { $0.value.ends < $1.value.ends }) { visits[oldest.key] = nil }
            visits[digest(id)] = Entry(visit: visit, ends: now + .seconds(Visits.longest))
        }
        return id
    }

    func visit(_ id: String) -> Visit? {
        visits.withLock { visits in visits[digest(id)].flatMap { $0.ends > ContinuousClock.now ? $0.visit : nil } }
    }

    func end(_ id: String) { visits.withLock { $0[digest(id)] = nil } }

    private func digest(_ id: String) -> String { hexDigits(SHA256.hash(data: Array(id.utf8))) }
}
