/// Under which codes authorities know a party.
public enum PartyCodeKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// 统一社会信用代码 (GB 32100-2015)
    case credit
    /// 注册号 of 15 digits, from before 2015 (GS 15-2006)
    case registration
    /// 组织机构代码 (GB 11714-1997)
    case organization
    /// 公民身份号码 (GB 11643-1999)
    case personal
    /// Of a party abroad: as its own authorities write it.
    case foreign
}

/// A code of a party, whose check character was right when it was written; an event is read back as it stands.
public struct PartyCode: Sendable, Hashable, Codable {
    /// Why a code is refused as a party's.
    public enum Refusal: Error, Sendable, Hashable {
        /// Its length, or a character that such codes do not have.
        case form
        /// The check character does not fit the others: which would.
        case check(Character)
    }

    public let kind: PartyCodeKind
    /// In upper case, without blanks and hyphens.
    public let code: String

    /// Reads a code as people write it: in any case, wide or narrow, with blanks or hyphens.
    public init(_ kind: PartyCodeKind, _ text: String) throws(Refusal) {
        self.kind = kind
        code = kind == .foreign ? try Self.foreign(text) : matchingKey(text).replacing("-", with: "")
        guard kind != .foreign else { return }
        let (body, last) = (code.dropLast(), code.last)
        guard let form = Self.forms[kind], code.utf8.count == form.length, let last, body.allSatisfy(form.alphabet.contains) else {
            throw .form
        }
        let alphabet = Array(form.alphabet)
        let right = form.check(body.compactMap(alphabet.firstIndex))
        guard last == right else { throw .check(right) }
    }

    /// Characters of a foreign code, and how many it may have at most.
    private static let foreignLimit = 40

    private static func foreign(_ text: String) throws(Refusal) -> String {
        let code = text.uppercased().filter { !$0.isWhitespace }
        guard (1...foreignLimit).contains(code.utf8.count), code.utf8.allSatisfy({ (33...126).contains($0) }) else { throw .form }
        return code
    }
}

/// How the codes of a kind are made.
private struct PartyCodeForm {
    let length: Int
    /// Of all but the last character.
    let alphabet: String
    /// The last character, from the places of the others in the alphabet.
    let check: @Sendable ([Int]) -> Character
}

extension PartyCode {
    private static let digits = "0123456789"
    private static let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    /// Without I, O, S, V and Z, which are taken for others (GB 32100-2015, 4.2).
    private static let creditLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY"

    private static let forms: [PartyCodeKind: PartyCodeForm] = [
        // GB 32100-2015, annex A: weights 3^(i−1) mod 31.
        .credit: PartyCodeForm(length: 18, alphabet: creditLetters) { values in
            var (sum, weight) = (0, 1)
            for value in values { (sum, weight) = ((sum + value * weight) % 31, weight * 3 % 31) }
            return character((31 - sum) % 31, of: creditLetters)
        },
        // GS 15-2006: ISO 7064, MOD 11,10.
        .registration: PartyCodeForm(length: 15, alphabet: digits) { values in
            var product = 10
            for value in values {
                let sum = (product + value) % 10
                product = (sum == 0 ? 10 : sum) * 2 % 11
            }
            return character((11 - product) % 10, of: digits)
        },
        // GB 11714-1997: 11 less the weighted sum mod 11; 10 is X.
        .organization: PartyCodeForm(length: 9, alphabet: letters) { values in
            let sum = zip(values, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
            return character((11 - sum % 11) % 11, of: "0123456789X")
        },
        // GB 11643-1999: ISO 7064, MOD 11-2.
        .personal: PartyCodeForm(length: 18, alphabet: digits) { values in
            let sum = zip(values, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
            return character((12 - sum % 11) % 11, of: "0123456789X")
        },
    ]

    private static func character(_ place: Int, of alphabet: String) -> Character {
        alphabet[alphabet.index(alphabet.startIndex, offsetBy: place)]
    }
}

extension PartyCode {
    /// The example of GB 32100-2015.
    public static let sample = PartyCode(trusted: .credit, "91350100M000100Y43")

    private init(trusted kind: PartyCodeKind, _ code: String) { (self.kind, self.code) = (kind, code) }
}
