/// What somebody said of an item of a pack: what there is to say of it, why it does not apply, or by when it comes.
public struct PackMark: Sendable, Hashable, Codable {
    public let kind: Kind
    /// What is to be known, or the reason.
    public let text: String
    /// With ``Kind/promised``: by when.
    public let by: CivilDate?

    /// What was said.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// 说明
        case words
        /// 不适用
        case notApplicable = "not_applicable"
        /// 待补
        case promised
    }

    public init(_ kind: Kind, _ text: String, by: CivilDate? = nil) {
        self.kind = kind
        self.text = text
        self.by = by
    }
}

/// Something was said of an item of a pack that is being put together, or that was taken back.
public struct PackItemSaid: Event {
    public static let type = "pack.item-said/1"
    public static let title = Phrase("填写交底内容", "item of a pack filled in")

    public let pack: PackID
    /// The code of the item.
    public let item: String
    /// Nil where what was said is taken back.
    public let mark: PackMark?
    /// What was said before.
    public let before: PackMark?

    public init(pack: PackID, item: String, mark: PackMark?, before: PackMark?) {
        self.pack = pack
        self.item = item
        self.mark = mark
        self.before = before
    }

    public var subjects: [String] { [pack.compact] }

    public static var sample: PackItemSaid {
        PackItemSaid(
            pack: .sample, item: "drawings", mark: PackMark(.promised, "设计院未出图", by: .sampleKeptTo),
            before: PackMark(.notApplicable, "无图纸"))
    }
}
