public import Disk
public import Records
public import SystemPackage

/// The control register of an archive: a file outside the root that tells, line by line and signed, of what a restore from an older
/// backup must know: holds, and what was destroyed.
///
/// It is appended to under the archive's writer's lock, after the journal's fsync and before the answer. What happened is in the journal;
/// a register that lost its end is filled from there.
public struct ControlRegister: Sendable {
    public let path: FilePath
    let disk: Disk

    public init(path: FilePath, disk: Disk) {
        self.path = path
        self.disk = disk
    }

    /// Most bytes of a register that is read: holds are thousands at most.
    static let longest = 256 << 20

    /// What a register says.
    public struct Contents: Sendable {
        public fileprivate(set) var lines: [ControlLine]
        /// In bytes, without an end that is torn.
        fileprivate var length: Int64
        /// Whether something stands behind the last whole line.
        public let isTorn: Bool

        /// The last line.
        public var last: ControlLine? { lines.last }
    }

    /// Reads the register, and makes sure of its chain and of each signature.
    ///
    /// - Parameters:
    ///   - archive: whose it must be.
    ///   - keys: the keys pinned outside the root; without any, nothing counts as signed. Nil where signatures are not asked for.
    /// - Returns: nil where there is none.
    /// - Throws: ``ControlRegisterError``
    public func read(of archive: String, keys: [NoteVerifier]?) throws(ControlRegisterError) -> Contents? {
        guard let contents = try scan(archive) else { return nil }
        guard let first = contents.lines.first else { throw .damaged(path, line: 1) }
        guard first.archive == archive else { throw .foreign(path, archive: first.archive) }
        var previous = JournalDigest.zero
        var sequence = 0
        for (index, line) in contents.lines.enumerated() {
            guard line.archive == archive, line.number == index, line.previous == previous, (line.header == nil) == (index == 0) else {
                throw .damaged(path, line: index + 1)
            }
            guard keys.map({ line.isSigned(by: $0) }) ?? true else { throw .unsigned(path, line: index + 1) }
            if let header = line.header {
                // A restored archive goes on from an earlier event; nothing else goes back.
                guard header.sequence > sequence || header.type.name.hasPrefix("archive.restored/") else {
                    throw .damaged(path, line: index + 1)
                }
                sequence = header.sequence
            }
            previous = line.digest
        }
        return contents
    }

    /// The number of the event that its last whole line tells of. Nothing is made sure of: that is for whoever does not expect what it says.
    ///
    /// What it costs does not grow with the register.
    /// - Returns: nil where there is no register, or its last line tells of no event.
    public func lastTold() throws(ControlRegisterError) -> Int? {
        try onDisk { () throws(DiskError) in
            guard let size = try disk.status(path)?.size else { return nil }
            let (file, feed) = (try disk.openForReading(path), UInt8(ascii: "\n"))
            var count = min(size, 1 << 14)
            while true {
                let tail = try file.read(Int(count), at: size - count)
                let whole = tail.lastIndex(of: feed).map { tail[..<$0] } ?? []
                if let start = whole.lastIndex(of: feed).map({ $0 + 1 }) ?? (count == size ? 0 : nil) {
                    return ControlLine(bytes: Array(whole[min(start, whole.endIndex)...]))?.header?.sequence
                }
                count = min(size, count << 4)
            }
        }
    }

    /// The lines as they stand; an end that was not written whole is left out.
    private func scan(_ archive: String) throws(ControlRegisterError) -> Contents? {
        let bytes = try onDisk { () throws(DiskError) in
            try disk.status(path) == nil ? nil : try disk.read(path, limit: Self.longest)
        }
        guard let bytes else { return nil }
        let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        // What a begin left that did not come to its first line's end is no register yet: nothing at all, a part of that line, or zeros.
        let start = Array("{\"archive\":\"\(archive)\"".utf8)
        if end == 0, bytes.allSatisfy({ $0 == 0 }) || bytes.starts(with: start) || start.starts(with: bytes) { return nil }
        var lines: [ControlLine] = []
        for (index, text) in bytes[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().enumerated() {
            guard let line = ControlLine(bytes: Array(text)) else { throw .damaged(path, line: index + 1) }
            lines.append(line)
        }
        return Contents(lines: lines, length: Int64(end), isTorn: end < bytes.count)
    }

    /// Begins a register, durably. Nothing may stand there but what a begin left that did not come to its first line's end.
    public func begin(of archive: String, on day: CivilDate, signer: NoteSigner) throws(ControlRegisterError) -> Contents {
        let line = try signed(.began(day), of: archive, number: 0, after: .zero, by: signer)
        let file = try onDisk { () throws(DiskError) in
            try disk.status(path) == nil ? try disk.createFile(path) : try disk.openForWriting(path)
        }
        try write([line], to: file, at: 0)
        try onDisk { () throws(DiskError) in try disk.syncFolder(path.removingLastComponent()) }
        return Contents(lines: [line], length: Int64(line.bytes.count + 1), isTorn: false)
    }

    /// Makes sure that the register can be written; an end that is torn is cut off.
    public func makeReady(_ contents: Contents, room: Int64) throws(ControlRegisterError) {
        try onDisk { () throws(DiskError) in
            let file = try disk.openForWriting(path)
            if contents.isTorn {
                try file.truncate(to: contents.length)
                try file.sync()
            }
            guard try disk.freeSpace(at: path).bytes >= room else { throw DiskError("write", path, .noSpace) }
        }
    }

    /// Appends what events say, durably.
    ///
    /// - Throws: ``ControlRegisterError``; some of it may then be in the file, and is cut off by the next writer where it is torn.
    public func append(_ events: [(header: EventHeader, payload: [UInt8])], after contents: Contents, signer: NoteSigner)
        throws(ControlRegisterError) -> Contents
    {
        guard let archive = contents.lines.first?.archive, !events.isEmpty else { return contents }
        var (next, added) = (contents, [ControlLine]())
        for (header, payload) in events {
            let line = try signed(
                .event(header, payload: payload), of: archive, number: next.lines.count, after: next.last?.digest ?? .zero, by: signer)
            next.lines.append(line)
            added.append(line)
        }
        let file = try onDisk { () throws(DiskError) in try disk.openForWriting(path) }
        try write(added, to: file, at: contents.length)
        next.length += added.reduce(0) { $0 + Int64($1.bytes.count + 1) }
        return next
    }

    private func write(_ lines: [ControlLine], to file: DiskFile, at offset: Int64) throws(ControlRegisterError) {
        try onDisk { () throws(DiskError) in
            try file.truncate(to: offset)
            try file.write(lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }, at: offset)
            try file.sync()
        }
    }

    private func signed(
        _ content: ControlLine.Content, of archive: String, number: Int, after previous: JournalDigest, by signer: NoteSigner
    ) throws(ControlRegisterError) -> ControlLine {
        do { return try ControlLine(content, of: archive, number: number, after: previous, by: signer) } catch { throw .signingFailed }
    }

    private func onDisk<Value>(_ work: () throws(DiskError) -> Value) throws(ControlRegisterError) -> Value {
        do { return try work() } catch { throw .disk(error) }
    }
}

/// Why a control register cannot be read or written.
public enum ControlRegisterError: Error, Sendable, Equatable {
    case disk(DiskError)
    /// A line is not one that this program writes, or does not follow the one before.
    case damaged(FilePath, line: Int)
    /// A line is signed by none of the keys that count.
    case unsigned(FilePath, line: Int)
    /// It is the register of another archive, whose name is given.
    case foreign(FilePath, archive: String)
    case signingFailed
}
