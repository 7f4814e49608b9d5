public import Disk
public import SystemPackage

/// Why keys, passwords or tokens cannot be read or kept.
public enum CredentialsError: Error, Sendable, Equatable {
    case disk(DiskError)
    /// Others than its owner can get at this file or folder, so what is in it is no secret any more.
    case exposed(FilePath)
    /// Something else stands where a file or the folder is to be.
    case notPlain(FilePath, isFolder: Bool)
    /// The folder holds the secrets of another archive, whose name is given.
    case homeOfAnother(FilePath, String)
    /// The file is not what this program writes.
    case damaged(FilePath)
    /// There is no signing key; there was none made, or it was lost.
    case noSigningKey(FilePath)
    /// The signing key and the public key pinned beside it do not belong together.
    case keysDiffer(FilePath)
    /// A password has 8 to 1024 bytes.
    case passwordRefused
    /// The file may not hold more than so many.
    case tooMany(FilePath, most: Int)
}
