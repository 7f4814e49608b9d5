public import Records

/// Rows below headings, for any form that leaves the house: a list of what is due, a disposal list, a ledger.
///
/// ```swift
/// let list = Table(
///     title: Phrase("到期清单", "What is due"),
///     columns: [Column(Phrase("题名", "Title"), weight: 4), Column(Phrase("到期日", "Due"), alignment: .center)],
///     rows: [[.text("销售合同"), .date(day)]])
/// try list.xlsx(.chinese, created: now)
/// ```
public struct Table: Sendable, Hashable {
    public let title: Phrase
    /// One at least.
    public let columns: [Column]
    /// In each as many cells as there are columns.
    public let rows: [[Cell]]
    /// The last row, told from the others by its looks; nil for none.
    public let totals: [Cell]?

    /// - Precondition: There is a column, and each row has a cell for each.
    public init(title: Phrase, columns: [Column], rows: [[Cell]], totals: [Cell]? = nil) {
        precondition(!columns.isEmpty, "table: it must have a column")
        precondition(
            (rows + (totals.map { [$0] } ?? [])).allSatisfy { $0.count == columns.count }, "table: a row needs a cell for each column")
        self.title = title
        self.columns = columns
        self.rows = rows
        self.totals = totals
    }

    /// Rows and totals.
    var lines: [[Cell]] { totals.map { rows + [$0] } ?? rows }
}

/// A column of a ``Table``.
public struct Column: Sendable, Hashable {
    /// Where a text stands between the edges of its place.
    public enum Alignment: Sendable, Hashable { case leading, center, trailing }

    public let heading: Phrase
    /// Its share of a printed page's width: one of weight 2 is twice as wide as one of weight 1.
    public let weight: Int
    public let alignment: Alignment

    /// - Parameter weight: 1 at least, which is the default.
    public init(_ heading: Phrase, weight: Int = 1, alignment: Alignment = .leading) {
        self.heading = heading
        self.weight = max(1, weight)
        self.alignment = alignment
    }
}

/// What stands in one place of a ``Table``.
public enum Cell: Sendable, Hashable {
    case text(String)
    case number(Int)
    case amount(Amount)
    case date(CivilDate)
    case empty

    /// As it is printed: `1280000.00` for yuan, `USD 1280000.00` for other currencies.
    var text: String {
        switch self {
        case .text(let text): text.seemly
        case .number(let number): String(number)
        case .amount(let amount): amount.currency == "CNY" ? amount.decimal : amount.description
        case .date(let date): date.description
        case .empty: ""
        }
    }
}
