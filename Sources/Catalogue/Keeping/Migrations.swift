import GRDB
import Schemas

/// The numbered SQL files of `schemas/`, in order. A released one is never edited; another one is added.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, bytes) in files {
            migrator.registerMigration(name) { db in
                try db.execute(sql: String(decoding: bytes, as: UTF8.self))
            }
        }
        return migrator
    }

    private static var files: [(String, [UInt8])] {
        [
            ("catalogue001", Schema.catalogue001), ("catalogue002-search", Schema.catalogue002Search),
            ("catalogue003-retention", Schema.catalogue003Retention), ("catalogue004-parties", Schema.catalogue004Parties),
            ("catalogue005-due", Schema.catalogue005Due), ("catalogue006-grants", Schema.catalogue006Grants),
            ("catalogue007-restores", Schema.catalogue007Restores), ("catalogue008-disposal", Schema.catalogue008Disposal),
            ("catalogue009-redaction", Schema.catalogue009Redaction),
            ("catalogue010-duties", Schema.catalogue010Duties), ("catalogue011-parties", Schema.catalogue011Parties),
            ("catalogue012-merged-parties", Schema.catalogue012MergedParties),
            ("catalogue013-judgements", Schema.catalogue013Judgements),
            ("catalogue014-dossiers", Schema.catalogue014Dossiers),
            ("catalogue015-originals", Schema.catalogue015Originals),
            ("catalogue016-loans", Schema.catalogue016Loans),
            ("catalogue017-stocktakes", Schema.catalogue017Stocktakes), ("catalogue018-packs", Schema.catalogue018Packs),
            ("catalogue019-growth", Schema.catalogue019Growth), ("catalogue020-transmittals", Schema.catalogue020Transmittals),
        ]
    }
}
