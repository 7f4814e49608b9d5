import Disk
import GRDB
import Synchronization
import SystemPackage

/// The catalogue in use: whichever generation `current` names, looked up at each transaction, so that a rebuild by another
/// process is noticed, and a database that somebody took away.
public final class Catalogue: Sendable {
    public let folder: CatalogueFolder
    private let open = Mutex<CatalogueGeneration?>(nil)

    public init(folder: CatalogueFolder) { self.folder = folder }

    /// The generation in use. One that can only be read is opened anew each time: nobody can say when it may be written again.
    ///
    /// - Parameter acceptingOlder: Whether one that an older program made is good enough.
    /// - Throws: ``CatalogueError``; where it ``CatalogueError/callsForRenewal``, another one is to be made.
    public func current(acceptingOlder: Bool = false) throws -> CatalogueGeneration {
        try open.withLock { kept in
            while true {
                guard let number = try folder.current() else { throw CatalogueError.missing }
                if let kept, kept.number == number, kept.isUsable { return kept }
                kept = nil
                do {
                    let opened = try folder.open(number, acceptingOlder: acceptingOlder)
                    if !opened.isFixed, !acceptingOlder { kept = opened }
                    return opened
                } catch CatalogueError.missing {
                    // Between the look at `current` and the lock, another generation may have taken its place.
                    guard try folder.current() != number else { throw CatalogueError.missing }
                }
            }
        }
    }

    /// Reads in a snapshot; never waits for a writer.
    public func read<Value>(_ work: (CatalogueTransaction) throws -> Value) throws -> Value { try current().read(work) }
}
