/// A dossier turned out to be the same deal as another: all that was in it is in the other since, and it is closed.
public struct DossierMerged: Rescoping {
    public static let type = "dossier.merged/1"
    public static let title = Phrase("合并案卷", "dossiers merged")

    public let dossier: DossierID
    public let into: DossierID
    public let reason: String

    public init(dossier: DossierID, into: DossierID, reason: String) {
        self.dossier = dossier
        self.into = into
        self.reason = reason
    }

    public var subjects: [String] { [dossier.compact, into.compact] }
    public var reach: HoldReach { .dossiers([dossier]) }

    public static var sample: DossierMerged { DossierMerged(dossier: .sample, into: .other, reason: "同一项目") }
}
