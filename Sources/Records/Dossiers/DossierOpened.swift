/// A dossier (案卷) was opened: everything of one deal goes into it.
public struct DossierOpened: Event {
    public static let type = "dossier.opened/1"
    public static let title = Phrase("建立案卷", "dossier opened")

    public let dossier: DossierID
    public let title: String
    public let party: PartyID?

    public init(dossier: DossierID, title: String, party: PartyID?) {
        self.dossier = dossier
        self.title = title
        self.party = party
    }

    public var subjects: [String] { [dossier.compact] + [party?.compact].compactMap { $0 } }

    public static var sample: DossierOpened {
        DossierOpened(dossier: .sample, title: "青禾广场空调安装", party: .sample)
    }
}
