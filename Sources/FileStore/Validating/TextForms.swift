/// A text compared byte by byte: Swift takes the NFC and NFD forms of a text for the same.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// Whether a text begins as a URI does, with a scheme (RFC 3986, 3.1).
func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 58), text.utf8.index(after: colon) < text.utf8.endIndex else { return false }
    let scheme = text.utf8[..<colon].map { Character(Unicode.Scalar($0)) }
    return scheme.first.map { $0.isASCII && $0.isLetter } == true
        && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
}

/// Whether a text is of hexadecimal digits only, in either case.
func isHexadecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) || (65...70).contains($0) }
}

/// Whether a text is a time of RFC 3339 with seconds and a zone.
func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(65))
    guard bytes.count >= 20, bytes.count <= 64, matches(bytes[..<19], "dddd-dd-ddTdd:dd:dd") else { return false }
    var rest = bytes[19...]
    if rest.first == 46 {
        let digits = rest.dropFirst().prefix { (48...57).contains($0) }
        guard !digits.isEmpty else { return false }
        rest = rest.dropFirst(digits.count + 1)
    }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
    if !matches(rest, "Z") {
        guard matches(rest, "+dd:dd") || matches(rest, "-dd:dd") else { return false }
        let start = rest.startIndex
        guard number(start + 1..<start + 3) < 24, number(start + 4..<start + 6) < 60 else { return false }
    }
    return isDay(year: number(0..<4), month: number(5..<7), day: number(8..<10)) && number(11..<13) < 24 && number(14..<16) < 60
        && number(17..<19) <= 60
}

/// Whether a day is in the calendar (RFC 3339, 5.7).
private func isDay(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month) else { return false }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
}

/// Whether bytes have the shape of a pattern in which `d` stands for a digit.
private func matches(_ bytes: ArraySlice<UInt8>, _ pattern: String) -> Bool {
    bytes.count == pattern.utf8.count
        && zip(bytes, pattern.utf8).allSatisfy { byte, wanted in
            wanted == 100 ? (48...57).contains(byte) : byte == wanted || ((97...122).contains(byte) && byte - 32 == wanted)
        }
}
