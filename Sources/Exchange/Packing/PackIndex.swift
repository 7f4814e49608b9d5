import Mustache
public import Records

/// The page with which a pack is read by people: what it is, what is in it and what is missing, with a link to each file beside it.
public struct PackIndex: Sendable {
    /// A line of what is known of the pack.
    public struct Fact: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// An item of the checklist.
    public struct Item: Sendable, Hashable {
        public let name: String
        public let state: String
        /// What there is to know, or why there is nothing.
        public let text: String?
        public let files: [File]

        public init(name: String, state: String, text: String?, files: [File]) {
            self.name = name
            self.state = state
            self.text = text
            self.files = files
        }
    }

    /// A file of the pack, or what is said in its place.
    public struct File: Sendable, Hashable {
        public let name: String
        public let about: String
        /// Its path as a link writes it.
        let address: String?

        /// - Parameter path: From the page's folder; nil where it is not there.
        public init(name: String, path: String?, about: String) {
            self.name = name
            self.about = about
            address = path.map { $0.utf8.map(Self.encoded).joined() }
        }

        private static func encoded(_ byte: UInt8) -> String {
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || Array("-._~/".utf8).contains(byte)
            return isPlain ? String(Character(Unicode.Scalar(byte))) : "%" + hexDigits([byte]).uppercased()
        }
    }

    let title: String
    /// What must be seen first.
    let notes: [String]
    let facts: [Fact]
    let heading: String
    let columns: [String]
    let items: [Item]
    let checkHeading: String
    let check: String
    let language: String

    /// - Parameters:
    ///   - columns: The headings of item, state and what there is.
    ///   - check: How somebody sees that nothing was changed, below its heading.
    public init(
        title: String, notes: [String], facts: [Fact], heading: String, columns: [String], items: [Item],
        check: (heading: String, text: String), in tongue: Tongue
    ) {
        self.title = title
        self.notes = notes
        self.facts = facts
        self.heading = heading
        self.columns = columns
        self.items = items
        (checkHeading, self.check) = check
        language = tongue == .chinese ? "zh-CN" : "en"
    }

    /// The page's bytes: it needs nothing beside it, and runs nothing.
    ///
    /// - Throws: ``ExchangeError/drawing(_:)`` where the template is none, which a test would have seen.
    public func html() throws(ExchangeError) -> [UInt8] {
        do { return Array(try Self.template.get().render(self).utf8) } catch { throw .drawing("\(error)") }
    }

    private static let template = Result {
        MustacheContentTypes.register(Markup(), named: Markup.name)
        return try MustacheTemplate(string: Markup.pragma + String(decoding: PackageResources.pack_index_mustache, as: UTF8.self))
    }
}
