/// A document was put into a dossier, or its place there changed.
public struct DossierLinked: Event {
    public static let type = "dossier.linked/1"
    public static let title = Phrase("归入案卷", "put into a dossier")

    public let dossier: DossierID
    public let document: DocumentID
    /// Whether the dossier is the document's home; it has one at most.
    public let home: Bool

    public init(dossier: DossierID, document: DocumentID, home: Bool) {
        self.dossier = dossier
        self.document = document
        self.home = home
    }

    public var subjects: [String] { [dossier.compact, document.compact] }

    public static var sample: DossierLinked {
        DossierLinked(dossier: .sample, document: .sample, home: true)
    }
}
