import GRDB
public import Records
public import Retention

extension Reading {
    /// Documents by their due dates, the earliest first, withdrawn ones not; found by index.
    public func due(_ filter: DueFilter) throws -> [DueLine] {
        try lines(filter).map { row, line in
            var line = line
            line.blockedBy = told(try blocks(onRow: row))
            return line
        }
    }

    func lines(_ filter: DueFilter) throws -> [(Int64, DueLine)] {
        let (condition, arguments): (String, StatementArguments) =
            switch filter {
            case .by(let day): ("u.due <= :day", ["day": (day ?? today).description])
            case .waiting(nil): ("u.due IS NULL AND u.waiting <> ''", [:])
            case .waiting(let fact?): ("u.waiting LIKE '% ' || :fact || ' %'", ["fact": fact])
            case .unclassified: ("d.class IS NULL", [:])
            case .all: ("1", [:])
            }
        let lines = try rows(
            """
            SELECT d.row, d.id, d.number, d.title, d.class, d.expiry, u.* FROM due_dates u JOIN documents d ON d.row = u.document
            WHERE d.withdrawn = 0 AND \(Viewer.knows("d")) AND (\(condition)) ORDER BY u.due IS NULL, u.due, u.document
            """, arguments
        ).map { row in
            (row["row"] as Int64, try line(row, due: row["due"], keptTo: row["kept_to"], waiting: row["waiting"], rule: row["rule"]))
        }
        return try seen(lines, filter)
    }

    /// What due dates hang on a document that the viewer may not know of is reckoned anew without it, so that no date betrays it.
    private func seen(_ lines: [(Int64, DueLine)], _ filter: DueFilter) throws -> [(Int64, DueLine)] {
        let touched = try touchedByHidden()
        guard !touched.isEmpty else { return lines }
        let reckoning = try DueReckoning(for: viewer, in: db)
        let anew = try touched.sorted().compactMap { row -> (Int64, DueLine)? in
            let sql = "SELECT d.* FROM documents d WHERE d.row = :row AND d.withdrawn = 0 AND \(Viewer.knows("d"))"
            guard let document = try self.row(sql, ["row": row]) else { return nil }
            let derivation = try reckoning.derivation(of: row, in: db)
            let line = try self.line(
                document, due: derivation.due.written, keptTo: derivation.due.keptTo,
                waiting: derivation.waiting.sorted().joined(separator: " "), rule: derivation.deciding?.rule.id)
            return filter.takes(line, today: today) ? (row, line) : nil
        }
        return (lines.filter { !touched.contains($0.0) } + anew).sorted { left, right in
            let (first, second) = (left.1.due ?? "~", right.1.due ?? "~")
            return first == second ? left.0 < right.0 : first < second
        }
    }

    private func touchedByHidden() throws -> Set<Int64> {
        guard viewer.isRestricted else { return [] }
        return try includingRestricted.rows("SELECT d.row FROM documents d WHERE NOT \(Viewer.knows("d"))").reduce(into: []) {
            $0.formUnion(try DueDependents.ofDocument($1[0], in: db))
        }
    }

    private func line(_ row: Row, due: String?, keptTo: String?, waiting: String, rule: String?) throws -> DueLine {
        let waiting = waiting.split(separator: " ").map(String.init)
        return DueLine(
            document: try DocumentID(row["id"] as String), number: row["number"], title: row["title"], class: row["class"], due: due,
            keptTo: keptTo, waiting: waiting, rule: rule,
            expiryPassed: expiryPassed((row["expiry"] as String?).flatMap { RoughDate($0) }, awaiting: waiting))
    }

    /// What would move under another schedule (R-36).
    public func moves(under schedule: Schedule) throws -> [DueMove] {
        let now = try DueReckoning(for: viewer, in: db)
        let then = try DueReckoning(scheme: now.scheme, schedule: schedule, for: viewer, in: db)
        return try rows("SELECT d.row, d.id, d.title FROM documents d WHERE \(Viewer.knows("d")) ORDER BY d.row").compactMap { row in
            let before = try now.derivation(of: row["row"], in: db).due.written
            let after = try then.derivation(of: row["row"], in: db).due.written
            guard before != after else { return nil }
            return DueMove(document: try DocumentID(row["id"] as String), title: row["title"], before: before, after: after)
        }
    }
}

extension DueFilter {
    /// Whether a line belongs to the list.
    fileprivate func takes(_ line: DueLine, today: CivilDate) -> Bool {
        switch self {
        case .by(let day): line.due.map { $0 <= (day ?? today).description } ?? false
        case .waiting(nil): line.due == nil && !line.waiting.isEmpty
        case .waiting(let fact?): line.waiting.contains(fact)
        case .unclassified: line.class == nil
        case .all: true
        }
    }
}
