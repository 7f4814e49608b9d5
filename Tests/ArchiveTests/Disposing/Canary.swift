import Catalogue
import Disk
import Foundation
import GRDB
import SystemPackage
import Testing

/// What must be gone: characters of Extension B, which do not occur by chance, in every form in which their bytes could stand somewhere.
enum Canary {
    static let text = "𠀀𠁂𠂇𡃁𢆡"

    private static let forms: [[UInt8]] = {
        let gb18030 = text.data(using: String.Encoding(rawValue: 0x8000_0632))
        let utf16 = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        return [Array(text.utf8), utf16, utf16.indices.map { utf16[$0 ^ 1] }] + (gb18030.map { [Array($0)] } ?? [])
    }()

    /// The files below a folder in which any form of it stands.
    static func traces(_ root: FilePath) throws -> [String] {
        try BackupWorld.files(below: root).filter { _, bytes in forms.contains { Data(bytes).range(of: Data($0)) != nil } }.keys.sorted()
    }

    /// How many terms of the full-text index have a sign of it. Leaf pages are compressed by prefixes, so that their bytes say nothing;
    /// and more than one segment could hold terms that the newest takes back.
    static func terms(_ root: FilePath) throws -> Int {
        let catalogue = Catalogue(folder: CatalogueFolder(folder: root.appending("catalogue"), disk: Disk()))
        return try catalogue.current().database.write { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%' AND name LIKE 'search_%'")
            return try tables.reduce(0) { found, table in
                try db.execute(sql: "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, \(table), row)")
                defer { try? db.execute(sql: "DROP TABLE temp.vocabulary") }
                let terms = try String.fetchAll(db, sql: "SELECT term FROM temp.vocabulary")
                let segments = try Int.fetchOne(db, sql: "SELECT COUNT(DISTINCT segid) FROM \(table)_idx") ?? 0
                let has = terms.count { term in text.unicodeScalars.contains { term.unicodeScalars.contains($0) } }
                return found + (has > 0 ? has : segments > 1 ? segments : 0)
            }
        }
    }
}
