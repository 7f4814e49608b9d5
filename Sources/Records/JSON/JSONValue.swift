import Foundation

/// A JSON value as payloads and the descriptions in objects have it: no fractions.
public enum JSONValue: Sendable, Hashable {
    case null, boolean(Bool), whole(Int), text(String), list([JSONValue]), members([String: JSONValue])
}

extension JSONValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int.self) {
            self = .whole(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .members(try container.decode([String: JSONValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .whole(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .members(let value): try container.encode(value)
        }
    }
}

extension JSONValue {
    /// Members whose values are people's own words, and one whose values all are.
    private static let free: Set<String> = ["title", "note", "reason"]
    private static let freeBelow = "fields"

    /// The same with other words in the place of some, wherever people's own words stand.
    public func replacing(_ words: String, by others: String) -> JSONValue { replacing(words, others, isFree: false) }

    private func replacing(_ words: String, _ others: String, isFree: Bool) -> JSONValue {
        switch self {
        case .text(let text): isFree ? .text(text.replacing(anyForm: words, by: others)) : self
        case .list(let values): .list(values.map { $0.replacing(words, others, isFree: isFree) })
        case .members(let members):
            .members(
                Dictionary(
                    uniqueKeysWithValues: members.map { name, value in
                        (name, value.replacing(words, others, isFree: isFree || Self.free.contains(name) || name == Self.freeBelow))
                    }))
        case .null, .boolean, .whole: self
        }
    }

    /// Whether words stand anywhere in it, in names too.
    public func contains(_ words: String) -> Bool {
        switch self {
        case .text(let text): text.contains(anyForm: words)
        case .list(let values): values.contains { $0.contains(words) }
        case .members(let members): members.contains { $0.key.contains(anyForm: words) || $0.value.contains(words) }
        case .null, .boolean, .whole: false
        }
    }
}

extension String {
    /// Whether some words stand in it in any form in which people write the same: wide or narrow, composed or not, large or small letters, with
    /// signs in between that nobody sees.
    public func contains(anyForm words: String) -> Bool { !places(ofAnyForm: words).isEmpty }

    /// The same with other words in the place of some, in whatever form they stand.
    public func replacing(anyForm words: String, by others: String) -> String {
        var (text, rest) = ("", self[...])
        for place in places(ofAnyForm: words) where place.lowerBound >= rest.startIndex {
            text += rest[..<place.lowerBound] + others
            rest = rest[place.upperBound...]
        }
        return text + rest
    }

    private func places(ofAnyForm words: String) -> [Range<Index>] {
        let sought = words.flatMap(\.folded)
        guard !sought.isEmpty else { return [] }
        // Each scalar of the folded text, with the character that it comes from.
        let signs = indices.flatMap { index in self[index].folded.map { (scalar: $0, index: index) } }
        let scalars = signs.map(\.scalar)
        var (found, from): ([Range<Index>], Int) = ([], 0)
        while let hit = scalars[from...].firstRange(of: sought) {
            from = hit.upperBound
            // A mark that follows makes another sign of the last one: カ is not in ガ.
            if from < scalars.count, scalars[from].properties.canonicalCombiningClass != .notReordered { continue }
            found.append(signs[hit.lowerBound].index..<index(after: signs[hit.upperBound - 1].index))
        }
        return found
    }
}

extension Character {
    fileprivate var folded: [Unicode.Scalar] {
        // Capitals first: ß and ς have none of their own.
        String(self).decomposedStringWithCompatibilityMapping.uppercased().lowercased().decomposedStringWithCompatibilityMapping
            .unicodeScalars
            .filter { !$0.properties.isDefaultIgnorableCodePoint }
    }
}
