/// Why the catalogue cannot be used.
public enum CatalogueError: Error, Sendable, Equatable {
    /// `catalogue/current` does not name a generation.
    case currentUnreadable
    /// The generation went away while it was being opened.
    case generationRetired(Int)
    /// A newer program migrated it.
    case newerThanProgram
    /// An event came out of order: this is damage or our own fault.
    case outOfOrder(expected: Int, got: Int)
    /// An event speaks of something the catalogue does not have.
    case unknownSubject(String, sequence: Int)
    /// A row holds what this program never writes; the column is named.
    case damagedValue(String)
}
