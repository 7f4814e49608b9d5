import Foundation
import Records

/// Names of files and folders that every system takes: Windows and its programs, too, which is the strictest.
///
/// What a name must not have is an underscore: control characters and those that turn the direction of writing, the nine signs that Windows keeps for
/// itself, and `%`, which manifests of bags write in two ways. Names of devices get one behind them; dots and blanks at an end are left out. No two names
/// in a folder differ in case alone.
public struct SafeNames: Sendable {
    private var taken: Set<String> = []

    /// In UTF-16 code units, which is how Windows counts.
    private static let longest = 80
    /// Behind the last dot; what is longer is no ending.
    private static let longestEnding = 10
    private static let devices: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"] + (0...9).flatMap { ["COM\($0)", "LPT\($0)"] }
            + ["¹", "²", "³"].flatMap { ["COM\($0)", "LPT\($0)"] })

    public init() {}

    /// A name that is safe, and nobody else's in its folder.
    ///
    /// - Parameter folder: Safe itself, with a slash at its end; empty for none.
    /// - Returns: the path of it.
    public mutating func place(_ name: String, in folder: String = "") -> String {
        let safe = Self.safe(name)
        let (stem, ending) = Self.parts(of: safe)
        var (path, number) = (folder + safe, 1)
        while !taken.insert(path.folded).inserted {
            number += 1
            path = "\(folder)\(stem) (\(number))\(ending)"
        }
        return path
    }

    /// The nearest name that is safe.
    public static func safe(_ name: String) -> String {
        let shown = name.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
            scalar.isUnseemly || "<>:\"/\\|?*%".unicodeScalars.contains(scalar) ? "_" : Character(scalar)
        }
        let (stem, ending) = parts(of: trimmed(String(shown)))
        var short = trimmed(cut(stem, to: longest - ending.utf16.count))
        // Windows looks at what stands before the first dot.
        let first = short.prefix { $0 != "." }
        if devices.contains(trimmed(String(first)).uppercased()) { short = "\(first)_\(short.dropFirst(first.count))" }
        return short.isEmpty ? "_\(ending)" : short + ending
    }

    /// A name without its ending, and that with its dot; both as they are where there is none.
    private static func parts(of name: String) -> (stem: String, ending: String) {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
        let ending = String(name[dot...])
        return (1...longestEnding).contains(ending.utf16.count - 1) ? (String(name[..<dot]), ending) : (name, "")
    }

    private static func cut(_ text: String, to most: Int) -> String {
        var short = text
        while short.utf16.count > most { short.removeLast() }
        return short
    }

    private static func trimmed(_ text: String) -> String {
        func isLeftOut(_ character: Character) -> Bool { character == "." || character.isWhitespace }
        let rest = text.drop(while: \.isWhitespace)
        return String(rest.reversed().drop(while: isLeftOut).reversed())
    }
}

extension String {
    /// The same for all that a file system may take for one name.
    fileprivate var folded: String { folding(options: [.caseInsensitive, .widthInsensitive], locale: nil) }
}
