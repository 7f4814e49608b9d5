import GRDB
import Records
public import Retention

extension Reading {
    /// The scheme in force; nil where none was ever loaded.
    public func scheme() throws -> (version: Int, scheme: Scheme)? { try RetentionQueries.scheme(in: db) }

    /// The classes that documents are in, whoever may see these.
    public func usedClasses() throws -> Set<String> {
        Set(try rows("SELECT DISTINCT class FROM documents WHERE class IS NOT NULL").map { $0[0] as String })
    }
}
