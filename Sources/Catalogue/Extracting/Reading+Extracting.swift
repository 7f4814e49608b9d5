import GRDB
public import Records

extension Reading {
    /// How many files wait for their text.
    public func waitingFiles() throws -> Int {
        try count("SELECT COUNT(*) FROM \(ExtractionQueries.waitingContents) WHERE \(Viewer.knows("d"))")
    }

    /// Whether a file of a document's current version waits for its text, whoever asks.
    public func waitsForText(_ document: DocumentID) throws -> Bool {
        try row("SELECT 1 FROM \(ExtractionQueries.waitingContents) WHERE d.id = :id", ["id": document.compact]) != nil
    }

    /// Files of current versions without text, or with less than all of it.
    public func extractionFailures() throws -> [ExtractionFailure] {
        try rows(
            """
            SELECT d.id, f.name, f.sha256, f.media_type, e.reason FROM extractions e JOIN documents d ON d.row = e.document
            JOIN files f ON f.document = d.row AND f.version = d.version AND f.sha256 = e.sha256
            WHERE \(ExtractionQueries.lacksText) AND \(Viewer.knows("d"))
            ORDER BY d.row, f.position
            """
        ).map {
            ExtractionFailure(
                document: try DocumentID($0["id"] as String), name: $0["name"], sha256: $0["sha256"], mediaType: $0["media_type"],
                reason: $0["reason"])
        }
    }
}
