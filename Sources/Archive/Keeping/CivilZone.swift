import Foundation
import Records

/// The archive's time zone: which civil date a moment falls on.
struct CivilZone: Sendable {
    let name: String
    private let zone: TimeZone

    /// - Returns: nil for a name that the system's zone database does not have.
    init?(name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.zone = zone
    }

    /// The day on which `time` falls.
    func date(of time: Timestamp) -> CivilDate { time.date(offset: offset(at: time)) }

    /// In seconds east of UTC.
    func offset(at time: Timestamp) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000))
    }
}
