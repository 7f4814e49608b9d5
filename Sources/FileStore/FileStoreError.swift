public import Disk
public import Records
public import SystemPackage
public import Wording

/// Why the file store cannot go on. What a check finds is returned as a ``Finding`` instead.
public enum FileStoreError: Error, Sendable, Equatable {
    case disk(DiskError)
    /// No object of this document is in the store.
    case objectMissing(DocumentID)
    case versionMissing(DocumentID, Int)
    case fileMissing(DocumentID, Int, LogicalPath)
    /// The inventory is not one that this program writes, or differs from its sidecar.
    case inventoryUnreadable(DocumentID, InventoryFault)
    /// Bytes differ from their digest.
    case digestDiffers(DocumentID, LogicalPath, expected: ContentDigest)
    /// An object is already where a new one was to be.
    case objectExists(DocumentID)
    /// The same logical path twice in one version.
    case pathTwice(LogicalPath)
    /// A file of the store is shorter or longer than when it was filed.
    case placeUnfit(FilePath, reason: PlaceProblem)
}

extension FileStoreError {
    /// The document whose object is not there, or not what was filed; nil where it is about something else.
    public var damagedObject: DocumentID? {
        switch self {
        case .objectMissing(let document), .inventoryUnreadable(let document, _), .digestDiffers(let document, _, _): document
        default: nil
        }
    }
}

/// Why a folder cannot hold an archive.
public enum PlaceProblem: Error, Sendable, Equatable {
    case networkFileSystem(String)
    case severalDevices
    case noHardLinks
    case noExchange
    case noLocks
    case notOwner
}

/// Runs disk calls and wraps their failure.
func onDisk<Value>(_ work: () throws(DiskError) -> Value) throws(FileStoreError) -> Value {
    do { return try work() } catch { throw .disk(error) }
}
