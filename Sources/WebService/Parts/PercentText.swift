import Records

/// Text as paths and forms write it, with `%` and two digits for a byte. Every sign is kept, also one that Foundation drops (U+FEFF).
enum PercentText {
    /// - Returns: nil where a `%` is followed by anything but two digits, or the bytes are not UTF-8.
    static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(32)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A value as it stands in a path or a query.
    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            isPlain(byte) ? String(Character(Unicode.Scalar(byte))) : "%" + hexDigits([byte]).uppercased()
        }.joined()
    }

    /// What needs no `%` (RFC 3986, 2.3).
    private static func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || Array("-._~".utf8).contains(byte)
    }

    private static func digit(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) } }
}
