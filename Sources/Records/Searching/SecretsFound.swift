/// A search whose hits include 秘密 documents; never its words.
public struct SecretsFound: Event {
    public static let type = "secrets.found/1"
    public static let title = Phrase("检索到秘密文件", "secrets found")

    /// SHA-256 over the payload's salt and the query's words.
    public let query: String
    /// How many 秘密 documents were among the hits.
    public let count: Int

    public init(query: String, count: Int) {
        self.query = query
        self.count = count
    }

    public var subjects: [String] { [] }

    public static var sample: SecretsFound {
        SecretsFound(query: String(repeating: "0", count: 32) + ":" + String(repeating: "a", count: 64), count: 2)
    }
}
