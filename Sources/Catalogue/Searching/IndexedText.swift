/// What is searched of a document.
public struct IndexedText: Sendable, Hashable {
    public var number: String
    public var title: String
    public var party: String
    /// Handler, further fields, note and file names, each on lines of its own with a blank line between.
    public var details: String
    /// The text of its files, as extracted. Pages and cells are parted by control characters, parts by blank lines.
    public var body: String

    public init(number: String = "", title: String = "", party: String = "", details: String = "", body: String = "") {
        self.number = number
        self.title = title
        self.party = party
        self.details = details
        self.body = body
    }
}

extension IndexedText {
    /// Byte for byte the same; `==` holds between the composed and the decomposed form of a letter.
    func isSame(as other: IndexedText) -> Bool {
        zip(parts, other.parts).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// In the order of the index's columns.
    var parts: [String] { [number, title, party, details, body] }

    /// In UTF-8 bytes, all parts together.
    var length: Int { parts.reduce(0) { $0 + $1.utf8.count } }

    /// Without U+0000, at which SQLite would end a text; another control character stands for it.
    var storable: IndexedText {
        guard parts.contains(where: { $0.utf8.contains(0) }) else { return self }
        let parts = parts.map { $0.replacing("\u{0}", with: "\u{1F}") }
        return IndexedText(number: parts[0], title: parts[1], party: parts[2], details: parts[3], body: parts[4])
    }
}
