import Catalogue
import Disk
import Journal
import Records

extension Writer {
    /// Runs `work` under the writer's lock without looking at the catalogue, which may be damaged or missing: that is why it is made anew.
    func exclusivelyUnsettled<Value>(_ work: () throws -> Value) throws(ArchiveError) -> Value {
        try translating {
            guard let lock = try place.disk.lock(place.lock, wait: true) else { throw ArchiveError.fault("waiting for a lock gave none") }
            defer { lock.release() }
            return try work()
        }
    }

    /// The journal's head, with the old catalogue and the objects settled as far as the old catalogue can be read.
    func settledHead() throws -> JournalHead {
        if let generation = try? catalogue.current(), let head = try? settle(generation) { return head }
        return try journal.head()
    }
}
