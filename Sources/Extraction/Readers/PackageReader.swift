/// Office files that are ZIP packages of XML: OOXML, ODF, OFD, EPUB, XPS.
struct PackageReader {
    let reader: DocumentReader

    static func reads(_ type: String) -> Bool {
        type.hasPrefix("application/vnd.openxmlformats-officedocument.") || type.hasPrefix("application/vnd.oasis.opendocument.")
            || type.contains(".macroenabled.12")
            || ["application/ofd", "application/epub+zip", "application/vnd.ms-xpsdocument"].contains(type)
    }

    func read(_ file: OpenFile, type: String) -> ExtractionOutcome {
        var parts: [(path: String, bytes: [UInt8])] = []
        var encrypted = false
        let problem = ArchiveReader(file: file).each(most: 20_000) { member in
            guard member.isFile, PackageReader.matters(member.path) else { return true }
            if member.isEncrypted { encrypted = true }
            guard let bytes = member.read(limit: ReadingBudget.largestMember) else {
                if !encrypted { reader.budget.note("member_unreadable") }
                return !encrypted
            }
            if ReadingBudget.isBomb(unpacked: bytes.count, packed: file.size) {
                reader.budget.note("ratio_too_high")
                return false
            }
            parts.append((member.path, bytes))
            return reader.budget.takeUnpacked(bytes.count)
        }
        if encrypted || problem == .encrypted || isEncryptedODF(parts) { return .failed("encrypted") }
        guard !parts.isEmpty else { return .failed(reader.budget.shortfall ?? "corrupt") }
        if isIncomplete(parts, type) { reader.budget.note("damaged") }
        let pieces = type.contains("spreadsheetml") || type.contains("ms-excel") ? spreadsheet(parts) : text(parts, type)
        let reason = problem == nil ? nil : "damaged"
        return ExtractionOutcome(
            result: pieces.isEmpty ? .empty : .text, reason: pieces.isEmpty ? reason ?? "no_text_found" : reason,
            pieces: pieces + embedded(parts), maker: Maker.program)
    }

    /// Parts with text in them, and what is embedded; pictures, fonts and settings are passed over.
    private static func matters(_ path: String) -> Bool {
        let lower = path.lowercased()
        if lower.contains("/embeddings/") || lower.contains("/attachs/") { return true }
        guard ["xml", "xhtml", "html", "htm", "fpage", "rels"].contains(where: { lower.hasSuffix("." + $0) }) else { return false }
        return ![
            "/theme/", "settings.xml", "fonttable", "websettings", "/_rels/", "[content_types]", "stylewitheffects", "printersettings",
        ].contains { lower.contains($0) }
    }

    private func isEncryptedODF(_ parts: [(path: String, bytes: [UInt8])]) -> Bool {
        parts.contains { $0.path == "META-INF/manifest.xml" && $0.bytes.firstRange(of: Array("encryption-data".utf8)) != nil }
    }

    /// Whether the part that holds a document together is missing, or slides that it names.
    private func isIncomplete(_ parts: [(path: String, bytes: [UInt8])], _ type: String) -> Bool {
        guard let body = Self.body(of: type) else { return false }
        guard let root = parts.first(where: { $0.path.hasPrefix(body) }) else { return true }
        guard body == "ppt/presentation" else { return false }
        var named = 0
        XMLEvents.read(root.bytes, noting: reader.budget) { if case .start("sldId", _) = $0 { named += 1 } }
        return parts.count { $0.path.hasPrefix("ppt/slides/slide") } < named
    }

    /// How the path of that part begins; its number may follow.
    private static func body(of type: String) -> String? {
        switch type {
        case let word where word.contains("wordprocessingml") || word.contains("ms-word"): "word/document"
        case let sheets where sheets.contains("spreadsheetml") || sheets.contains("ms-excel"): "xl/workbook"
        case let slides where slides.contains("presentationml") || slides.contains("ms-powerpoint"): "ppt/presentation"
        case let odf where odf.contains("opendocument"): "content.xml"
        default: nil
        }
    }

    private func spreadsheet(_ parts: [(path: String, bytes: [UInt8])]) -> [ExtractionOutcome.Piece] {
        let sheets = SpreadsheetReader(parts: parts, noting: reader.budget).read().map { sheet in
            ExtractionOutcome.Piece(place: sheet.name, text: TableReader.text(of: sheet.rows))
        }
        let others = parts.filter { part in
            ["xl/comments", "xl/charts/", "xl/drawings/", "xl/diagrams/"].contains { part.path.hasPrefix($0) }
        }
        return (sheets + others.map { .init(place: $0.path, text: XMLEvents.plainText($0.bytes, noting: reader.budget)) }).filter {
            !$0.text.allSatisfy(\.isWhitespace)
        }
    }

    private func text(_ parts: [(path: String, bytes: [UInt8])], _ type: String) -> [ExtractionOutcome.Piece] {
        parts.filter { PackageReader.isText($0.path, type) }.sorted { PackageReader.order($0.path) < PackageReader.order($1.path) }.map {
            part in
            let read = type == "application/ofd" ? OFDReader.text : type.contains("xps") ? XPSReader.text : XMLEvents.plainText
            return .init(place: part.path, text: read(part.bytes, reader.budget))
        }.filter { !$0.text.allSatisfy(\.isWhitespace) }
    }

    private static func isText(_ path: String, _ type: String) -> Bool {
        if path.contains("/embeddings/") || path.contains("/Attachs/") { return false }
        switch type {
        case "application/ofd":
            return path.hasSuffix(".xml")
                && (path.contains("/Pages/") || path.contains("/Tpls/") || path.contains("/Annots/") || path.contains("/Temps/"))
        case "application/epub+zip":
            return path.hasSuffix("html") || path.hasSuffix(".htm") || path.hasSuffix(".xml") && !path.hasPrefix("META-INF")
        case "application/vnd.ms-xpsdocument": return path.hasSuffix(".fpage")
        case let odf where odf.contains("opendocument"): return path.hasSuffix("content.xml") || path == "styles.xml" || path == "meta.xml"
        default:
            return !path.hasSuffix("styles.xml") && !path.hasSuffix("numbering.xml") && !path.hasSuffix("app.xml")
                && !path.contains("slideLayouts/") && !path.hasSuffix(".rels")
                && !path.contains("slideMasters/") && !path.contains("/colors") && !path.contains("/layout")
                && !path.contains("/quickStyle") && !path.hasPrefix("customXml")
        }
    }

    /// The body first, then by number: `slide2` before `slide10`.
    private static func order(_ path: String) -> (Int, String, Int, String) {
        let isBody = path == "word/document.xml" || path == "content.xml" || path.contains("slides/slide") || path.contains("/Pages/")
        let digits = path.filter(\.isNumber).suffix(9)
        return (isBody ? 0 : 1, path.filter { !$0.isNumber }, Int(digits) ?? 0, path)
    }

    private func embedded(_ parts: [(path: String, bytes: [UInt8])]) -> [ExtractionOutcome.Piece] {
        let members = parts.filter { $0.path.contains("/embeddings/") || $0.path.contains("/Attachs/") }
        guard !members.isEmpty else { return [] }
        return members.flatMap { member in
            let object = EmbeddedObject.file(in: member.bytes)
            let path = [member.path, object?.name.map(TextTidy.line)].compactMap { $0 }.joined(separator: "/")
            return reader.readMember(object?.bytes ?? member.bytes, name: path)
        }
    }
}

/// The text of OFD pages (GB/T 33190): `TextCode`, often one for each glyph.
enum OFDReader {
    static func text(of bytes: [UInt8], noting budget: ReadingBudget) -> String {
        var (text, inside) = ("", false)
        XMLEvents.read(bytes, noting: budget) { event in
            switch event {
            case .start(let name, _): inside = name == "TextCode"
            case .end(let name): if name == "TextCode" { inside = false } else if name == "TextObject", text.last != "\n" { text += "\n" }
            case .text(let piece): if inside { text += piece }
            }
        }
        // Objects of one glyph each are a line that was cut into glyphs.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        let glyphs = lines.filter { $0.count == 1 }.count
        return glyphs * 2 > lines.count ? lines.joined() : text
    }
}

/// The text of XPS pages: an attribute of each run of glyphs.
enum XPSReader {
    static func text(of bytes: [UInt8], noting budget: ReadingBudget) -> String {
        var lines: [String] = []
        XMLEvents.read(bytes, noting: budget) { event in
            if case .start("Glyphs", let attribute) = event, let text = attribute("UnicodeString") {
                lines.append(text.hasPrefix("{}") ? String(text.dropFirst(2)) : text)
            }
        }
        return lines.joined(separator: " ")
    }
}
