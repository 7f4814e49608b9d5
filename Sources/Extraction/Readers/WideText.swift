/// Finds UTF-16 that bears no byte order mark.
///
/// Mostly Latin text shows by its zeros; Chinese text has few of them, so both orders are read and the one that makes sense wins.
enum WideText {
    /// Bytes that are looked at: some two pages.
    private static let sampleSize = 4000

    /// - Returns: `UTF-16LE` or `UTF-16BE`; nil for anything else.
    static func encoding(of bytes: [UInt8]) -> String? {
        let sample = bytes.prefix(sampleSize)
        // Without one zero there is no line break, no space and no digit in UTF-16: an older encoding of Chinese is likelier.
        guard sample.count >= 8, sample.contains(0) else { return nil }
        let little = sense(of: sample, lowFirst: true)
        let big = sense(of: sample, lowFirst: false)
        guard max(little, big) >= 95, little != big else { return nil }
        return little > big ? "UTF-16LE" : "UTF-16BE"
    }

    /// Of a hundred characters, how many belong to a script and are no rarity; 0 where one cannot be in a text.
    private static func sense(of bytes: ArraySlice<UInt8>, lowFirst: Bool) -> Int {
        let start = bytes.startIndex
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { offset -> UInt16 in
            let (first, second) = (UInt16(bytes[start + offset]), UInt16(bytes[start + offset + 1]))
            return lowFirst ? first | second << 8 : first << 8 | second
        }
        guard !units.contains(where: isImpossible) else { return 0 }
        return units.count(where: isUsual) * 100 / max(1, units.count)
    }

    /// Controls, private use and what is no character.
    private static func isImpossible(_ unit: UInt16) -> Bool {
        (unit < 0x20 && unit != 9 && unit != 10 && unit != 13 && unit != 12) || (0x7F...0x9F).contains(unit)
            || (0xFDD0...0xFDEF).contains(unit) || unit >= 0xFFFE
    }

    /// Latin, Greek and Cyrillic, punctuation, kana, the common ideographs, Hangul, full-width forms.
    private static func isUsual(_ unit: UInt16) -> Bool {
        switch unit {
        case 9...13, 0x20...0x7E, 0xA0...0x17F, 0x370...0x45F, 0x2010...0x203B, 0x20AC, 0x2103, 0x2460...0x24FF: true
        case 0x3000...0x30FF, 0x4E00...0x9FA5, 0xAC00...0xD7A3, 0xFF01...0xFF5E: true
        default: false
        }
    }
}
