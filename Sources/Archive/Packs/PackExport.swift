import Exchange
import FileStore
public import Records
import Wording

/// The file of a pack: a ZIP that is a bag. All of it was looked at and is whole before its first byte leaves.
public struct PackExport: Sendable {
    /// `交底资料-….zip`
    public let name: String
    /// In bytes.
    public let size: Int64
    public let pack: PackID
    public let edition: Int
    let layout: ZipLayout
    let sources: [PackSource]

    /// Its bytes, block by block.
    public func blocks() -> PackBlocks { PackBlocks(layout, sources) }

    /// Gives all bytes in blocks.
    ///
    /// - Throws: ``ArchiveError`` as ``PackBlocks/next()``, or what `take` throws.
    public func read(_ take: ([UInt8]) throws(ArchiveError) -> Void) throws(ArchiveError) {
        var blocks = blocks()
        while let block = try blocks.next() { try take(block) }
    }
}

/// Where the bytes of a file in a pack come from.
enum PackSource: Sendable {
    case made([UInt8])
    /// Opened only while it is read: a pack may have more files than a process may have open.
    case stored(@Sendable () throws(ArchiveError) -> StoredFile)

    /// - Parameter take: Given the bytes block by block, after they had their digest.
    func read(_ take: ([UInt8]) -> Void) throws(ArchiveError) {
        switch self {
        case .made(let bytes): take(bytes)
        case .stored(let open):
            let reader = try open().reader()
            try translating {
                var reader = reader
                while let block = try reader.next() { take(block) }
            }
        }
    }
}

/// The bytes of a pack on their way out.
public struct PackBlocks {
    private let layout: ZipLayout
    private let sources: [PackSource]
    /// The file that is being sent; as many as there are for the directory, one more at the end.
    private var index = 0
    private var open: Open?

    private struct Open {
        let file: StoredFile
        var offset: Int64 = 0
        var sum = ZipCheckSum()
    }

    init(_ layout: ZipLayout, _ sources: [PackSource]) {
        self.layout = layout
        self.sources = sources
    }

    /// The next block; nil at the end.
    ///
    /// - Throws: ``ArchiveError`` `.digestDiffers` where a file is not any more what it was when it was looked at, or what the disk said.
    public mutating func next() throws(ArchiveError) -> [UInt8]? {
        if let block = try rest() { return block }
        guard index < sources.count else {
            defer { index += 1 }
            return index == sources.count ? layout.end : nil
        }
        let header = layout.header(of: index)
        switch sources[index] {
        case .made(let bytes):
            index += 1
            return header + bytes
        case .stored(let file):
            open = Open(file: try file())
            return header
        }
    }

    /// More of the file that is open; nil where none is, or all of it was given.
    private mutating func rest() throws(ArchiveError) -> [UInt8]? {
        guard var open else { return nil }
        let entry = layout.entries[index]
        let (left, offset) = (entry.size - open.offset, open.offset)
        if left > 0 {
            let file = open.file
            let block = try translating { try file.read(Int(min(Int64(CheckedReader.blockSize), left)), at: offset) }
            open.offset += Int64(block.count)
            open.sum.update(block)
            self.open = open
            if !block.isEmpty { return block }
        }
        guard open.offset == entry.size, open.sum.value == entry.crc else {
            throw ArchiveError(.digestDiffers, PackMessage.changedMeanwhile(entry.path), subject: entry.path)
        }
        self.open = nil
        index += 1
        return nil
    }
}
