public import GRDB
public import Records

/// What a verification holds the objects against.
public enum VerificationQueries {
    /// The digest of each document's inventory as its last event named it.
    public static func inventories(in db: Database) throws -> [DocumentID: String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT d.id, v.inventory FROM documents d JOIN versions v ON v.document = d.row AND v.number = d.version")
        return try Dictionary(
            rows.map { (try DocumentID($0["id"] as String), $0["inventory"] as String) }, uniquingKeysWith: { first, _ in first })
    }
}
