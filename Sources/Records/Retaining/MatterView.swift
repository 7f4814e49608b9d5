/// An open matter (未结事项, R-35) as people see it.
public struct MatterView: Sendable, Hashable, Codable {
    /// Its number in the archive: counted from 1, drawn from 1,000,000 on for a 秘密 document.
    public let number: Int
    public let document: DocumentID
    public let kind: MatterKind
    public let note: String
    /// `2026-03-01`
    public let openedOn: String
    /// Nil while it is open.
    public let settledOn: String?
    public let settledReason: String?

    package init(
        number: Int, document: DocumentID, kind: MatterKind, note: String, openedOn: String, settledOn: String?, settledReason: String?
    ) {
        self.number = number
        self.document = document
        self.kind = kind
        self.note = note
        self.openedOn = openedOn
        self.settledOn = settledOn
        self.settledReason = settledReason
    }
}
