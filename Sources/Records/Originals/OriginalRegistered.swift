/// A signed original came into our keeping: copy so-and-so of several, of one version of a document.
public struct OriginalRegistered: Event {
    public static let type = "original.registered/1"
    public static let title = Phrase("登记原件", "original registered")

    public let original: OriginalID
    public let document: DocumentID
    /// Which version it is the paper, or the file, of.
    public let version: VersionNumber
    public let form: OriginalForm
    /// Which copy it is, from 1, and of how many (一式几份).
    public let copy: Int
    public let copies: Int
    /// Pages, seals and what else is to be said of it.
    public let note: String?
    public let custody: Custody

    public init(
        original: OriginalID, document: DocumentID, version: VersionNumber, form: OriginalForm, copy: Int, copies: Int, note: String?,
        custody: Custody
    ) {
        self.original = original
        self.document = document
        self.version = version
        self.form = form
        self.copy = copy
        self.copies = copies
        self.note = note
        self.custody = custody
    }

    public var subjects: [String] { [original.compact, document.compact] + [custody.answerable?.compact].compactMap(\.self) }

    public static var sample: OriginalRegistered {
        OriginalRegistered(
            original: .sample, document: .sample, version: .first, form: .paper, copy: 1, copies: 4, note: "骑缝章",
            custody: Custody(.inHand, answerable: .sample))
    }
}
