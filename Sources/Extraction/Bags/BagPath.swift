import Foundation

/// A path as a file of a bag writes it. Who wrote it may mean harm.
///
/// Two are the same where their bytes are: names in two forms of Unicode are two files.
struct BagPath: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: BagPath, right: BagPath) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
    static func < (left: BagPath, right: BagPath) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
    func hash(into hasher: inout Hasher) { hasher.combine(Array(text.utf8)) }

    /// As a line of a manifest has it: line ends are `%0A` and `%0D`, and since version 1.0 a `%` is `%25` (RFC 8493, 2.1.3).
    init(line: Substring, since version: BagVersion) {
        text = String(line).replacing(/%(?:0[Aa]|0[Dd]|25)/) { code in
            switch code.output.last {
            case "A", "a": "\n"
            case "D", "d": "\r"
            default: version.isOne ? "%" : "%25"
            }
        }
    }

    /// Without `./` before it, which older programs wrote.
    var withoutDot: BagPath { text.hasPrefix("./") ? BagPath(String(text.dropFirst(2))) : self }

    /// Whether it stays in the bag on every system: no root, drive, home or variable at its beginning, no way up, and no `\`, which parts
    /// folders elsewhere (RFC 8493, 5.2).
    var isSafe: Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return !text.isEmpty && !text.hasPrefix("/") && !text.hasPrefix("~") && !text.contains("\\") && !text.contains("\0")
            && !parts.contains("..") && !parts.contains("") && text.wholeMatch(of: /[A-Za-z]:.*/.dotMatchesNewlines()) == nil
            && text.utf8.count <= 4096
    }

    /// The folders that it lies in.
    var folders: [BagPath] { text.indices.filter { text[$0] == "/" }.map { BagPath(String(text[..<$0])) } }

    var isPayload: Bool { text.hasPrefix("data/") }

    /// The same for all that some file system takes for one name.
    var normalized: String { text.precomposedStringWithCanonicalMapping }
    var folded: String { normalized.lowercased() }

    /// What systems put into folders by themselves, and leave out of copies.
    var isSystemFile: Bool { [".DS_Store", "Thumbs.db", "desktop.ini"].contains(text.split(separator: "/").last.map(String.init) ?? "") }
}
