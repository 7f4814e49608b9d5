import Disk
import GRDB
import Synchronization
import SystemPackage

/// The catalogue in use: whichever generation `current` names, looked up at each transaction, so that a rebuild by another
/// process is noticed.
public final class Catalogue: Sendable {
    public let folder: CatalogueFolder
    private let open = Mutex<CatalogueGeneration?>(nil)

    public init(folder: CatalogueFolder) { self.folder = folder }

    /// The generation in use; the first one is made where there is none.
    public func current() throws -> CatalogueGeneration {
        try open.withLock { generation in
            let number = try folder.current()
            if let generation, generation.number == number { return generation }
            let opened = try folder.open(number ?? 1)
            if number == nil { try folder.makeCurrent(1) }
            generation = opened
            return opened
        }
    }

    /// Reads in a snapshot; never waits for a writer.
    public func read<Value>(_ work: (CatalogueTransaction) throws -> Value) throws -> Value { try current().read(work) }
}
