import FileStore

extension Content {
    /// Makes sure that all bytes have their digest, so that parts of them may be sent.
    ///
    /// - Throws: ``ArchiveError`` `.digestDiffers`, or what the disk said.
    public func check() throws(ArchiveError) { try translating { try stored.check() } }

    /// The bytes block by block; the last one only once the digest over all of them is right.
    public func blocks() -> ContentBlocks { ContentBlocks(reader: stored.reader()) }
}

/// A file's bytes on their way out.
public struct ContentBlocks {
    var reader: CheckedReader

    /// The next block; nil at the end.
    ///
    /// - Throws: ``ArchiveError`` `.digestDiffers` in place of the last block, or what the disk said.
    public mutating func next() throws(ArchiveError) -> [UInt8]? {
        do { return try reader.next() } catch { throw ArchiveError.translated(error) }
    }
}
