/// Old presentations by their own records (MS-PPT), with the files that are embedded in them.
struct PowerPointReader {
    let reader: DocumentReader

    /// TextCharsAtom, TextBytesAtom, CString, ExOleObjStg.
    private enum Kind { static let (wide, narrow, string, object) = (4000, 4008, 4026, 4113) }

    func read(_ file: OpenFile) -> ExtractionOutcome {
        guard let compound = CompoundFile(file.read(min(file.size, DocumentReader.largest))),
            let stream = compound.stream(named: "PowerPoint Document")
        else { return .failed("corrupt") }
        if Self.isEncrypted(compound) { return .failed("encrypted") }
        var (lines, objects) = ([String](), [ExtractionOutcome.Piece]())
        Self.eachAtom(of: stream) { type, instance, body in
            switch type {
            case Kind.wide, Kind.string: lines.append(LegacyOfficeReader.wide(body))
            case Kind.narrow: lines.append(String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) })))
            case Kind.object: objects += embedded(body, isPacked: instance == 1)
            default: break
            }
        }
        let text = lines.map { $0.replacing("\r", with: Border.paragraph).replacing("\u{0B}", with: "\n") }.joined(
            separator: Border.paragraph)
        let pieces = (text.isEmpty ? [] : [.init(text: text)]) + objects
        return ExtractionOutcome(
            result: pieces.isEmpty ? .empty : .text, reason: pieces.isEmpty ? "no_text_found" : nil, pieces: pieces, maker: Maker.program)
    }

    /// Gives each atom in the order of the stream; a container's records simply follow its header.
    private static func eachAtom(of stream: [UInt8], _ give: (_ type: Int, _ instance: Int, _ body: ArraySlice<UInt8>) -> Void) {
        var at = 0
        while at + 8 <= stream.count {
            let head = Int(stream[at]) | Int(stream[at + 1]) << 8
            let type = Int(stream[at + 2]) | Int(stream[at + 3]) << 8
            let length = (0..<4).reduce(0) { $0 | Int(stream[at + 4 + $1]) << (8 * $1) }
            at += 8
            if head & 0x0F == 0x0F { continue }
            give(type, head >> 4, stream[at..<min(stream.count, at + length)])
            at += length
        }
    }

    /// The token of an encrypted presentation's `Current User` stream (MS-PPT 2.3.2).
    private static func isEncrypted(_ compound: CompoundFile) -> Bool {
        guard let user = compound.stream(named: "Current User"), user.count >= 16 else { return false }
        return user[12..<16].elementsEqual([0xDF, 0xC4, 0xD1, 0xF3])
    }

    private func embedded(_ body: ArraySlice<UInt8>, isPacked: Bool) -> [ExtractionOutcome.Piece] {
        // Packed objects begin with their size, in four bytes.
        guard let bytes = isPacked ? EmbeddedObject.inflate(body.dropFirst(4)) : Array(body), let found = EmbeddedObject.file(in: bytes)
        else { return [] }
        guard let name = found.name.map(TextTidy.line) else { return reader.readMember(found.bytes, name: "embedded") }
        return [.init(place: name, text: name)] + reader.readMember(found.bytes, name: name)
    }
}

/// Files inside the objects that old office documents embed (OLE 2): each object is a compound file of its own.
enum EmbeddedObject {
    /// The embedded file: a package, a file under its name (MS-OLEDS 2.3.6), or the compound file itself.
    ///
    /// - Returns: nil for what is no such object; the name is nil where the object does not tell it.
    static func file(in bytes: [UInt8]) -> (name: String?, bytes: [UInt8])? {
        guard bytes.starts(with: OLETypes.signature), let compound = CompoundFile(bytes) else { return nil }
        for name in ["package", "Package"] {
            if let package = compound.stream(named: name) { return (nil, package) }
        }
        if let native = compound.stream(named: "\u{1}Ole10Native") { return self.native(native) }
        return (nil, bytes)
    }

    /// Size, two bytes, label, file name, four bytes, the length of a path and the path, the content's size, the content.
    private static func native(_ bytes: [UInt8]) -> (name: String?, bytes: [UInt8])? {
        var rest = bytes.dropFirst(6)
        let label = takeWord(&rest)
        _ = takeWord(&rest)
        rest = rest.dropFirst(4)
        let path = number(rest.prefix(4))
        rest = rest.dropFirst(4).dropFirst(path)
        let size = number(rest.prefix(4))
        guard size > 0, size <= rest.count else { return nil }
        return (TextDecoder.decode(label)?.text, Array(rest.dropFirst(4).prefix(size)))
    }

    private static func takeWord(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let word = Array(rest.prefix { $0 != 0 })
        rest = rest.dropFirst(word.count + 1)
        return word
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }

    /// Unpacks a zlib stream (RFC 1950): put into a frame of gzip (RFC 1952), it is something that libarchive reads.
    static func inflate(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let frame: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        guard bytes.count > 6, let file = MemoryFile.make(frame + bytes.dropFirst(2).dropLast(4) + [UInt8](repeating: 0, count: 8)) else {
            return nil
        }
        defer { file.shut() }
        var unpacked: [UInt8]?
        _ = ArchiveReader(file: file).each(most: 1) { member in
            unpacked = member.read(limit: ReadingBudget.largestMember)
            return false
        }
        return unpacked
    }
}
