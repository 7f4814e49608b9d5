import GRDB
import Records

/// What the numbering patterns are, for projection and for reading alike.
enum NumberQueries {
    /// The pattern that numbers of this type follow; nil where the type has none.
    static func pattern(of type: DocumentType, in db: Database) throws -> NumberingPattern? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT pattern FROM numbering WHERE type = ?"), arguments: [type.code])
            .flatMap { NumberingPattern($0) }
    }
}
