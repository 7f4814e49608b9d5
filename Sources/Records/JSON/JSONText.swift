/// A JSON text as it was written.
///
/// Foundation's reader keeps one of two equal keys, takes the NFC and NFD forms of a key for the same, and stops at the first
/// value of an unexpected kind. Checking needs all of it.
public enum JSONText: Sendable {
    case null, boolean(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONText])
    case object([Member])

    /// A member of an object, with its name.
    public struct Member: Sendable {
        public let key: String
        public let value: JSONText
    }

    /// Why a text is not JSON, and at which byte.
    public struct Failure: Error, Equatable {
        /// In bytes from the beginning.
        public let offset: Int
        /// Whether it goes too deep there.
        public var isTooDeep = false
        /// Whether it has more values than were allowed.
        public var isTooMuch = false
    }

    /// The members in order, for an object.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    public var elements: [JSONText]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The first member of this key, compared by bytes.
    public subscript(key: String) -> JSONText? { members?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value }

    /// Reads a text that must be one value (RFC 8259).
    ///
    /// - Parameters:
    ///   - deepest: Deepest nesting; an inventory needs five.
    ///   - most: Most values: each takes more room in memory than the shortest does as text.
    public init(_ bytes: [UInt8], deepest: Int = 16, most: Int = .max) throws(Failure) {
        var reader = JSONReader(bytes, deepest: deepest, most: most)
        self = try reader.whole()
    }
}

/// Reads JSON from bytes that nobody vouches for.
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0

    private let deepest: Int
    /// How many values may still come.
    private var left: Int

    init(_ bytes: [UInt8], deepest: Int, most: Int) { (self.bytes, self.deepest, left) = (bytes, deepest, most) }

    mutating func whole() throws(JSONText.Failure) -> JSONText {
        let value = try value(depth: 0)
        skipSpace()
        guard index == bytes.count else { throw failure }
        return value
    }

    private var failure: JSONText.Failure { JSONText.Failure(offset: index) }
    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        index = bytes[index...].firstIndex { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 } ?? bytes.count
    }

    private mutating func take(_ byte: Character) -> Bool {
        skipSpace()
        guard next == byte.asciiValue else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONText.Failure) -> JSONText {
        guard depth <= deepest else { throw JSONText.Failure(offset: index, isTooDeep: true) }
        guard left > 0 else { throw JSONText.Failure(offset: index, isTooMuch: true) }
        left -= 1
        if take("{") { return .object(try members(depth: depth)) }
        if take("[") { return .array(try elements(depth: depth)) }
        if take("\"") { return .string(try string()) }
        for (word, value) in [("true", JSONText.boolean(true)), ("false", .boolean(false)), ("null", .null)]
        where bytes[index...].starts(with: word.utf8) {
            index += word.utf8.count
            return value
        }
        return try number()
    }

    private mutating func members(depth: Int) throws(JSONText.Failure) -> [JSONText.Member] {
        var members: [JSONText.Member] = []
        if take("}") { return members }
        repeat {
            guard take("\"") else { throw failure }
            let key = try string()
            guard take(":") else { throw failure }
            members.append(JSONText.Member(key: key, value: try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw failure }
        return members
    }

    private mutating func elements(depth: Int) throws(JSONText.Failure) -> [JSONText] {
        var elements: [JSONText] = []
        if take("]") { return elements }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw failure }
        return elements
    }

    private mutating func number() throws(JSONText.Failure) -> JSONText {
        let start = index
        while let byte = next, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let digits = text.drop { $0 == "-" }
        guard let first = digits.first, first.isNumber, first != "0" || digits.count == 1 || digits.dropFirst().first?.isNumber == false,
            text.last != ".", Double(text) != nil
        else {
            index = start
            throw failure
        }
        return .number(text)
    }

    /// The text after an opening quotation mark.
    private mutating func string() throws(JSONText.Failure) -> String {
        var text: [UInt8] = []
        while let byte = next, byte != 34 {
            guard byte >= 32 else { throw failure }
            index += 1
            if byte == 92 { text += String(Character(try escaped())).utf8 } else { text.append(byte) }
        }
        guard next == 34, let string = String(validating: text, as: UTF8.self) else { throw failure }
        index += 1
        return string
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        34: "\"", 92: "\\", 47: "/", 98: "\u{8}", 102: "\u{C}", 110: "\n", 114: "\r", 116: "\t",
    ]

    private mutating func escaped() throws(JSONText.Failure) -> Unicode.Scalar {
        guard let byte = next else { throw failure }
        index += 1
        guard byte == 117 else {
            guard let scalar = JSONReader.escapes[byte] else { throw failure }
            return scalar
        }
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // The first half of a pair of surrogates; the second must follow.
        guard unit < 0xDC00, bytes[index...].starts(with: [92, 117]) else { throw failure }
        index += 2
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { throw failure }
        return scalar
    }

    private mutating func codeUnit() throws(JSONText.Failure) -> UInt16 {
        guard index + 4 <= bytes.count, bytes[index..<(index + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
        else { throw failure }
        index += 4
        return unit
    }
}
