/// A dossier was closed, on a day that may start a period (R-30, `dossierClosed`).
public struct DossierClosed: Event {
    public static let type = "dossier.closed/1"
    public static let title = Phrase("关闭案卷", "dossier closed")

    public let dossier: DossierID
    public let on: RoughDate
    public let reason: String

    public init(dossier: DossierID, on: RoughDate, reason: String) {
        self.dossier = dossier
        self.on = on
        self.reason = reason
    }

    public var subjects: [String] { [dossier.compact] }

    public static var sample: DossierClosed {
        DossierClosed(dossier: .sample, on: .sample, reason: "质保期满")
    }
}
