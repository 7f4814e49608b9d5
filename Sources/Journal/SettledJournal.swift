public import SystemPackage

/// What settling did.
public struct SettledJournal: Sendable {
    /// Where the journal ends now.
    public let head: JournalHead
    /// The lines that were written again; nil where there were none past the catalogue's number.
    public let rewritten: ClosedRange<Int>?
    /// The file that a torn tail was kept in; nil where there was none.
    public let keptAside: FilePath?
}
