import Catalogue
import Disk
import Journal
import Records

extension Writer {
    /// The journal's head, with the old catalogue and the objects settled as far as the old catalogue can be read.
    func settledHead() throws -> JournalHead {
        if let generation = try? catalogue.current(), let head = try? settle(generation) { return head }
        return try journal.head()
    }
}
