public import GRDB
public import Records

/// An open matter (未结事项, R-35) as people see it.
public struct MatterView: Sendable, Hashable, Codable {
    public let number: Int
    public let document: DocumentID
    public let kind: String
    public let note: String
    public let openedOn: String
    /// Nil while it is open.
    public let settledOn: String?
    public let settledReason: String?
}

/// Reading open matters.
public enum MatterQueries {
    /// The last number that was given; 0 before the first.
    public static func last(in db: Database) throws -> Int { try Int.fetchOne(db, sql: "SELECT MAX(number) FROM matters") ?? 0 }

    public static func matter(_ number: Int, in db: Database) throws -> MatterView? {
        try Row.fetchOne(db, sql: select + " WHERE m.number = ?", arguments: [number]).map(view)
    }

    public static func matters(of document: DocumentID?, settled: Bool, in db: Database) throws -> [MatterView] {
        var (conditions, arguments): ([String], StatementArguments) = ([], [])
        if !settled { conditions.append("m.settled_on IS NULL") }
        if let document {
            conditions.append("d.id = ?")
            arguments = [document.compact]
        }
        let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        return try Row.fetchAll(db, sql: select + filter + " ORDER BY m.number", arguments: arguments).map(view)
    }

    /// The kinds of what is open on a document.
    public static func openKinds(on row: Int64, in db: Database) throws -> Set<String> {
        try String.fetchSet(db, sql: "SELECT kind FROM matters WHERE document = ? AND settled_on IS NULL", arguments: [row])
    }

    private static let select = "SELECT m.*, d.id AS document_id FROM matters m JOIN documents d ON d.row = m.document"

    private static func view(_ row: Row) throws -> MatterView {
        MatterView(
            number: row["number"], document: try DocumentID(row["document_id"] as String), kind: row["kind"], note: row["note"],
            openedOn: row["opened_on"], settledOn: row["settled_on"], settledReason: row["settled_reason"])
    }
}
