public import Records
public import Wording

/// What an import did, row by row where something was not filed.
public struct ImportReport: Sendable {
    /// A row or file that was not filed.
    public struct Failure: Sendable {
        /// The ledger's row; nil for a file without a ledger.
        public let row: Int?
        /// The path as the listing gives it, below the folder that is imported.
        public let file: String
        public let code: ErrorCode
        public let message: any Message
        /// Documents that held the same before this import, as far as the importer may know of them.
        public let duplicates: [Duplicate]
        /// The file of this import that holds the same.
        public let offered: String?
    }

    /// A row or file that is filed already.
    public struct Existing: Sendable {
        /// The ledger's row; nil for a file without a ledger.
        public let row: Int?
        public let file: String
        /// The documents that hold it; none in a dry run for what only ``offered`` would bring in.
        public let duplicates: [Duplicate]
        /// The file of this import that brought it in, or in a dry run would bring it in; nil where it was there before.
        public let offered: String?
    }

    /// Rows, or files where there is no ledger.
    public var rows = 0
    /// Filed by this run; with a dry run: would be filed.
    public var filed: [DocumentID?] = []
    /// Filed before, by an earlier run or otherwise.
    public var existing: [Existing] = []
    public var failures: [Failure] = []
    /// Files of the folder that no row names.
    public var unlisted: [String] = []
    /// How many files of the folder were not looked at, and why.
    public var passedOver: [PassedOver: Int] = [:]
    /// Which file brought in which document.
    var sources: [DocumentID: String] = [:]

    /// The file of this import that brought in one of these documents.
    func source(of duplicates: [Duplicate]) -> String? { duplicates.lazy.compactMap { $0.id.flatMap { sources[$0] } }.first }

    /// What of these documents was there before this import.
    func older(_ duplicates: [Duplicate]) -> [Duplicate] {
        duplicates.filter { duplicate in duplicate.id.map { sources[$0] == nil } ?? true }
    }

    /// Takes out the documents that a dry run only imagined.
    mutating func forgetImagined() {
        filed = filed.map { _ in nil }
        existing = existing.map { Existing(row: $0.row, file: $0.file, duplicates: older($0.duplicates), offered: $0.offered) }
    }
}
