import CUchardet
import Glibc

/// Turns bytes into text whose encoding nobody said.
enum TextDecoder {
    struct Decoded {
        let text: String
        let encoding: String
    }

    /// Loads the converters that identification needs, before the worker shuts itself in: each lies in a file of the C library, and
    /// stays loaded as long as one use of it is open. They are never closed.
    static func loadConverters() {
        for encoding in [
            "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030", "BIG5-HKSCS", "CP932", "EUC-JP", "ISO-2022-JP", "CP949", "KOI8-R",
            "WINDOWS-1251", "WINDOWS-1252",
        ] { _ = iconv_open("UTF-8", encoding) }
    }

    /// - Parameter isBeginning: whether the bytes were cut from the beginning of more, so that the last symbol may be torn.
    /// - Returns: nil for what is no text.
    static func decode(_ bytes: [UInt8], isBeginning: Bool = false, declared: String? = nil) -> Decoded? {
        if let (encoding, skip) = mark(bytes) {
            return convert(Array(bytes.dropFirst(skip)), from: encoding, lenient: true).map { Decoded(text: $0, encoding: encoding) }
        }
        if let wide = WideText.encoding(of: bytes) {
            return convert(bytes, from: wide, lenient: true).map { Decoded(text: $0, encoding: wide) }
        }
        guard !bytes.prefix(8000).contains(0) else { return nil }
        let whole = isBeginning ? Array(bytes.prefix(max(0, bytes.count - 3))) : bytes
        if bytes.contains(0x1B), let text = convert(whole, from: "ISO-2022-JP") { return Decoded(text: text, encoding: "ISO-2022-JP") }
        if let text = utf8(bytes, isBeginning) { return Decoded(text: text, encoding: "UTF-8") }
        for encoding in candidates(whole, declared) {
            if let text = convert(whole, from: encoding, lenient: true) { return Decoded(text: text, encoding: encoding) }
        }
        return nil
    }

    private static func utf8(_ bytes: [UInt8], _ isBeginning: Bool) -> String? {
        for cut in 0...(isBeginning ? 3 : 0) {
            if let text = String(validating: bytes.dropLast(cut), as: UTF8.self) { return text }
        }
        return nil
    }

    private static func mark(_ bytes: [UInt8]) -> (String, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
        if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        return bytes.starts(with: [0xFF, 0xFE]) ? ("UTF-16LE", 2) : nil
    }

    /// Encodings to try, the likeliest first: what the text says of itself, what uchardet finds, then Chinese.
    private static func candidates(_ bytes: [UInt8], _ declared: String?) -> [String] {
        var found: [String] = []
        if let declared, convert(bytes, from: declared) != nil { found.append(declared) }
        let guess = detect(bytes)
        // Short Chinese texts are often taken for something exotic; where all of it is valid GB18030 made of common characters, it is that.
        if convert(bytes, from: "GB18030").map(isCommonChinese) == true, guess != "BIG5", guess != "EUC-JP", guess != "SHIFT_JIS" {
            found.append("GB18030")
        }
        if let guess {
            found.append(
                guess == "GB2312" || guess == "GBK" ? "GB18030" : guess == "BIG5" ? "BIG5-HKSCS" : guess == "SHIFT_JIS" ? "CP932" : guess)
        }
        return found + ["GB18030", "WINDOWS-1252"]
    }

    /// Whether most characters beyond ASCII are among the commonly used ideographs and full-width signs.
    private static func isCommonChinese(_ text: String) -> Bool {
        let beyond = text.unicodeScalars.filter { $0.value > 127 }
        let common = beyond.filter {
            (0x4E00...0x9FFF).contains($0.value) || (0x3000...0x303F).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
        }
        return !beyond.isEmpty && common.count * 100 >= beyond.count * 95
    }

    private static func detect(_ bytes: [UInt8]) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        _ = bytes.withUnsafeBytes { uchardet_handle_data(detector, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
        uchardet_data_end(detector)
        let name = uchardet_get_charset(detector).map { String(cString: $0) } ?? ""
        return name.isEmpty ? nil : name.uppercased()
    }

    /// - Parameter lenient: whether bytes that cannot be read become U+FFFD, as long as they are few.
    static func convert(_ bytes: [UInt8], from encoding: String, lenient: Bool = false) -> String? {
        guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        var bad = 0
        let whole = bytes.withUnsafeBytes { source -> Bool in
            var from = UnsafeMutablePointer<CChar>(mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
            var left = source.count
            var block = [CChar](repeating: 0, count: 1 << 16)
            while left > 0 {
                var room = block.count
                let code = block.withUnsafeMutableBufferPointer { buffer in
                    var to = buffer.baseAddress
                    return iconv(converter, &from, &left, &to, &room)
                }
                output += block.prefix(block.count - room).map { UInt8(bitPattern: $0) }
                guard code == -1, errno != E2BIG else { continue }
                guard lenient, left > 0 else { return false }
                (from, left, bad) = (from.map { $0 + 1 }, left - 1, bad + 1)
                output += Array("\u{FFFD}".utf8)
            }
            return true
        }
        guard whole, bad * 20 <= bytes.count else { return nil }
        return String(decoding: output, as: UTF8.self)
    }
}
