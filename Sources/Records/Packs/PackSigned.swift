/// The receiver signed for an edition of a pack (签收), but for the items that they sent back.
public struct PackSigned: Event {
    public static let type = "pack.signed/1"
    public static let title = Phrase("签收交底资料", "pack signed for")

    public let pack: PackID
    public let edition: Int
    public let by: AccountID
    /// In the order of the checklist; empty where all is well.
    public let rejections: [PackRejection]

    public init(pack: PackID, edition: Int, by: AccountID, rejections: [PackRejection]) {
        self.pack = pack
        self.edition = edition
        self.by = by
        self.rejections = rejections
    }

    public var subjects: [String] { [pack.compact, by.compact] }

    public static var sample: PackSigned {
        PackSigned(pack: .sample, edition: 2, by: .sample, rejections: [PackRejection(item: "drawings", reason: "图纸不是最新版")])
    }
}

/// Why a receiver sent an item back (退回).
public struct PackRejection: Sendable, Hashable, Codable {
    /// The code of the item.
    public let item: String
    public let reason: String

    public init(item: String, reason: String) {
        self.item = item
        self.reason = reason
    }
}

/// A pack left the archive as one file (law 2 of the house, R-45).
public struct PackExported: Event {
    public static let type = "pack.exported/1"
    public static let title = Phrase("导出交底资料", "pack exported")

    public let pack: PackID
    public let edition: Int
    /// Who gets it, where that was said.
    public let to: String?
    /// The documents that went with it.
    public let documents: [DocumentID]

    public init(pack: PackID, edition: Int, to: String?, documents: [DocumentID]) {
        self.pack = pack
        self.edition = edition
        self.to = to
        self.documents = documents
    }

    public var subjects: [String] { [pack.compact] }

    public static var sample: PackExported { PackExported(pack: .sample, edition: 2, to: "福州工程分公司", documents: [.sample]) }
}
