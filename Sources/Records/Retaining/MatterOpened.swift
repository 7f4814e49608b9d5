/// Something that stops destruction was found open.
public struct MatterOpened: SpeakingOf {
    public static let type = "matter.opened/1"
    public static let title = Phrase("登记未结事项", "matter opened")

    /// Its number in the archive: counted from 1, drawn from 1,000,000 on for a 秘密 document.
    public let matter: Int
    public let document: DocumentID
    public let kind: MatterKind
    public let note: String

    public init(matter: Int, document: DocumentID, kind: MatterKind, note: String) {
        self.matter = matter
        self.document = document
        self.kind = kind
        self.note = note
    }

    public var subjects: [String] { [document.compact] }

    public static var sample: MatterOpened {
        MatterOpened(matter: 1, document: .sample, kind: .claim, note: "尾款 12,000.00 未付")
    }
}
