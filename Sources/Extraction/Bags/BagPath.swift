/// A path as a file of a bag writes it. Who wrote it may mean harm.
///
/// Two are the same where their bytes are: names in two forms of Unicode are two files. Their texts are the same all the same, as any two are that
/// differ in the form of Unicode alone.
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
    var withoutDot: BagPath { text.utf8.starts(with: "./".utf8) ? dropping(2) : self }

    /// Without so many bytes at its beginning.
    func dropping(_ count: Int) -> BagPath { BagPath(String(decoding: text.utf8.dropFirst(count), as: UTF8.self)) }

    /// Its folders and its name. They are told apart by bytes: a slash with an accent on it is a slash to every system, and no sign of its own.
    var parts: [String] {
        text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether it stays in the bag on every system: no root, drive, home or variable at its beginning, no way up, and no `\`, which parts
    /// folders elsewhere (RFC 8493, 5.2).
    var isSafe: Bool {
        let (bytes, parts) = (text.utf8, parts)
        let isDrive = bytes.dropFirst().first == UInt8(ascii: ":") && bytes.first.map { Character(UnicodeScalar($0)).isLetter } == true
        return !parts.contains("..") && !parts.contains("") && bytes.first != UInt8(ascii: "~") && !isDrive && bytes.count <= 4096
            && !bytes.contains(UInt8(ascii: "\\")) && !bytes.contains(0)
    }

    /// The folders that it lies in.
    var folders: [BagPath] {
        let parts = parts
        return (1..<max(1, parts.count)).map { BagPath(parts[..<$0].joined(separator: "/")) }
    }

    var isPayload: Bool { text.utf8.starts(with: "data/".utf8) }

    /// The same for names that differ in case alone.
    var folded: String { text.lowercased() }

    /// What systems put into folders by themselves, and leave out of copies.
    var isSystemFile: Bool { [".DS_Store", "Thumbs.db", "desktop.ini"].contains(parts.last) }
}
