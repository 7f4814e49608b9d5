import Schemas

/// Traditional and variant characters, each with the simplified one it is folded to (`schemas/variants.txt`, made by
/// `tools/make-variants`).
struct Variants: Sendable {
    static let table = Variants(lines: Schema.variants)

    /// For the characters of ``dense``: what each becomes, itself where it has no other form.
    private let common: [UInt32]
    /// For all others.
    private let rare: [UInt32: UInt32]
    private static let dense: ClosedRange<UInt32> = 0x3400...0x9FFF

    init(lines: [UInt8]) {
        var common = Array(Variants.dense)
        var rare: [UInt32: UInt32] = [:]
        for line in String(decoding: lines, as: UTF8.self).unicodeScalars.split(separator: "\n") {
            guard let from = line.first?.value, let to = line.last?.value else { continue }
            if Variants.dense.contains(from) {
                common[Int(from - Variants.dense.lowerBound)] = to
            } else {
                rare[from] = to
            }
        }
        self.common = common
        self.rare = rare
    }

    func simplified(_ scalar: UInt32) -> UInt32 {
        if Variants.dense.contains(scalar) { return common[Int(scalar - Variants.dense.lowerBound)] }
        return scalar < 0x20000 ? scalar : rare[scalar] ?? scalar
    }
}
