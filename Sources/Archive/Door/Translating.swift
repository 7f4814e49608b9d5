import Catalogue
import Disk
import FileStore
import Journal
import Records
import SystemPackage
import Wording

/// Runs work and turns whatever the floors below throw into an ``ArchiveError`` that says what happened and what to do.
func translating<Value>(_ work: () throws -> Value) throws(ArchiveError) -> Value {
    do { return try work() } catch { throw ArchiveError.translated(error) }
}

extension ArchiveError {
    /// A fault of ours.
    static func fault(_ detail: String) -> ArchiveError {
        ArchiveError(.internal, ArchiveMessage.internalFault(detail), remedy: Remedy.report)
    }

    /// What an error of a floor below means to whoever asked.
    static func translated(_ error: any Error) -> ArchiveError {
        switch error {
        case let error as ArchiveError: error
        case let error as DiskError: disk(error)
        case let error as FileStoreError: store(error)
        case let error as JournalError: journal(error)
        case let error as CredentialsError: error.archiveError
        case let error as ControlRegisterError: error.archiveError
        case let error as CatalogueError: catalogue(error)
        // What comes in was read where it came in: this one stands in a row that this program never wrote.
        case is IdentifierError: catalogue(.damagedValue("id"))
        case is CancellationError: ArchiveError(.interrupted, ArchiveMessage.internalFault("interrupted"))
        default:
            ArchiveError(.internal, ArchiveMessage.internalFault(String(describing: type(of: error))), remedy: Remedy.report, cause: error)
        }
    }

    private static func disk(_ error: DiskError) -> ArchiveError {
        let path = error.path.string
        switch error.errno {
        case .noSpace, .diskQuotaExceeded:
            return ArchiveError(.noSpace, ArchiveMessage.noSpace(path), remedy: Remedy.freeSpace, subject: path, cause: error)
        case .readOnlyFileSystem:
            return ArchiveError(.readOnly, ArchiveMessage.readOnly(path), remedy: Remedy.makeWritable, subject: path, cause: error)
        case .permissionDenied, .notPermitted:
            return ArchiveError(.readOnly, ArchiveMessage.readOnly(path), remedy: Remedy.runAsOwner, subject: path, cause: error)
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem: return tooManyOpen(error, subject: path)
        default:
            return ArchiveError(
                .diskFailed, ArchiveMessage.diskFailed("\(error.operation) \(path)", error.errno), remedy: Remedy.verifyAndRestore,
                subject: path,
                cause: error)
        }
    }

    /// What a process may have open is used up: that passes.
    static func tooManyOpen(_ cause: (any Error)? = nil, subject: String) -> ArchiveError {
        ArchiveError(.diskFailed, ArchiveMessage.tooManyOpen(subject), remedy: Remedy.openFewer, subject: subject, cause: cause)
    }

    private static func store(_ error: FileStoreError) -> ArchiveError {
        switch error {
        case .disk(let error): disk(error)
        case .objectMissing(let id):
            ArchiveError(
                .objectDamaged, ArchiveMessage.objectDamaged("\(id)"), remedy: Remedy.verifyAndRestore, subject: "\(id)", cause: error)
        case .versionMissing(let id, let version):
            ArchiveError(.versionUnknown, ArchiveMessage.versionUnknown("\(id)", version), subject: "\(id)", cause: error)
        case .fileMissing(let id, _, let path):
            ArchiveError(.fileUnknown, ArchiveMessage.fileUnknown("\(id)", name: path.name), subject: "\(id)", cause: error)
        case .inventoryUnreadable(let id, let fault):
            ArchiveError(
                .objectDamaged, ArchiveMessage.objectDamaged("\(id)", fault), remedy: Remedy.verifyAndRestore, subject: "\(id)",
                cause: error)
        case .digestDiffers(let id, let path, _):
            ArchiveError(
                .digestDiffers, ArchiveMessage.digestDiffers("\(id)", name: path.name), remedy: Remedy.verifyAndRestore, subject: "\(id)",
                cause: error)
        case .objectExists(let id): ArchiveError(.objectDamaged, ArchiveMessage.objectDamaged("\(id)"), subject: "\(id)", cause: error)
        case .pathTwice(let path):
            ArchiveError(.nameRefused, ArchiveMessage.sameName(path.name), remedy: Remedy.giveName, subject: path.name, cause: error)
        case .placeUnfit(let path, let reason):
            ArchiveError(
                .placeUnfit, ArchiveMessage.placeUnfit(reason.name), remedy: Remedy.useLocalDisk, subject: path.string, cause: error)
        }
    }

    private static func journal(_ error: JournalError) -> ArchiveError {
        switch error {
        // No disk failed: what should be there is not, or is something else.
        case .disk(let error) where [.noSuchFileOrDirectory, .isDirectory, .notDirectory].contains(error.errno):
            ArchiveError(
                .journalDamaged, ArchiveMessage.journalGone(error.path.lastComponent?.string ?? error.path.string),
                remedy: Remedy.restoreJournal, subject: error.path.string, cause: error)
        case .disk(let error): disk(error)
        case .outcomeUnknown: ArchiveError(.outcomeUnknown, ArchiveMessage.outcomeUnknown, remedy: Remedy.sameKey, cause: error)
        case .notInTree(let sequence, _):
            ArchiveError(.recordUnknown, error.message, remedy: error.remedy, subject: "\(sequence)", cause: error)
        case .groupTooLarge: ArchiveError(.tooLarge, error.message, remedy: Remedy.splitChange, cause: error)
        default: ArchiveError(.journalDamaged, error.message, remedy: error.remedy ?? Remedy.restoreJournal, cause: error)
        }
    }

    private static func catalogue(_ error: CatalogueError) -> ArchiveError {
        switch error {
        case .newerThanProgram:
            ArchiveError(.newerProgramNeeded, ArchiveMessage.newerProgramNeeded("catalogue"), remedy: Remedy.updateProgram, cause: error)
        case .full: ArchiveError(.noSpace, ArchiveMessage.noSpace("catalogue/"), remedy: Remedy.freeSpace, cause: error)
        case .readOnly: ArchiveError(.readOnly, ArchiveMessage.readOnly("catalogue/"), remedy: Remedy.runAsOwner, cause: error)
        case .tooManyOpen: tooManyOpen(error, subject: "catalogue/")
        case .diskFailed: ArchiveError(.diskFailed, ArchiveMessage.diskFailed("catalogue", nil), remedy: Remedy.rebuild, cause: error)
        case .statementFailed, .transactionLost, .notProjectable:
            ArchiveError(.internal, ArchiveMessage.internalFault("catalogue"), remedy: Remedy.report, cause: error)
        default: ArchiveError(.catalogueDamaged, ArchiveMessage.catalogueDamaged(error.problem), remedy: Remedy.rebuild, cause: error)
        }
    }
}
