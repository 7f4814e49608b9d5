import CLinux
import Glibc
import Records

/// Reads the text of a file of any kind that is known here.
struct DocumentReader {
    let budget: ReadingBudget
    private let loader = MagicLoader()
    private(set) var depth = 0

    init(budget: ReadingBudget) { self.budget = budget }

    /// By which members are told apart; nil where the system has none.
    var magic: MagicDatabase? { loader.database }

    /// Largest file that is read whole into memory, in bytes.
    static let largest = 256 << 20

    func read(_ file: OpenFile, type: MediaType, name: String) -> ExtractionOutcome {
        guard file.size <= DocumentReader.largest else { return .failed("too_large") }
        var outcome = dispatch(file, type.text, name)
        if outcome.isWhole, !FileEnding.of(file).isReached { outcome.reason = "damaged" }
        guard depth == 0 else { return outcome }
        return complete(outcome)
    }

    /// The outcome of the whole: what fits of its text, and why there is no more. Members become part of it before.
    private func complete(_ outcome: ExtractionOutcome) -> ExtractionOutcome {
        var fitted = outcome
        fitted.pieces = outcome.pieces.map { .init(place: $0.place.map(TextTidy.line), text: budget.fit(TextTidy.tidy($0.text))) }.filter {
            !$0.text.isEmpty
        }
        if fitted.result == .text, fitted.pieces.isEmpty { fitted.result = .empty }
        if fitted.reason == nil || fitted.reason == "no_text_found" { fitted.reason = budget.shortfall ?? fitted.reason }
        return fitted
    }

    private func dispatch(_ file: OpenFile, _ type: String, _ name: String) -> ExtractionOutcome {
        switch type {
        case "application/pdf": return PDFReader(budget: budget).read(file)
        case "application/msword", "application/vnd.ms-excel": return LegacyOfficeReader.read(file, type: type)
        case "application/vnd.ms-powerpoint": return PowerPointReader(reader: self).read(file)
        case "application/vnd.ms-works": return LegacyOfficeReader.readWorks(file)
        case "application/vnd.ms-outlook": return OutlookReader(budget: budget).read(file)
        case "application/x-ole-storage": return .failed(OLETypes.isEncryptedPackage(file) ? "encrypted" : "type_not_read")
        case "text/rtf": return whole(file) { RTFReader.text(of: $0) }
        case "text/html": return whole(file, maker: Maker.html) { HTMLReader.text(of: $0, noting: budget) }
        case "message/rfc822", "application/mbox": return MailReader(reader: self).read(file, isMailbox: type == "application/mbox")
        case "text/csv": return whole(file) { TextDecoder.decode($0).map { TableReader.text(of: TableReader.rows(of: $0.text)) } }
        case "image/vnd.dxf": return whole(file) { DXFReader.text(of: $0) }
        case let image where image.hasPrefix("image/"): return OCR(budget: budget).read(image: file, type: image)
        case "application/x-dbf", "application/x-subrip", "application/json":
            return whole(file) { TextDecoder.decode($0)?.text ?? DBFReader.text(of: $0) }
        case let text where text.hasPrefix("text/"): return whole(file) { TextDecoder.decode($0)?.text }
        case let package where PackageReader.reads(package): return PackageReader(reader: self).read(file, type: package)
        case let archive where MemberReader.reads(archive): return MemberReader(reader: self).read(file)
        case "inode/x-empty": return ExtractionOutcome(result: .empty, reason: "empty_file", maker: Maker.program)
        default: return .failed("type_not_read")
        }
    }

    private func whole(_ file: OpenFile, maker: String = Maker.program, _ read: ([UInt8]) -> String?) -> ExtractionOutcome {
        guard let text = read(file.read(file.size)) else { return .failed("corrupt", maker: maker) }
        return ExtractionOutcome(result: .text, pieces: [.init(text: text)], maker: maker)
    }

    /// Reads a member of something larger, as a file of its own.
    func readMember(_ bytes: [UInt8], name: String) -> [ExtractionOutcome.Piece] {
        if depth >= ReadingBudget.deepest { budget.note("nested_too_deep") }
        guard depth < ReadingBudget.deepest, budget.takeMember(), budget.takeUnpacked(bytes.count), let magic,
            let file = MemoryFile.make(bytes)
        else { return [] }
        defer { close(file.descriptor) }
        let type = TypeSniffer(magic: magic).identify(file, name: name).mediaType
        var inner = self
        inner.depth += 1
        let outcome = inner.read(file, type: type, name: name)
        if let shortfall = Self.shortfall(outcome, of: type) { budget.note(shortfall) }
        return outcome.pieces.map { piece in
            .init(place: [name, piece.place].compactMap { $0 }.joined(separator: "/"), text: piece.text)
        }
    }
}

extension ExtractionOutcome {
    /// Whether its reader saw nothing amiss: many go on to the last page, sheet or member that is there, and miss none that was cut off.
    fileprivate var isWhole: Bool { result != .failed && (reason == nil || reason == "no_text_found") }
}

extension DocumentReader {
    /// What the whole has to say of a member that was not read, or not wholly; nil where it has no text by its nature.
    private static func shortfall(_ outcome: ExtractionOutcome, of type: MediaType) -> String? {
        guard let reason = outcome.reason, outcome.result != .empty else { return nil }
        let isHeardOrSeen = type.text.hasPrefix("audio/") || type.text.hasPrefix("video/")
        if reason == "type_not_read", isHeardOrSeen { return nil }
        // Of the whole it would not be true that it is of a type that is not read, or has no page.
        return outcome.result == .failed && reason != "encrypted" ? "member_unreadable" : reason
    }
}

/// Bytes as an open file, for programs that read files.
enum MemoryFile {
    static func make(_ bytes: [UInt8]) -> OpenFile? {
        let descriptor = muniment_memory_file()
        guard descriptor >= 0 else { return nil }
        let file = OpenFile(descriptor: descriptor)
        if file.append(bytes) { return file }
        file.shut()
        return nil
    }
}

/// What parts text from text, so that no phrase reaches from one into the other: searching closes single spaces, tabs and line
/// breaks between Chinese characters, and nothing else.
enum Border {
    /// After a table's cell: the unit separator.
    static let cell = "\u{1F}"
    /// After a paragraph or a table's row: an empty line.
    static let paragraph = "\n\n"
}

/// Makes text fit to be kept and shown.
enum TextTidy {
    /// No control characters but tabs, line feeds, form feeds and unit separators; no white space at the ends of lines; at most one empty line in a row.
    static func tidy(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }) {
            let trimmed = line.lastIndex { !$0.isWhitespace }.map { line[...$0] } ?? ""
            if trimmed.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(trimmed)
        }
        let joined = lines.joined(separator: "\n")
        guard joined.unicodeScalars.contains(where: isControl) else { return joined }
        return String(String.UnicodeScalarView(joined.unicodeScalars.filter { !isControl($0) }))
    }

    /// One line without control characters, for the places of pieces.
    static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || isControl($0) ? " " : $0 }))
    }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 32 && scalar != "\t" && scalar != "\n" && scalar != "\u{0C}" && scalar != "\u{1F}")
            || (127..<160).contains(scalar.value)
            || scalar == "\u{AD}"
    }
}
