/// Whether a text begins as a URI does, with a scheme (RFC 3986, 3.1).
func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 58), text.utf8.index(after: colon) < text.utf8.endIndex else { return false }
    let scheme = text.utf8[..<colon].map { Character(Unicode.Scalar($0)) }
    return scheme.first?.isLetter == true && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
}

/// Whether a text is a digest of this algorithm, in either case. Algorithms that are not known here are not checked (OCFL 1.1, E028).
func isDigest(_ text: String, of algorithm: String?) -> Bool {
    let lengths = ["md5": 32, "sha1": 40, "sha256": 64, "sha512": 128, "blake2b-512": 128, "sha512/256": 64]
    guard let algorithm, let length = lengths[algorithm] else { return true }
    return text.utf8.count == length && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
}

/// Whether a text is a time of RFC 3339 with seconds and a zone.
func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.count <= 64, matches(bytes[..<19], "dddd-dd-ddTdd:dd:dd") else { return false }
    var rest = bytes[19...]
    if rest.first == 46 {
        let digits = rest.dropFirst().prefix { (48...57).contains($0) }
        guard !digits.isEmpty else { return false }
        rest = rest.dropFirst(digits.count + 1)
    }
    guard matches(rest, "Z") || matches(rest, "+dd:dd") || matches(rest, "-dd:dd") else { return false }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
    return (1...12).contains(number(5..<7)) && (1...31).contains(number(8..<10)) && number(11..<13) < 24 && number(14..<16) < 60
        && number(17..<19) <= 60
}

/// Whether bytes have the shape of a pattern in which `d` stands for a digit.
private func matches(_ bytes: ArraySlice<UInt8>, _ pattern: String) -> Bool {
    bytes.count == pattern.utf8.count
        && zip(bytes, pattern.utf8).allSatisfy { byte, wanted in
            wanted == 100 ? (48...57).contains(byte) : byte == wanted || ((97...122).contains(byte) && byte - 32 == wanted)
        }
}
