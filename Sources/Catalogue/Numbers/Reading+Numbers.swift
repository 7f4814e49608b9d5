import GRDB
public import Records

/// Our own numbers (R-4): the next one, gaps, what became of each. A number is taken whoever asks; which document bears it, only a viewer
/// learns who may know of the document.
extension Reading {
    /// The pattern that numbers of this type follow; nil where the type has none.
    public func numbering(of type: DocumentType) throws -> NumberingPattern? { try NumberQueries.pattern(of: type, in: db) }

    /// Where a number stands among our own of a type, also one given out when the pattern was another; nil for a number of others.
    public func place(of number: String, type: DocumentType) throws -> NumberingPattern.Place? {
        try NumberQueries.place(of: number, type: type, in: db)
    }

    /// The next number of a type in a year: one after the largest that was ever taken in that series.
    public func nextNumber(of type: DocumentType, year: Int) throws -> String? {
        guard let pattern = try numbering(of: type) else { return nil }
        let largest: Int? = try row(
            "SELECT MAX(ordinal) FROM numbers WHERE type = :type AND series = :series",
            ["type": type.code, "series": pattern.series(year: year)])?[0]
        return pattern.number(year: year, ordinal: (largest ?? 0) + 1)
    }

    /// What became of this number; nil where nobody took it.
    public func number(_ number: String) throws -> NumberView? {
        try row(Self.select + " WHERE n.number_key = :key", ["key": matchingKey(number)]).map(Self.view)
    }

    /// What took a place in the order of numbers: another writing of the same number, where the pattern's width has changed.
    public func number(of type: DocumentType, at place: NumberingPattern.Place) throws -> NumberView? {
        try row(
            Self.select + " WHERE n.type = :type AND n.series = :series AND n.ordinal = :ordinal",
            ["type": type.code, "series": place.series, "ordinal": place.ordinal]
        ).map(Self.view)
    }

    /// Numbers without a document: reserved, explained, or skipped without a word (漏号), in order.
    ///
    /// - Parameter most: How many of a run of skipped numbers, the last ones, are listed one by one; those before them are one element.
    public func numberGaps(of type: DocumentType?, oneByOne most: Int) throws -> [NumberView] {
        let rows = try rows(
            """
            SELECT n.*, d.id AS document_id,
            LAG(n.ordinal, 1, 0) OVER (PARTITION BY n.type, n.series ORDER BY n.ordinal) AS before
            FROM numbers n LEFT JOIN documents d ON d.row = n.document AND \(Viewer.knows("d"))
            WHERE (:type IS NULL OR n.type = :type) AND (n.document IS NULL OR d.row IS NOT NULL)
            ORDER BY n.type, n.series, n.ordinal
            """, ["type": type?.code])
        return try rows.flatMap { row in
            let view = try Self.view(row)
            return try skipped(before: row, oneByOne: most) + (view.state == .used ? [] : [view])
        }
    }

    private func skipped(before row: Row, oneByOne most: Int) throws -> [NumberView] {
        let (ordinal, before): (Int, Int) = (row["ordinal"], row["before"])
        guard ordinal - before > 1 else { return [] }
        let place = NumberingPattern.Place(series: row["series"], ordinal: ordinal)
        let pattern = try DocumentType(row["type"] as String).flatMap { try numbering(of: $0) }
        // Of another pattern than that of now they are as wide as the one after them.
        let digits =
            pattern.flatMap { $0.place(of: row["number"])?.series == place.series ? $0.digits : nil } ?? place.digits(in: row["number"])
        let skipped = (before + 1)..<ordinal
        func view(_ run: Range<Int>) -> NumberView {
            let (first, last) = (run.lowerBound, run.upperBound - 1)
            func number(_ ordinal: Int) -> String { place.number(ordinal, digits: digits) }
            return NumberView(
                number: number(first), type: row["type"], state: .open, document: nil, reason: nil,
                through: first == last ? nil : number(last), count: first == last ? nil : run.count)
        }
        let run = skipped.dropLast(most)
        return (run.isEmpty ? [] : [view(run)]) + skipped.suffix(most).map { view($0..<($0 + 1)) }
    }

    private static let select = """
        SELECT n.*, d.id AS document_id FROM numbers n LEFT JOIN documents d ON d.row = n.document AND \(Viewer.knows("d"))
        """

    private static func view(_ row: Row) throws -> NumberView {
        guard let state = NumberState(rawValue: row["state"]) else { throw CatalogueError.damagedValue("state") }
        return NumberView(
            number: row["number"], type: row["type"], state: state,
            document: try (row["document_id"] as String?).map { try DocumentID($0) }, reason: row["reason"])
    }
}
