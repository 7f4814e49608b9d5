import GRDB
import Records

extension Projection {
    static func index(_ row: Int64, in db: Database) throws {}
}
