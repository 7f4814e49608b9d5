public import Records
import Wording

/// What an import did, row by row where something went wrong.
public struct ImportReport: Sendable {
    /// A row or file that was not filed.
    public struct Failure: Sendable {
        /// The ledger's row; nil for a file without a ledger.
        public let row: Int?
        /// The path as the listing gives it, below the folder that is imported.
        public let file: String
        public let code: ErrorCode
        public let message: any Message
    }

    /// Rows, or files where there is no ledger.
    public var rows = 0
    /// Filed by this run; with a dry run: would be filed.
    public var filed: [DocumentID?] = []
    /// Filed before, by an earlier run or otherwise.
    public var existing: [DocumentID] = []
    public var failures: [Failure] = []
    /// Files of the folder that no row names.
    public var unlisted: [String] = []
}
