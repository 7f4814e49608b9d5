/// Documents that a hold covers stay held by it although something took them out of its scope: another party, class or dossier, or a
/// version without the words. What was caught once stays caught until that hold is lifted.
public struct HoldCaught: Controlled {
    public static let type = "hold.caught/1"
    public static let title = Phrase("继续冻结", "stays held")

    /// Most documents of one such event, so that its header can name them all.
    public static let mostDocuments = 60

    public let hold: HoldID
    public let documents: [DocumentID]

    public init(hold: HoldID, documents: [DocumentID]) {
        self.hold = hold
        self.documents = documents
    }

    public var subjects: [String] { [hold.compact] + documents.map(\.compact) }

    public static var sample: HoldCaught { HoldCaught(hold: .sample, documents: [.sample]) }
}
