/// Text entities of a drawing exchange file: the group codes 1 and 3 hold words; `$DWGCODEPAGE` says in which code page.
enum DXFReader {
    static func text(of bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(8192).map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
        let isGBK = head.contains("ANSI_936")
        guard let text = isGBK ? TextDecoder.convert(bytes, from: "GB18030", lenient: true) : TextDecoder.decode(bytes)?.text else {
            return nil
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var words: [Substring] = []
        for index in stride(from: 0, to: lines.count - 1, by: 2) {
            let code = lines[index].filter { !$0.isWhitespace }
            if code == "1" || code == "3" { words.append(lines[index + 1]) }
        }
        return words.joined(separator: "\n")
    }
}

/// dBASE tables: the records' bytes, in whatever encoding they are.
enum DBFReader {
    static func text(of bytes: [UInt8]) -> String? {
        guard bytes.count > 12 else { return nil }
        let (header, record) = (Int(bytes[8]) | Int(bytes[9]) << 8, Int(bytes[10]) | Int(bytes[11]) << 8)
        guard record > 0, header < bytes.count else { return nil }
        let rows = stride(from: header, to: bytes.count, by: record).map {
            Array(bytes[$0..<min($0 + record, bytes.count)]).map { $0 == 0 ? 32 : $0 }
        }
        return TextDecoder.decode(Array(rows.joined(separator: [10])))?.text
    }
}
