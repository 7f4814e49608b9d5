import SystemPackage

/// The files that the journal is cut into.
enum Segment {
    /// A group that would make its segment longer goes to a new one: small enough to be read at once and to be rewritten
    /// when a payload must go, large enough that a million events make some hundred files.
    static let closingLength: Int64 = 8 << 20
    static let checkpointFolder = "checkpoints"

    /// `000001.jsonl`
    static func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".jsonl"
    }

    static func path(_ number: Int, in folder: FilePath) -> FilePath { folder.appending(name(number)) }

    /// The number that a file name bears; nil for any other file.
    static func number(of name: FilePath.Component) -> Int? {
        let text = name.string
        guard text.hasSuffix(".jsonl"), let number = Int(text.dropLast(6)), number > 0, Segment.name(number) == text else { return nil }
        return number
    }
}
