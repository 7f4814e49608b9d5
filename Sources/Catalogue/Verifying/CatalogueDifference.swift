public import Records

/// A row in which a catalogue is not what journal and derived files make.
public struct CatalogueDifference: Sendable, Hashable {
    /// In what way a row is not as it should be.
    public enum Kind: Sendable, Hashable {
        /// The row should be there and is not.
        case missing
        /// The row is there and should not be.
        case unexpected
        /// Columns of it hold something else.
        case differs
        /// So many more rows of the table differ than are named one by one.
        case more(Int)
    }

    public let kind: Kind
    /// Its name in the catalogue.
    public let table: String
    /// The row's key: `row=12`, or the first word that differs of a full-text table; empty for those that are only counted.
    public let key: String
    /// The columns that differ. What they hold is not told.
    public let columns: [String]
    /// The document that the row is about.
    public let document: DocumentID?
}
