public import Catalogue
public import Records
import Wording

/// Takes stock of a place (盘点, R-20): what was seen there is held against what is registered there. Differences wait until something is done with
/// the original.
public struct TakeStock: Change {
    public typealias Answer = StocktakeView
    public static let operation = Operation.takeStock
    public static var sample: TakeStock { TakeStock(at: "档案室-3柜", seen: "\(OriginalID.sample)\n") }

    /// Room, cabinet, shelf or box: all that is in it was looked at.
    public let place: String
    /// What was read from the labels, an identifier a line; other words around one do not matter.
    public let seen: String

    public init(at place: String, seen: String) {
        self.place = place
        self.seen = seen
    }

    /// Most bytes of a list, and most lines.
    private static let (longest, most) = (1 << 20, 10_000)

    public func decide(_ decision: Decision) throws {
        let place = try OriginalPlace.read(place)
        let reading = decision.reading
        let read = try Self.read(seen)
        for (line, original) in read where try reading.original(original) == nil {
            throw ArchiveError(.recordUnknown, OriginalMessage.lineUnknown(line, "\(original)"), subject: "seen")
        }
        let known = Set(read.map(\.original))
        let here = try reading.shelved(at: place).filter { try reading.original($0) != nil }
        let notSeen = here.filter { !known.contains($0) }.map { StocktakeDifference(original: $0, kind: .notSeen) }
        let elsewhere = known.subtracting(here).sorted().map { StocktakeDifference(original: $0, kind: .elsewhere) }
        let differences = notSeen + elsewhere
        guard differences.count <= Self.most else {
            throw ArchiveError(.tooLarge, OriginalMessage.tooManySeen(Self.most), subject: "seen")
        }
        try decision.state(
            StocktakeRecorded(
                number: try reading.nextStocktake(), place: place, right: known.intersection(here).count, differences: differences))
    }

    /// The originals that lines name, each with its line.
    private static func read(_ text: String) throws(ArchiveError) -> [(line: Int, original: OriginalID)] {
        guard text.utf8.count <= longest else {
            throw ArchiveError(.tooLarge, ArchiveMessage.textTooLong(field: "seen", limit: longest), subject: "seen")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.count <= most else { throw ArchiveError(.tooLarge, OriginalMessage.tooManySeen(most), subject: "seen") }
        var found: [(line: Int, original: OriginalID)] = []
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            // Editors put a mark before the first line.
            let words = line.split { $0.isWhitespace || ["/", ",", "\u{FEFF}"].contains($0) }
            guard let original = words.lazy.compactMap({ try? OriginalID($0) }).first else {
                let shown = Words.trimmed(String(line.prefix(100)))
                throw ArchiveError(.valueRefused, OriginalMessage.lineUnknown(index + 1, shown), subject: "seen")
            }
            found.append((index + 1, original))
        }
        return found
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> StocktakeView {
        guard let view = try reading.stocktake(try events.the(StocktakeRecorded.self).number) else {
            throw ArchiveError.fault("a stock-take just recorded is not there")
        }
        return view
    }
}

/// Stock-takes with their differences, the newest first.
public struct ListStocktakes: Question {
    public typealias Answer = [StocktakeView]
    public static let operation = Operation.readOriginals
    public static var sample: ListStocktakes { ListStocktakes() }

    /// Of this place alone; of all without it.
    public let place: String?

    public init(of place: String? = nil) { self.place = place }

    public func answer(_ reading: Reading) throws -> [StocktakeView] {
        try reading.stocktakes(of: try place.map { try OriginalPlace.read($0) })
    }
}
