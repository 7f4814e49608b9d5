import GRDB
import Synchronization

/// The columns of the last states of one catalogue, for all who read it.
///
/// A reader that sees an older state than the newest must not be given the newer columns, and one inside a write must leave none
/// behind, for what it sees may be rolled back.
final class SearchColumnsCache: Sendable {
    /// States kept: readers that began a little earlier find theirs. Blocks that did not change are shared.
    private static let kept = 4

    private let states = Mutex<[SearchColumns]>([])

    func columns(in db: Database) throws -> SearchColumns {
        let sequence = try Int64.fetchOne(db.cachedStatement(sql: "SELECT sequence FROM progress")) ?? 0
        let nearest = states.withLock { states in states.last { $0.sequence <= sequence } }
        if let nearest, nearest.sequence == sequence { return nearest }
        var columns = nearest ?? SearchColumns()
        try columns.update(to: sequence, in: db)
        if try isReading(db) { keep(columns) }
        return columns
    }

    private func keep(_ columns: SearchColumns) {
        states.withLock { states in
            guard !states.contains(where: { $0.sequence == columns.sequence }) else { return }
            states.append(columns)
            states.sort { $0.sequence < $1.sequence }
            if states.count > SearchColumnsCache.kept { states.removeFirst() }
        }
    }

    /// Whether this connection can only read: what it sees is committed.
    private func isReading(_ db: Database) throws -> Bool {
        if db.configuration.readonly { return true }
        return try Bool.fetchOne(db, sql: "PRAGMA query_only") ?? false
    }
}
