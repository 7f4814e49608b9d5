/// It was said of an item that a dossier should hold that it does not apply, or by when it comes, or that was taken back.
public struct DossierItemMarked: Event {
    public static let type = "dossier.item-marked/1"
    public static let title = Phrase("标注案卷应有材料", "item of a dossier marked")

    public let dossier: DossierID
    /// The code of the item.
    public let item: String
    /// Nil where what was said is taken back.
    public let mark: DossierMark?
    /// What was said before.
    public let before: DossierMark?

    public init(dossier: DossierID, item: String, mark: DossierMark?, before: DossierMark?) {
        self.dossier = dossier
        self.item = item
        self.mark = mark
        self.before = before
    }

    public var subjects: [String] { [dossier.compact] }

    public static var sample: DossierItemMarked {
        DossierItemMarked(
            dossier: .sample, item: "acceptance", mark: DossierMark(.promised, by: .sampleKeptTo, reason: "工程未完"),
            before: DossierMark(.notApplicable, by: nil, reason: "只供货"))
    }
}
