/// Somebody went along the shelves and wrote down which originals are there (盘点, R-20).
public struct StocktakeRecorded: Event {
    public static let type = "stocktake.recorded/1"
    public static let title = Phrase("盘点", "stock taken")

    /// Counted from 1.
    public let number: Int
    /// Room, cabinet, shelf or box, and all that is in it.
    public let place: String
    /// How many were seen where they are registered.
    public let right: Int
    public let differences: [StocktakeDifference]

    public init(number: Int, place: String, right: Int, differences: [StocktakeDifference]) {
        self.number = number
        self.place = place
        self.right = right
        self.differences = differences
    }

    /// A header names few; the differences stand in the payload.
    public var subjects: [String] { [] }

    public static var sample: StocktakeRecorded {
        StocktakeRecorded(
            number: 1, place: "档案室-3柜", right: 40,
            differences: [StocktakeDifference(original: .sample, kind: .notSeen), StocktakeDifference(original: .other, kind: .elsewhere)])
    }
}

/// An original that is not where it is registered.
public struct StocktakeDifference: Sendable, Hashable, Codable {
    public let original: OriginalID
    public let kind: StocktakeFinding

    public init(original: OriginalID, kind: StocktakeFinding) {
        self.original = original
        self.kind = kind
    }
}

/// How an original differs from the register.
public enum StocktakeFinding: String, Sendable, Hashable, CaseIterable, Codable {
    /// 未见: registered here, and not seen.
    case notSeen = "not_seen"
    /// 账外: seen here, and registered elsewhere.
    case elsewhere
}

/// A stock-take with its differences, as far as the reader may know of the originals.
public struct StocktakeView: Listable, Hashable {
    public var identity: String { "\(number)" }

    /// Counted from 1.
    public let number: Int
    public let place: String
    public let on: String
    /// The name of the account that took it.
    public let by: String
    public let right: Int
    public let differences: [Difference]

    /// A difference, which is settled as soon as something is done with the original.
    public struct Difference: Sendable, Hashable, Codable {
        public let kind: StocktakeFinding
        public let original: OriginalView
        public let isSettled: Bool

        package init(kind: StocktakeFinding, original: OriginalView, isSettled: Bool) {
            self.kind = kind
            self.original = original
            self.isSettled = isSettled
        }
    }

    public init(
        number: Int, place: String, on: String, by: String, right: Int, differences: [Difference]
    ) {
        self.number = number
        self.place = place
        self.on = on
        self.by = by
        self.right = right
        self.differences = differences
    }
}
