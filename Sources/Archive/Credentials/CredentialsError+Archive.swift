import Disk
import Records
import SystemPackage
import Wording

extension CredentialsError {
    /// The same, as the archive says it.
    public var archiveError: ArchiveError {
        switch self {
        case .disk(let error) where error.isNoSpace:
            ArchiveError(.noSpace, ArchiveMessage.noSpace(error.path.string), remedy: Remedy.freeSpace, cause: self)
        case .disk(let error):
            ArchiveError(.diskFailed, ArchiveMessage.diskFailed("\(error.operation) \(error.path)", error.errno), cause: self)
        case .exposed(let path):
            ArchiveError(
                .placeUnfit, CredentialsMessage.exposed(path.string), remedy: CredentialsMessage.closeToOthers, subject: path.string,
                cause: self)
        case .notPlain(let path, let isFolder):
            ArchiveError(
                .placeUnfit, CredentialsMessage.notPlain(path.string, isFolder: isFolder), remedy: CredentialsMessage.restoreKey,
                subject: path.string, cause: self)
        case .homeOfAnother(let path, let archive):
            ArchiveError(
                .placeUnfit, CredentialsMessage.homeOfAnother(path.string, archive: archive), remedy: CredentialsMessage.chooseHome,
                subject: path.string, cause: self)
        case .damaged(let path):
            ArchiveError(
                .placeUnfit, CredentialsMessage.damaged(path.string), remedy: CredentialsMessage.restoreKey, subject: path.string,
                cause: self)
        case .noSigningKey(let path):
            ArchiveError(
                .placeUnfit, CredentialsMessage.noSigningKey(path.string), remedy: CredentialsMessage.restoreKey, subject: path.string,
                cause: self)
        case .keysDiffer(let path):
            ArchiveError(
                .placeUnfit, CredentialsMessage.keysDiffer(path.string), remedy: CredentialsMessage.restoreKey, subject: path.string,
                cause: self)
        case .passwordRefused: ArchiveError(.valueRefused, CredentialsMessage.passwordRefused, subject: "password", cause: self)
        case .tooMany(let path, let most):
            ArchiveError(
                .tooLarge, CredentialsMessage.tooMany(path.lastComponent?.string ?? "", most: most),
                remedy: CredentialsMessage.revokeUnused,
                cause: self)
        }
    }
}
