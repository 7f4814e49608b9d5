/// It was said who is responsible for a dossier (责任人), or responsibility passed on.
public struct DossierAssigned: Event {
    public static let type = "dossier.assigned/1"
    public static let title = Phrase("移交案卷责任", "dossier assigned")

    public let dossier: DossierID
    /// Nil where nobody is any more.
    public let account: AccountID?
    public let before: AccountID?
    public let reason: String?

    public init(dossier: DossierID, account: AccountID?, before: AccountID?, reason: String?) {
        self.dossier = dossier
        self.account = account
        self.before = before
        self.reason = reason
    }

    public var subjects: [String] { [dossier.compact] + [account, before].compactMap { $0?.compact } }

    public static var sample: DossierAssigned {
        DossierAssigned(dossier: .sample, account: .sample, before: nil, reason: "转售后")
    }
}
