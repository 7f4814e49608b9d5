/// The name of a worksheet, to Excel's rules: 1 to 31 UTF-16 code units without `[ ] : * ? / \`, no apostrophe at either end, and not
/// `History`, which Excel keeps for itself.
struct SheetName: Equatable {
    static let most = 31
    let text: String

    init(_ wanted: String) {
        var (kept, room) = (String.UnicodeScalarView(), SheetName.most)
        for scalar in wanted.seemly.unicodeScalars {
            room -= scalar.value > 0xFFFF ? 2 : 1
            if room < 0 { break }
            kept.append(SheetName.isForbidden(scalar) ? " " : scalar)
        }
        let trimmed = String(kept.drop(while: SheetName.isEdge).reversed().drop(while: SheetName.isEdge).reversed().map(Character.init))
        text = trimmed.isEmpty || trimmed.lowercased() == "history" ? "Sheet1" : trimmed
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool { ["[", "]", ":", "*", "?", "/", "\\", "\n"].contains(scalar) }

    private static func isEdge(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "'" }
}
