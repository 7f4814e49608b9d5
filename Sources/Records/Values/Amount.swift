/// A sum of money, exact to the hundredth (分), with its currency (ISO 4217).
public struct Amount: Sendable, Hashable {
    /// In hundredths of the currency's unit.
    public let hundredths: Int64
    /// Three upper-case letters: `CNY`.
    public let currency: String

    /// - Returns: nil unless the currency is three upper-case ASCII letters.
    public init?(hundredths: Int64, currency: String = "CNY") {
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
        self.hundredths = hundredths
        self.currency = currency
    }

    /// The plain decimal number with two places: `1280000.00`.
    public var decimal: String {
        let magnitude = hundredths.magnitude
        return (hundredths < 0 ? "-" : "") + "\(magnitude / 100)." + padded(Int(magnitude % 100), 2)
    }
}

extension Amount: CustomStringConvertible {
    /// `CNY 1280000.00`
    public var description: String { "\(currency) \(decimal)" }

    /// Reads ``description`` back; the currency may be missing and is then CNY.
    public init?(normal text: some StringProtocol) {
        let parts = text.split(separator: " ")
        guard let last = parts.last, parts.count <= 2 else { return nil }
        let number = last.split(separator: ".", omittingEmptySubsequences: false)
        guard number.count <= 2, let whole = Int64(number[0]), number[0].allSatisfy({ $0.isNumber || $0 == "-" }) else { return nil }
        let places = number.count == 2 ? number[1] : "00"
        guard (1...2).contains(places.count), places.allSatisfy({ $0.isASCII && $0.isNumber }), let fen = Int64(places) else { return nil }
        let fraction = places.count == 1 ? fen * 10 : fen
        let (scaled, overflow) = whole.magnitude.multipliedReportingOverflow(by: 100)
        guard !overflow, scaled <= UInt64(Int64.max) - 99 else { return nil }
        let magnitude = Int64(scaled) + fraction
        self.init(hundredths: number[0].hasPrefix("-") ? -magnitude : magnitude, currency: parts.count == 2 ? String(parts[0]) : "CNY")
    }
}

extension Amount: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let amount = Amount(normal: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an amount")
        }
        self = amount
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
