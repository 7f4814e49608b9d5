public import Catalogue
public import Records

/// Everything known about one document.
public struct ShowDocument: Question {
    public typealias Answer = DocumentView
    public static let operation = Operation.readDocument
    public static var sample: ShowDocument { ShowDocument(.sample) }

    public let document: DocumentID

    public init(_ document: DocumentID) { self.document = document }

    public func answer(_ reading: Reading) throws -> DocumentView { try reading.known(document) }
}

/// The identifiers of all documents that the actor may know of, in the order of filing; of withdrawn ones only where they are asked for.
public struct ListDocuments: Question {
    public typealias Answer = [DocumentID]
    public static let operation = Operation.search
    public static var sample: ListDocuments { ListDocuments(withdrawn: false) }

    /// Whether documents that were withdrawn are listed too.
    public let withdrawn: Bool

    public init(withdrawn: Bool) { self.withdrawn = withdrawn }

    public func answer(_ reading: Reading) throws -> [DocumentID] { try reading.documents(withdrawn: withdrawn) }
}
