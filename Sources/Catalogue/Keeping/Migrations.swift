import GRDB
import Schemas

/// The numbered SQL files of `schemas/`, in order. A released one is never edited; another one is added.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, sql) in Schema.migrations {
            migrator.registerMigration(name) { db in
                try db.execute(sql: String(decoding: sql, as: UTF8.self))
            }
        }
        return migrator
    }
}
