import GRDB
public import Records

extension Reading {
    /// How many documents become free in each year, by class; withdrawn ones not. In the order of years, what waits and what never does last.
    public func dueCounts() throws -> [DueCount] {
        var tallies: [Place: DueTally] = [:]
        for (row, line) in try lines(.all) {
            let year = line.due.map { $0 == "never" ? $0 : String($0.prefix(4)) } ?? "waiting"
            let isFree = line.due.map { $0 <= today.description } ?? false
            tallies[Place(year: year, class: line.class), default: DueTally()].add(isFree ? told(try blocks(onRow: row)) : nil)
        }
        return tallies.sorted { $0.key < $1.key }.map { place, tally in
            DueCount(
                class: place.class, year: place.year, documents: tally.documents, free: tally.free, blocked: tally.blocked,
                disposable: tally.disposable)
        }
    }
}

private struct Place: Hashable, Comparable {
    let year: String
    let `class`: String?

    // Digits come before letters: years before `never` and `waiting`.
    static func < (left: Place, right: Place) -> Bool { (left.year, left.class ?? "") < (right.year, right.class ?? "") }
}

private struct DueTally {
    var documents = 0
    var free = 0
    var blocked: [String: Int] = [:]
    var disposable = 0

    /// - Parameter blocks: What blocks a document that is free today; nil for one that is not.
    mutating func add(_ blocks: [String]?) {
        documents += 1
        guard let blocks else { return }
        free += 1
        if blocks.isEmpty { disposable += 1 }
        for block in Set(blocks) { blocked[block, default: 0] += 1 }
    }
}
