/// Objects were read again and held against their digests: one run, one event.
public struct ObjectsChecked: Event {
    public static let type = "objects.checked/1"
    public static let title = Phrase("复核存储", "objects checked")

    /// All that were looked at, in the order of the looking.
    public let documents: [DocumentID]
    /// Those of them in which something was found.
    public let damaged: [DocumentID]

    public init(documents: [DocumentID], damaged: [DocumentID]) {
        self.documents = documents
        self.damaged = damaged
    }

    public var subjects: [String] { [] }

    public static var sample: ObjectsChecked { ObjectsChecked(documents: [.sample, .other], damaged: [.other]) }
}
