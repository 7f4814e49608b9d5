import Disk
import GRDB

/// Why the catalogue cannot be used.
public enum CatalogueError: Error, Sendable, Equatable {
    /// `catalogue/current` does not name a generation.
    case currentUnreadable
    /// There is none: none was made yet, or somebody took it away.
    case missing
    /// An older program made it.
    case outdated
    /// A newer program migrated it.
    case newerThanProgram
    /// An event came out of order: this is damage or our own fault.
    case outOfOrder(expected: Int, got: Int)
    /// An event speaks of something the catalogue does not have.
    case unknownSubject(String, sequence: Int)
    /// An event type of the registry has no projection: our own fault.
    case notProjectable(String)
    /// A row holds what this program never writes; the column is named.
    case damagedValue(String)
    /// The disk has no room for the catalogue.
    case full
    /// The catalogue's files cannot be written, or not opened.
    case readOnly
    /// This process has too many files open to open another; it is no fault of the disk, and passes.
    case tooManyOpen
    /// Somebody reads a state that would have to go.
    case busy
    /// The disk failed; the transaction is gone.
    case diskFailed(String)
    /// The database is not one, or not whole.
    case damaged(String)
    /// A statement failed so that the database gave up the transaction: our own fault.
    case transactionLost(String)
    /// A statement failed: our own fault.
    case statementFailed(String)

    /// Whether the transaction in which it was thrown can go on: what it tried to do there never was.
    public var leavesTransactionWhole: Bool {
        switch self {
        case .full, .readOnly, .tooManyOpen, .diskFailed, .damaged, .transactionLost: false
        default: true
        }
    }
}

extension CatalogueError {
    /// Whether, where opening says so, another one is to be made from journal and derived files.
    public var callsForRenewal: Bool {
        switch self {
        case .currentUnreadable, .missing, .outdated, .damaged: true
        default: false
        }
    }

    /// Runs work on the database; what SQLite throws becomes an error that says what it means.
    static func translating<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let error as DatabaseError {
            throw translated(error)
        }
    }

    private static func translated(_ error: DatabaseError) -> CatalogueError {
        let detail = "\(error.extendedResultCode) \(error.message ?? "")"
        return switch error.resultCode {
        case .SQLITE_FULL: .full
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        // No room for the log's index.
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: .full
        // A page that must be there is not: somebody cut the database or its log off.
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ: .damaged(detail)
        case .SQLITE_CANTOPEN where Descriptors.areScarce: .tooManyOpen
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .readOnly
        case .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_INTERRUPT, .SQLITE_ABORT: .diskFailed(detail)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(detail)
        // Migrations made them all, and the index its own: somebody took them away, or wrote into them.
        case .SQLITE_ERROR where Self.signsOfDamage.contains { error.message?.hasPrefix($0) == true }: .damaged(detail)
        default: .statementFailed(detail)
        }
    }

    /// How messages of SQLite begin where what is always there is not, or is something else.
    private static let signsOfDamage = ["no such table", "no such column", "invalid fts5", "no such fts5 table"]
}
