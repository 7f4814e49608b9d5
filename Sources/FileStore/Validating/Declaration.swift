import Wording

/// The file by which a folder says what it is, after NAMASTE: `0=ocfl_object_1.1` holds `ocfl_object_1.1` and a newline (OCFL 1.1, 3.2, 4.2).
struct Declaration: Sendable {
    /// What stands before the version's number.
    private let stem: String
    private let missing: Finding.Code
    private let several: Finding.Code
    private let pattern: Finding.Code
    private let tag: Finding.Code
    private let value: Finding.Code
    private let text: Finding.Code

    static let object = Declaration(
        stem: "ocfl_object_", missing: .objectDeclarationMissing, several: .objectDeclarationMissing, pattern: .objectDeclarationPattern,
        tag: .objectDeclarationTag, value: .objectDeclarationUnknown, text: .objectDeclarationDiffers)
    static let root = Declaration(
        stem: "ocfl_", missing: .rootDeclarationMissing, several: .rootDeclarationsSeveral, pattern: .rootDeclarationPattern,
        tag: .rootDeclarationTag, value: .rootDeclarationUnknown, text: .rootDeclarationDiffers)

    /// Whether a name can only be meant for a declaration of this kind.
    func resembles(_ name: String) -> Bool {
        let parts = name.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts.count == 2 ? parts[1] : parts[0].drop { $0.isNumber || $0 == "_" || $0 == "-" }
        guard name.utf8.first.map({ (48...57).contains($0) }) == true, rest.hasPrefix(stem) else { return false }
        return self.stem == Declaration.object.stem || !rest.hasPrefix(Declaration.object.stem)
    }

    /// Which names in a folder are declarations, well formed or not.
    func candidates(_ names: [String]) -> [String] { names.filter { $0.hasPrefix("0=") || resembles($0) } }

    /// Looks at the names in a folder.
    ///
    /// - Parameter read: The first bytes of a file; nil where it cannot be read, and that is told already.
    /// - Returns: the specification declared; the newest of several.
    func check(
        _ names: [String], read: (String) -> [UInt8]?, find: (Finding.Code, String, StorageDetail) -> Void
    ) -> Specification? {
        let found = candidates(names)
        if found.isEmpty { find(missing, "", .found(nil)) }
        if found.count > 1 { find(several, "", .found(found.joined(separator: ", "))) }
        var declared: [Specification] = []
        for name in found {
            if let specification = Specification.allCases.first(where: { name == "0=\(stem)\($0.rawValue)" }) {
                declared.append(specification)
            } else if !name.contains("=") {
                find(pattern, name, .found(name))
            } else {
                find(name.hasPrefix("0=") ? value : tag, name, .found(name))
                guard name.hasPrefix("0=") else { continue }
            }
            guard name.hasPrefix("0="), let bytes = read(name) else { continue }
            if bytes != Array((name.dropFirst(2) + "\n").utf8) { find(text, name, .otherBytes(bytes.count)) }
        }
        return declared.max()
    }
}
