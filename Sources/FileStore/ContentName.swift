import Records

/// The name under which a file's bytes lie in an object. The user's own name is the logical path; this one must be safe on
/// any file system: ASCII, short, never one that Windows reserves, and different in each place.
enum ContentName {
    /// Longest part of the user's name that is kept, in bytes.
    private static let longest = 60

    /// - Parameter ordinal: the file's place in its version, from 1, which alone makes the name unique.
    static func make(for path: LogicalPath, ordinal: Int) -> String {
        let safe = path.name.utf8.map { byte -> Character in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 95: Character(Unicode.Scalar(byte))
            case 46: "."
            default: "_"
            }
        }
        let collapsed = String(safe).split(separator: "_", omittingEmptySubsequences: true).joined(separator: "_")
        let trimmed = collapsed.suffix(longest).drop { $0 == "." || $0 == "_" }
        let name = trimmed.reversed().drop { $0 == "." || $0 == "_" }.reversed()
        let number = String(ordinal)
        let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
        return name.isEmpty ? padded : padded + "-" + String(name)
    }
}
