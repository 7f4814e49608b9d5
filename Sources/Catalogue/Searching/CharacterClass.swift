/// What the search makes of a folded character.
enum CharacterClass: Sendable {
    /// A character of a script written without spaces: Han, kana, Bopomofo. Runs of these become pairs.
    case sign
    /// A letter, a digit or a mark of any other script. Runs of these become words.
    case word
    /// Everything else: it parts words and is not searched.
    case other

    init(_ scalar: UInt32) {
        if scalar < 128 {
            let isLetter = (97...122).contains(scalar) || (65...90).contains(scalar)
            self = isLetter || (48...57).contains(scalar) ? .word : .other
        } else if CharacterClass.isSign(scalar) {
            self = .sign
        } else {
            self = CharacterClass.isWordPart(scalar) ? .word : .other
        }
    }

    /// Han with its iteration marks and radicals, Hiragana, Katakana, Bopomofo.
    static func isSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFD: true
        case 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x2E80...0x2FD5, 0xF900...0xFAD9: true
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF: true
        default: false
        }
    }

    private static func isWordPart(_ scalar: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(scalar) else { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
