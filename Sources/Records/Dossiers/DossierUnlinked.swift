/// A document was taken out of a dossier.
public struct DossierUnlinked: Event {
    public static let type = "dossier.unlinked/1"
    public static let title = Phrase("移出案卷", "taken out of a dossier")

    public let dossier: DossierID
    public let document: DocumentID
    public let reason: String

    public init(dossier: DossierID, document: DocumentID, reason: String) {
        self.dossier = dossier
        self.document = document
        self.reason = reason
    }

    public var subjects: [String] { [dossier.compact, document.compact] }

    public static var sample: DossierUnlinked {
        DossierUnlinked(dossier: .sample, document: .sample, reason: "误归")
    }
}
