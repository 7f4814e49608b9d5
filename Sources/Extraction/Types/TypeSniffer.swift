import Records

/// Finds what a file is by its bytes; the name only tells apart what bytes cannot (CSV and plain text) and shows mismatches.
struct TypeSniffer {
    let magic: MagicDatabase

    /// How much of the beginning is looked at: headers of mail with long traces fit, and libmagic looks no further.
    static let headSize = 256 << 10

    func identify(_ file: OpenFile, name: String) -> Identification {
        guard file.size > 0 else { return Identification(mediaType: MediaType("inode/x-empty") ?? .unknown) }
        let head = file.read(TypeSniffer.headSize)
        let found = sniff(head, file, name: name)
        guard let type = MediaType(found) else {
            return Identification(mediaType: .unknown, problem: "no media type: \(TextTidy.line(String(found.prefix(80))))")
        }
        return Identification(mediaType: type, claimedType: NameTypes.mismatch(name: name, found: type))
    }

    private func sniff(_ head: [UInt8], _ file: OpenFile, name: String) -> String {
        if let type = Signatures.type(of: head) { return type }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return ZipTypes.type(of: file) }
        if head.starts(with: OLETypes.signature) { return OLETypes.type(of: file) }
        if Signatures.isPDF(head) { return "application/pdf" }
        let guess = MediaAliases.canonical(magic.mediaType(of: head) ?? "application/octet-stream")
        // Two or three letters at the beginning make no program or picture of what is text throughout.
        let said = Self.binary.contains(guess) && Self.isPlainText(head) ? "text/plain" : guess
        guard
            said.hasPrefix("text/") || said == "application/octet-stream" || said == "message/rfc822" || said == "application/json"
                || said == "application/x-dbf"
        else { return said }
        return textType(head, said: said, name: name)
    }

    /// Forms that libmagic knows by so little that a text may begin with it, and that have bytes which no text has.
    private static let binary: Set<String> = [
        "application/x-bzip2", "application/vnd.ms-cab-compressed", "application/x-dosexec", "application/pdf",
        "application/x-chrome-extension",
        "image/x-portable-bitmap", "image/x-portable-greymap", "image/x-portable-pixmap", "image/vnd.dwg", "application/vnd.ms-outlook-pst",
    ]

    /// Whether it is UTF-8 without control characters, save that its last character may be cut.
    private static func isPlainText(_ head: [UInt8]) -> Bool {
        let whole = head.suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? head.endIndex
        let text = head.count < headSize ? head[...] : head[..<whole]
        return text.allSatisfy { $0 >= 0x20 || (9...13).contains($0) } && String(validating: text, as: UTF8.self) != nil
    }

    private func textType(_ head: [UInt8], said: String, name: String) -> String {
        guard let text = TextDecoder.decode(head, isBeginning: true)?.text else { return said }
        return TextTypes.type(of: text, said: said, name: name)
    }
}

/// Types that some bytes at a fixed place tell.
enum Signatures {
    private static let table: [(offset: Int, bytes: [UInt8], type: String)] = [
        (60, Array("BOOKMOBI".utf8), "application/x-mobipocket-ebook"), (0, Array("!BDN".utf8), "application/vnd.ms-outlook-pst"),
        (0, Array("{\\rtf".utf8), "text/rtf"), (0, Array("Rar!\u{1A}\u{07}".utf8), "application/x-rar"),
        (0, Array("MSCF".utf8) + [0, 0, 0, 0], "application/vnd.ms-cab-compressed"), (0, [0x1F, 0x8B], "application/gzip"),
        (0, [0x28, 0xB5, 0x2F, 0xFD], "application/zstd"), (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        (257, Array("ustar".utf8), "application/x-tar"),
    ]

    static func type(of head: [UInt8]) -> String? {
        for (offset, bytes, type) in table
        where head.count >= offset + bytes.count && head[offset..<(offset + bytes.count)].elementsEqual(bytes) { return type }
        if isBzip2(head) { return "application/x-bzip2" }
        return isTarHeader(head) ? "application/x-tar" : isDBF(head) ? "application/x-dbf" : nil
    }

    /// Readers accept a PDF whose header stands within the first 1024 bytes (ISO 32000-1, annex H). Where something else stands before it, there
    /// must be an object too: a letter may speak of PDFs.
    static func isPDF(_ head: [UInt8]) -> Bool {
        guard let header = head.prefix(1024).firstRange(of: Array("%PDF-".utf8)) else { return false }
        return header.lowerBound == 0 || head[header.upperBound...].firstRange(of: Array(" obj".utf8)) != nil
    }

    /// Its mark and size of blocks, then the mark of a block or of the end.
    private static func isBzip2(_ head: [UInt8]) -> Bool {
        guard head.starts(with: Array("BZh".utf8)), head.count >= 10, (49...57).contains(head[3]) else { return false }
        return head[4..<10].elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
            || head[4..<10].elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
    }

    /// An old tar without its mark: the first header's checksum is right.
    private static func isTarHeader(_ head: [UInt8]) -> Bool {
        guard head.count >= 512, head[0] != 0 else { return false }
        let sum = head[0..<148].reduce(0) { $0 + Int($1) } + 8 * 32 + head[156..<512].reduce(0) { $0 + Int($1) }
        let digits = head[148..<156].drop { $0 == 32 }.prefix { (48...55).contains($0) }
        return !digits.isEmpty && Int(String(decoding: digits, as: UTF8.self), radix: 8) == sum
    }

    /// dBASE: version, date, and a header length that fits its field descriptors and ends in a carriage return.
    private static func isDBF(_ head: [UInt8]) -> Bool {
        guard head.count > 65, [0x02, 0x03, 0x30, 0x31, 0x43, 0x83, 0x8B, 0xF5].contains(head[0]), (1...12).contains(head[2]),
            (1...31).contains(head[3])
        else { return false }
        let length = Int(head[8]) | Int(head[9]) << 8
        return length >= 65 && length <= head.count && head[length - 1] == 0x0D
    }
}

/// Types that are text of some kind.
enum TextTypes {
    static func type(of text: String, said: String, name: String) -> String {
        let start = text.prefix(4000)
        if isMailbox(start) { return "application/mbox" }
        if isMail(start) { return "message/rfc822" }
        if isDXF(start) { return "image/vnd.dxf" }
        if isSubtitles(start) { return "application/x-subrip" }
        let lower = start.lowercased()
        if lower.contains("<html") || lower.contains("<!doctype html") { return "text/html" }
        if lower.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).hasPrefix("<?xml") { return "text/xml" }
        if said == "application/octet-stream" || said == "text/plain" || said == "text/csv" {
            return name.lowercased().hasSuffix(".csv") && looksTabular(text)
                ? "text/csv" : said == "text/csv" && !looksTabular(text) ? "text/plain" : said == "text/csv" ? said : "text/plain"
        }
        return said
    }

    private static func lines(_ text: Substring, _ most: Int) -> [Substring] {
        text.split(separator: "\n", maxSplits: most, omittingEmptySubsequences: false).prefix(most).map {
            $0.hasSuffix("\r") ? $0.dropLast() : $0
        }
    }

    private static func isMailbox(_ text: Substring) -> Bool {
        guard text.hasPrefix("From "), let end = text.firstIndex(where: \.isNewline) else { return false }
        return headerNames(text[text.index(after: end)...]).count >= 2
    }

    private static let mailHeaders: Set<String> = [
        "from", "to", "subject", "date", "received", "message-id", "mime-version", "return-path", "content-type", "delivered-to",
        "reply-to", "cc", "x-mailer",
        "content-transfer-encoding", "sender", "x-notes-item",
    ]

    private static func isMail(_ text: Substring) -> Bool { headerNames(text).intersection(mailHeaders).count >= 2 }

    /// Names of the header fields at the beginning (RFC 5322, 2.2); none where the first line is no header field.
    private static func headerNames(_ text: Substring) -> Set<String> {
        var names: Set<String> = []
        for line in lines(text, 60) {
            if line.isEmpty { break }
            if let first = line.first, first.isWhitespace { continue }
            let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            guard !name.isEmpty, line.dropFirst(name.count).first == ":" else { break }
            names.insert(name.lowercased())
        }
        return names
    }

    private static func isDXF(_ text: Substring) -> Bool {
        let words = lines(text, 40).map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        let start = words.first == "999" ? words.dropFirst(2) : words[...]
        return start.first == "0" && start.dropFirst().first == "SECTION"
    }

    private static func isSubtitles(_ text: Substring) -> Bool {
        let first = lines(text, 3).map { $0.trimmingPrefix("\u{FEFF}") }
        return first.count >= 2 && first[0].allSatisfy(\.isNumber) && !first[0].isEmpty && first[1].contains(" --> ")
    }

    /// Whether the lines have the same number of commas, semicolons or tabs, at least one; quoted text aside.
    static func looksTabular(_ text: String) -> Bool {
        let lines = lines(text[...], 20).filter { !$0.isEmpty }
        return [",", ";", "\t"].contains { (separator: Character) in lines.contains { $0.contains(separator) } }
    }
}
