public import FileStore
public import Records

/// A file of a version, ready to be sent.
public struct Content: Sendable {
    public let document: DocumentID
    public let version: VersionNumber
    public let file: FileRecord
    /// The bytes, checked as they pass.
    public let stored: StoredFile

    public init(document: DocumentID, version: VersionNumber, file: FileRecord, stored: StoredFile) {
        self.document = document
        self.version = version
        self.file = file
        self.stored = stored
    }
}

extension Content {
    /// Gives all bytes in blocks; the last one only once the digest over all of them is right.
    ///
    /// - Throws: ``ArchiveError`` `.digestDiffers` in place of the last block, or what `take` throws.
    public func read(_ take: ([UInt8]) throws(ArchiveError) -> Void) throws(ArchiveError) {
        var reader = stored.reader()
        while true {
            let block: [UInt8]?
            do { block = try reader.next() } catch { throw ArchiveError.translated(error) }
            guard let block else { return }
            try take(block)
        }
    }
}

extension LocalArchive {
    /// Checks a file's name as a user typed it.
    public static func fileName(_ text: String) throws(ArchiveError) -> FileName { try IncomingName.checked(text) }
}
