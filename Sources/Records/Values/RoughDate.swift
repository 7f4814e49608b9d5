/// A date known to the day, the month or only the year: `2013-05-20`, `2013-05`, `2013`.
public enum RoughDate: Sendable, Hashable {
    case day(CivilDate)
    case month(year: Int, month: Int)
    case year(Int)

    /// Reads the normal form: four digits, then month and day where known. How people write dates is read by ``init(words:)``.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        switch bytes.count {
        case 4:
            guard let year = decimal(bytes[...]), year >= 1 else { return nil }
            self = .year(year)
        case 7:
            guard bytes[4] == UInt8(ascii: "-"), let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), year >= 1,
                (1...12).contains(month)
            else { return nil }
            self = .month(year: year, month: month)
        default:
            guard let date = CivilDate(text) else { return nil }
            self = .day(date)
        }
    }

    /// For samples: 2026-01.
    public static let sample = RoughDate.month(year: 2026, month: 1)

    /// The first day it can mean.
    public var earliest: CivilDate {
        switch self {
        case .day(let date): date
        case .month(let year, let month): CivilDate(daysSince1970: RoughDate.firstDay(year, month).daysSince1970)
        case .year(let year): RoughDate.firstDay(year, 1)
        }
    }

    /// The last day it can mean: what retention reckons with.
    public var latest: CivilDate {
        switch self {
        case .day(let date): date
        case .month(let year, let month): RoughDate.firstDay(year, month).adding(days: CivilDate.days(inMonth: month, of: year) - 1)
        case .year(let year): RoughDate.firstDay(year, 12).adding(days: 30)
        }
    }

    private static func firstDay(_ year: Int, _ month: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: 1) else { preconditionFailure("rough date: checked when made") }
        return date
    }
}

extension RoughDate: CustomStringConvertible {
    public var description: String {
        switch self {
        case .day(let date): date.description
        case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
        case .year(let year): padded(year, 4)
        }
    }
}

extension RoughDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = RoughDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date, month or year")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
