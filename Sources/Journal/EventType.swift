/// The name of a kind of event: a noun, a verb in the past and a version, `document.filed/1`.
///
/// A version, once released, keeps its meaning for ever; a changed payload gets the next number.
public struct EventType: Sendable, Hashable {
    /// As it stands in the header.
    public let name: String
    /// The number after the slash.
    public let version: Int

    /// Most bytes a name may have. The longest of ours has 24; the bound keeps headers short.
    public static let longest = 80

    /// Checks a name.
    ///
    /// - Returns: nil unless it is `noun.verb/version`: lower-case ASCII letters and hyphens, and a number from 1.
    public init?(_ name: some StringProtocol) {
        let bytes = Array(name.utf8)
        guard bytes.count <= EventType.longest, let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let words = bytes[..<slash].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard words.count == 2, words.allSatisfy(EventType.isWord), let version = EventType.version(bytes[(slash + 1)...]) else {
            return nil
        }
        self.name = String(name)
        self.version = version
    }

    /// The name without its version: `document.filed`.
    public var family: String { String(name.prefix { $0 != "/" }) }

    private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { return false }
        return bytes.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "-") }
    }

    private static func version(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...6).contains(digits.count), digits.first != UInt8(ascii: "0"), digits.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

extension EventType: CustomStringConvertible {
    public var description: String { name }
}
