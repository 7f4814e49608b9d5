public import Catalogue
public import Records

/// How much there is, as far as the actor may know, and how much room is left.
public struct ShowStatistics: Question {
    public typealias Answer = StatisticsView
    public static let operation = Operation.statistics
    public static var sample: ShowStatistics { ShowStatistics() }

    public init() {}

    public func answer(_ reading: Reading) throws -> StatisticsView {
        let room = try reading.freeSpace()
        return StatisticsView(
            counts: try reading.statistics(), freeBytes: room.bytes, freeInodes: room.inodes, uncheckedSince: try reading.uncheckedSince())
    }
}
