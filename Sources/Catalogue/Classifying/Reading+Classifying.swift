import GRDB
public import Records
public import Retention

extension Reading {
    /// The scheme in force; nil where none was ever loaded.
    public func scheme() throws -> (version: Int, scheme: Scheme)? { try RetentionQueries.scheme(in: db) }

    /// All documents of a class itself, withdrawn ones too and whoever may know of them, in the order of filing.
    public func everything(inClass code: String) throws -> [DocumentID] {
        try rows("SELECT id FROM documents WHERE class = :class AND destroyed = 0 ORDER BY row", ["class": code]).map {
            try DocumentID($0[0] as String)
        }
    }

    /// How many documents of a class have a file whose text is not read yet, whoever may see them.
    public func unread(inClass code: String) throws -> Int {
        try count(
            "SELECT COUNT(DISTINCT d.row) FROM \(ExtractionQueries.waitingContents) WHERE d.class = :class AND d.destroyed = 0",
            ["class": code])
    }

    /// The classes that documents are in, whoever may see these.
    public func usedClasses() throws -> Set<String> {
        Set(try rows("SELECT DISTINCT class FROM documents WHERE class IS NOT NULL").map { $0[0] as String })
    }
}
