public import Catalogue
public import Records
import Wording

/// A batch with its documents, what was done to it, and who is next.
public struct ShowDisposal: Question {
    public typealias Answer = BatchView
    public static let operation = Operation.readDisposals
    public static var sample: ShowDisposal { ShowDisposal(.sample) }

    public let batch: BatchID

    public init(_ batch: BatchID) { self.batch = batch }

    public func answer(_ reading: Reading) throws -> BatchView { try reading.known(batch) }
}

/// All batches, the newest first.
public struct ListDisposals: Question {
    public typealias Answer = [BatchLine]
    public static let operation = Operation.readDisposals
    public static var sample: ListDisposals { ListDisposals() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [BatchLine] { try reading.batches() }
}

/// What stays of destroyed documents, for whoever could have seen them; the latest first.
public struct ListDestroyed: Question {
    public typealias Answer = [TombstoneView]
    public static let operation = Operation.search
    public static var sample: ListDestroyed { ListDestroyed("HT-2012") }

    /// All must stand in number or title; all are listed without.
    public let words: String?

    public init(_ words: String? = nil) { self.words = words }

    public func answer(_ reading: Reading) throws -> [TombstoneView] {
        try reading.tombstones(matching: (words ?? "").split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
