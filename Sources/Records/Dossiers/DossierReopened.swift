/// A dossier that had been closed was opened again.
public struct DossierReopened: Event {
    public static let type = "dossier.reopened/1"
    public static let title = Phrase("重开案卷", "dossier opened again")

    public let dossier: DossierID
    public let reason: String

    public init(dossier: DossierID, reason: String) {
        self.dossier = dossier
        self.reason = reason
    }

    public var subjects: [String] { [dossier.compact] }

    public static var sample: DossierReopened {
        DossierReopened(dossier: .sample, reason: "返修")
    }
}
