import Records
import Schemas

/// The first letters of the syllables of Chinese characters (`schemas/initials.txt`, made by `tools/make-initials`): 青禾 is found by QH.
struct Initials: Sendable {
    static let table = Initials(lines: Schema.initials)

    /// Ways to read a name that are kept at most: each character with several readings doubles them.
    private static let mostReadings = 8

    private let letters: [Unicode.Scalar: [Unicode.Scalar]]

    init(lines: [UInt8]) {
        var letters: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for line in String(decoding: lines, as: UTF8.self).unicodeScalars.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2 else { continue }
            for character in parts[1] { letters[character] = Array(parts[0]) }
        }
        self.letters = letters
    }

    /// The initials of a name in each of its readings, the usual one first; letters and digits stand for themselves.
    func readings(of name: String) -> [String] {
        var readings = [""]
        for scalar in matchingKey(name).unicodeScalars {
            let isItself = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            guard let choices = letters[scalar] ?? (isItself ? [scalar] : nil) else { continue }
            let more = choices.flatMap { letter in readings.map { $0 + String(letter) } }
            readings = Array(more.prefix(Self.mostReadings))
        }
        return readings.filter { !$0.isEmpty }
    }
}
