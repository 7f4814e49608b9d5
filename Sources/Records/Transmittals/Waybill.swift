/// The number that a carrier gives to what it takes along (运单号): one waybill, in whatever way somebody writes it.
public struct Waybill: Sendable, Hashable {
    /// Capital letters and digits, without gaps and hyphens: `SF1234567890123`.
    public let number: String

    /// In signs; what is shorter or longer is no waybill.
    private static let lengths = 6...40

    /// Reads a number as people write it, or a scanner reads it.
    ///
    /// - Throws: ``WaybillError``
    public init(_ text: String) throws(WaybillError) {
        let number = matchingKey(text).filter { $0 != "-" }
        guard Self.lengths.contains(number.count), number.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
            number.contains(where: \.isNumber)
        else { throw .notOne(text) }
        // Of the forms of carriers this one alone has a check digit that anybody can reckon.
        if number.wholeMatch(of: Self.postal) != nil, !Self.isPostalSound(number) { throw .wrongCheckDigit(text) }
        self.number = number
    }

    /// The carrier whose numbers look like this; nil where they do not tell it, as bare digits of which several carriers have some.
    public var carrier: Carrier? { Self.forms.first { number.wholeMatch(of: $0.form) != nil }?.carrier }

    /// The same where letters say it. Digits alone are given out by whoever has them free.
    public var carrierByLetters: Carrier? { number.first?.isLetter == true ? carrier : nil }

    /// As carriers print them today. A form stands here once it is one carrier's alone.
    private static var forms: [(carrier: Carrier, form: Regex<Substring>)] {
        [
            (.sf, /SF[0-9]{12,13}/), (.jd, /JD[A-Z]{0,2}[0-9]{11,15}/), (.yto, /YT[0-9]{13}/), (.jt, /JT[0-9]{13}/),
            (.deppon, /DPK[0-9]{9,13}/), (.kye, /KY[0-9]{13}/), (.zto, /7[3-68-9][0-9]{12}/), (.sto, /77[0-9]{11}|77[0-9]{13}/),
            (.yunda, /(?:31|43|46)[0-9]{11}|(?:31|43|46)[0-9]{13}/), (.ems, postal), (.ems, /(?:1[01]|9[5-9])[0-9]{11}/),
        ]
    }

    /// The identifier of postal items: two letters, eight digits and a check digit, and where it was posted (UPU S10).
    private static var postal: Regex<Substring> { /[A-Z]{2}[0-9]{9}[A-Z]{2}/ }

    /// The check digit of UPU S10, 4.2.3: weights 8, 6, 4, 2, 3, 5, 9 and 7, and 11 less the remainder of 11; 10 is 0, and 11 is 5.
    private static func isPostalSound(_ number: String) -> Bool {
        let digits = number.dropFirst(2).prefix(9).compactMap(\.wholeNumberValue)
        let sum = zip(digits, [8, 6, 4, 2, 3, 5, 9, 7]).reduce(0) { $0 + $1.0 * $1.1 }
        let check = 11 - sum % 11
        return digits.last == (check == 10 ? 0 : check == 11 ? 5 : check)
    }
}

extension Waybill: CustomStringConvertible {
    public var description: String { number }
}

extension Waybill: Codable {
    public init(from decoder: any Decoder) throws { try self.init(try decoder.singleValueContainer().decode(String.self)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

/// Why a text is no waybill.
public enum WaybillError: Error, Sendable, Hashable {
    case notOne(String)
    /// Of a postal item: one digit is wrong, or two were exchanged.
    case wrongCheckDigit(String)
}

/// Who takes papers along (承运人).
public enum Carrier: String, Sendable, Hashable, CaseIterable, Codable {
    case sf, jd, yto, zto, sto, yunda, jt, ems, deppon, kye
    /// 面交: somebody of us brought or fetched it.
    case byHand = "by_hand"
    /// 电子邮件: files alone.
    case mail
    case other
}
