import Catalogue
import Disk
import GRDB
import SystemPackage

/// Every row of every table of the catalogue in use, but for the working tables: what a rebuild must give again.
enum CatalogueDump {
    static func rows(of root: FilePath) throws -> [String] {
        let catalogue = Catalogue(folder: CatalogueFolder(folder: root.appending("catalogue"), disk: Disk()))
        return try catalogue.current().database.read { db in
            let tables = try String.fetchAll(
                db,
                sql:
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY name"
            )
            return try tables.filter { !CatalogueComparison.workingTables.contains($0) }.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0.description)" }.sorted()
            }
        }
    }
}
