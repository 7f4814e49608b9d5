import Catalogue
public import Records
import Wording

/// The state in which a caller believes a document to be: in another one, nothing is changed. A condition of the request, not of the
/// change: whatever changes a document can bear it.
public struct DocumentMatch: Sendable, Hashable {
    public let document: DocumentID
    /// Any of the events that changed the document last, as ``DocumentView/changedBy`` tells; nil asks only that it is there.
    public let changedBy: Set<Int>?

    public init(_ document: DocumentID, changedBy: Set<Int>?) {
        self.document = document
        self.changedBy = changedBy
    }

    /// - Throws: ``ArchiveError`` `.versionStale` where another event changed the document last; `.documentUnknown`
    func check(_ reading: Reading) throws {
        let view = try reading.known(document)
        guard let changedBy, !changedBy.contains(view.changedBy) else { return }
        throw ArchiveError(
            .versionStale, ArchiveMessage.changedMeanwhile(current: view.changedBy), remedy: Remedy.readAgain, subject: "\(document)")
    }
}
