import Foundation

/// One thing measured.
struct Figure: Encodable {
    let name: String
    let value: Double
    let unit: String
    /// What the same work cannot cost less than, in the same unit.
    let floor: Double?
    /// How the floor was measured.
    let floorIs: String?
    /// 99 of 100 took no longer.
    let p99: Double?

    var ratio: Double? { floor.flatMap { $0 > 0 ? value / $0 : nil } }

    enum Key: String, CodingKey { case name, value, unit, floor, floorIs, ratio, p99 }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(value, forKey: .value)
        try container.encode(unit, forKey: .unit)
        try container.encodeIfPresent(floor, forKey: .floor)
        try container.encodeIfPresent(floorIs, forKey: .floorIs)
        try container.encodeIfPresent(ratio, forKey: .ratio)
        try container.encodeIfPresent(p99, forKey: .p99)
    }
}

/// All that one run found.
struct Report: Encodable {
    let documents: Int
    private(set) var figures: [Figure] = []

    init(documents: Int) { self.documents = documents }

    mutating func add(_ name: String, _ value: Double, _ unit: String, floor: Double? = nil, _ floorIs: String? = nil, p99: Double? = nil) {
        figures.append(Figure(name: name, value: value, unit: unit, floor: floor, floorIs: floorIs, p99: p99))
        FileHandle.standardError.write(Data("\(name): \(number(value)) \(unit)\n".utf8))
    }

    /// A Markdown table.
    var table: String {
        let rows = figures.map { figure in
            [
                figure.name, number(figure.value), number(figure.p99), figure.unit, number(figure.floor), number(figure.ratio),
                figure.floorIs ?? "",
            ]
        }
        let head = [
            ["\(documents) documents", "measured", "p99", "unit", "floor", "ratio", "the floor is"],
            ["---", "---:", "---:", "---", "---:", "---:", "---"],
        ]
        return (head + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }
}

/// Three figures that count.
private func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
    return String(format: "%.\(decimals)f", value)
}
