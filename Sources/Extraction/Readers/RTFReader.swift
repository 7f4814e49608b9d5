/// Rich Text Format 1.9: the words, without fonts, pictures and the rest.
enum RTFReader {
    /// Groups whose content is not text of the document.
    private static let silent: Set<String> = [
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "themedata", "colorschememapping", "datastore", "latentstyles", "generator",
        "listtable",
        "listoverridetable", "rsidtbl", "xmlnstbl", "filetbl", "fldinst", "objdata", "blipuid", "panose", "falt",
    ]
    private static let breaks: Set<String> = ["par", "row", "sect", "page", "pard"]

    private struct Group {
        var silent = false
        /// How many symbols after `\u` stand for the same and are passed over.
        var fallback = 1
        var codePage: String
    }

    /// - Returns: nil for what is no RTF.
    static func text(of bytes: [UInt8]) -> String? {
        guard bytes.starts(with: Array("{\\rtf".utf8)) else { return nil }
        var parser = Parser(bytes: bytes)
        parser.run()
        return parser.text
    }

    private struct Parser {
        let bytes: [UInt8]
        var at = 0
        var text = ""
        private var group = Group(codePage: "WINDOWS-1252")
        private var groups: [Group] = []
        private var pending: [UInt8] = []
        private var skip = 0
        private var fonts: [Int: String] = [:]
        private var font: Int?
        private var surrogate: UInt16?

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func run() {
            while at < bytes.count {
                let byte = bytes[at]
                at += 1
                switch byte {
                case UInt8(ascii: "{"):
                    flush()
                    if groups.count < 1000 { groups.append(group) }
                case UInt8(ascii: "}"):
                    flush()
                    group = groups.popLast() ?? group
                case UInt8(ascii: "\\"): control()
                case 10, 13: break
                default: put(byte)
                }
            }
            flush()
        }

        private mutating func put(_ byte: UInt8) {
            if skip > 0 {
                skip -= 1
            } else if !group.silent {
                pending.append(byte)
            }
        }

        /// Bytes are turned into text in runs, because one character may take two of them.
        private mutating func flush() {
            guard !pending.isEmpty else { return }
            text += TextDecoder.convert(pending, from: group.codePage, lenient: true) ?? ""
            pending = []
        }

        private mutating func control() {
            guard at < bytes.count else { return }
            let first = bytes[at]
            guard (97...122).contains(first) || (65...90).contains(first) else { return symbol(first) }
            let start = at
            while at < bytes.count, (97...122).contains(bytes[at]) || (65...90).contains(bytes[at]) { at += 1 }
            let word = String(decoding: bytes[start..<at], as: UTF8.self)
            let digits = at
            if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
            while at < bytes.count, (48...57).contains(bytes[at]), at - digits < 10 { at += 1 }
            let value = Int(String(decoding: bytes[digits..<at], as: UTF8.self))
            if at < bytes.count, bytes[at] == 32 { at += 1 }
            apply(word, value)
        }

        private mutating func symbol(_ symbol: UInt8) {
            at += 1
            switch symbol {
            case UInt8(ascii: "'"):
                let digits = bytes[at..<min(at + 2, bytes.count)]
                at += digits.count
                if let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) { put(byte) }
            case UInt8(ascii: "*"): group.silent = true
            case UInt8(ascii: "~"): put(32)
            case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): put(symbol)
            case 10, 13: put(10)
            default: break
            }
        }

        private mutating func apply(_ word: String, _ value: Int?) {
            switch word {
            case "u": unicode(value ?? 0)
            case "uc": group.fallback = max(0, min(value ?? 1, 10))
            case "ansicpg":
                flush()
                group.codePage = RTFReader.encoding(codePage: value ?? 1252)
                groups = groups.map {
                    var group = $0; group.codePage = self.group.codePage; return group
                }
            case "bin": at = min(bytes.count, at + max(0, value ?? 0))
            case "f":
                font = value
                flush()
                if let value, let encoding = fonts[value], !group.silent { group.codePage = encoding }
            case "fcharset": if let font, let encoding = RTFReader.encoding(charset: value ?? 0) { fonts[font] = encoding }
            case "tab": emit(9)
            case "cell": emit(0x1F)
            case "line": emit(10)
            case _ where RTFReader.breaks.contains(word):
                emit(10)
                emit(10)
            case _ where RTFReader.silent.contains(word):
                flush()
                group.silent = true
            case "emdash", "endash": emit(45)
            case "lquote": say("\u{2018}")
            case "rquote": say("\u{2019}")
            case "ldblquote": say("\u{201C}")
            case "rdblquote": say("\u{201D}")
            default: break
            }
        }

        private mutating func say(_ sign: String) {
            flush()
            if !group.silent { text += sign }
        }

        private mutating func emit(_ byte: UInt8) { if !group.silent { pending.append(byte) } }

        private mutating func unicode(_ value: Int) {
            flush()
            skip = group.fallback
            guard !group.silent else { return }
            let unit = UInt16(truncatingIfNeeded: value)
            if UTF16.isLeadSurrogate(unit) {
                surrogate = unit
            } else {
                text += String(decoding: [surrogate, unit].compactMap { $0 }, as: UTF16.self)
                surrogate = nil
            }
        }
    }

    private static func encoding(codePage: Int) -> String {
        switch codePage {
        case 932: "CP932"
        case 936: "GB18030"
        case 949: "CP949"
        case 950: "BIG5-HKSCS"
        case 65001: "UTF-8"
        case 10000: "MACINTOSH"
        default: "CP\(codePage)"
        }
    }

    private static func encoding(charset: Int) -> String? {
        switch charset {
        case 0: "CP1252"
        case 128: "CP932"
        case 129: "CP949"
        case 134: "GB18030"
        case 136: "BIG5-HKSCS"
        case 161: "CP1253"
        case 162: "CP1254"
        case 177: "CP1255"
        case 178: "CP1256"
        case 186: "CP1257"
        case 204: "CP1251"
        case 238: "CP1250"
        default: nil
        }
    }
}
