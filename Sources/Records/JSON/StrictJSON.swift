/// What JSON from outside must be before anything is read from it: one value, not too deep, and no object with two members of one name.
/// Decoders keep one of two such members and say nothing.
public enum StrictJSON {
    /// Why a text is refused.
    public enum Problem: Error, Sendable, Equatable {
        case tooLarge(limit: Int)
        case notJSON(offset: Int)
        case tooDeep(limit: Int)
        /// The member's path: `fields.copies`.
        case memberTwice(String)
    }

    /// Deepest nesting of objects and arrays.
    public static let deepest = 32

    /// - Parameter limit: Most bytes.
    public static func check(_ bytes: [UInt8], limit: Int) throws(Problem) {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        let text: JSONText
        do throws(JSONText.Failure) { text = try JSONText(bytes, deepest: deepest) } catch {
            throw error.isTooDeep ? .tooDeep(limit: deepest) : .notJSON(offset: error.offset)
        }
        if let member = memberTwice(text, "") { throw .memberTwice(member) }
    }

    private static func memberTwice(_ text: JSONText, _ path: String) -> String? {
        var seen: Set<String> = []
        for member in text.members ?? [] {
            let name = path.isEmpty ? member.key : "\(path).\(member.key)"
            // Equal as Swift compares strings: two spellings of one name would be one member for a decoder.
            guard seen.insert(member.key).inserted else { return name }
            if let found = memberTwice(member.value, name) { return found }
        }
        for element in text.elements ?? [] { if let found = memberTwice(element, path) { return found } }
        return nil
    }
}
