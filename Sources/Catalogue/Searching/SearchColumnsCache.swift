import GRDB
import Synchronization

/// The columns of the last states of the catalogue, for all who read it.
///
/// A rebuild makes another database of the same events; were the old one damaged, their rows would differ, so states belong to a file.
/// A reader that sees an older state than the newest must not be given the newer columns, and one inside a write must leave none
/// behind, for what it sees may be rolled back.
final class SearchColumnsCache: Sendable {
    /// States kept: readers that began a little earlier find theirs. Blocks that did not change are shared.
    private static let kept = 4

    private struct State {
        let file: String
        let columns: SearchColumns
    }

    private let states = Mutex<[State]>([])

    func columns(in db: Database) throws -> SearchColumns {
        let sequence = try Int64.fetchOne(db.cachedStatement(sql: "SELECT sequence FROM progress")) ?? 0
        let file = try String.fetchOne(db.cachedStatement(sql: "SELECT file FROM pragma_database_list WHERE name = 'main'")) ?? ""
        let nearest = states.withLock { states in states.last { $0.file == file && $0.columns.sequence <= sequence } }?.columns
        if let nearest, nearest.sequence == sequence { return nearest }
        var columns = nearest ?? SearchColumns()
        try columns.update(to: sequence, in: db)
        if try isReading(db), !file.isEmpty { keep(State(file: file, columns: columns)) }
        return columns
    }

    private func keep(_ state: State) {
        states.withLock { states in
            guard !states.contains(where: { $0.file == state.file && $0.columns.sequence == state.columns.sequence }) else { return }
            states.append(state)
            states.sort { $0.columns.sequence < $1.columns.sequence }
            // The oldest goes, but states of another file go first: nobody reads that one much longer.
            if states.count > SearchColumnsCache.kept { states.remove(at: states.firstIndex { $0.file != state.file } ?? 0) }
        }
    }

    /// Whether this connection can only read: what it sees is committed.
    private func isReading(_ db: Database) throws -> Bool {
        if db.configuration.readonly { return true }
        return try Bool.fetchOne(db, sql: "PRAGMA query_only") ?? false
    }
}
