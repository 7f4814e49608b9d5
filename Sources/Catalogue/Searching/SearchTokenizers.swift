import GRDB

/// The tokenizer of the index of words and pairs; see ``Tokenizer``. It folds by itself, so what is given to the
/// index is the original text.
final class WordTokenizer: FTS5CustomTokenizer {
    static let name = "muniment_words"

    init(db: Database, arguments: [String]) {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        let scalars = foldedBytes(pText, nText)
        var token = TokenWriter(context: context, callback: tokenCallback)
        Tokenizer.tokenize(scalars, isQuery: tokenization.contains(.query)) { token.write($0, colocated: $1) }
        return token.result
    }
}

/// The tokenizer of the index of single signs: each different sign of a text once. In a text that begins with
/// ``headMark`` each is also kept with a `^` before it, which tells number, title and party from the rest.
final class SignTokenizer: FTS5CustomTokenizer {
    static let name = "muniment_signs"
    /// The first character of a column that is the document's head.
    static let headMark: UInt32 = 1

    init(db: Database, arguments: [String]) {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        let scalars = foldedBytes(pText, nText)
        var token = TokenWriter(context: context, callback: tokenCallback)
        if tokenization.contains(.query) {
            // A query is one token of ours, such as `^合`.
            token.write(scalars[...], colocated: false)
            return token.result
        }
        let isHead = scalars.first == SignTokenizer.headMark
        for sign in Set(scalars).filter({ CharacterClass.isSign($0) }).sorted() {
            guard token.write([sign], colocated: false) else { break }
            if isHead, !token.write([0x5E, sign], colocated: false) { break }
        }
        return token.result
    }
}

/// The text that SQLite hands over, folded.
private func foldedBytes(_ text: UnsafePointer<CChar>?, _ count: CInt) -> [UInt32] {
    guard let text, count > 0 else { return [] }
    return text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        Fold.scalars(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}

/// Hands tokens to SQLite as UTF-8.
private struct TokenWriter {
    let context: UnsafeMutableRawPointer?
    let callback: FTS5TokenCallback
    private(set) var result: CInt = 0
    private var bytes: [CChar] = []

    init(context: UnsafeMutableRawPointer?, callback: @escaping FTS5TokenCallback) {
        self.context = context
        self.callback = callback
        bytes.reserveCapacity(Tokenizer.longestWord * 4)
    }

    /// - Returns: false when SQLite wants no more.
    @discardableResult
    mutating func write(_ scalars: ArraySlice<UInt32>, colocated: Bool) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        for scalar in scalars { append(scalar) }
        result = bytes.withUnsafeBufferPointer { bytes in
            callback(context, colocated ? FTS5TokenFlags.colocated.rawValue : 0, bytes.baseAddress, CInt(bytes.count), 0, 0)
        }
        return result == 0
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            bytes.append(CChar(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            bytes.append(CChar(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(CChar(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            if scalar < 0x10000 {
                bytes.append(CChar(truncatingIfNeeded: 0xE0 | scalar >> 12))
            } else {
                bytes.append(CChar(truncatingIfNeeded: 0xF0 | scalar >> 18))
                bytes.append(CChar(truncatingIfNeeded: 0x80 | (scalar >> 12 & 0x3F)))
            }
            bytes.append(CChar(truncatingIfNeeded: 0x80 | (scalar >> 6 & 0x3F)))
            bytes.append(CChar(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}
