public import Catalogue
public import Records

/// A step of a disposal. It answers with the batch as it is afterwards, given up where nothing was left in it.
public protocol DisposalChange: Change where Answer == BatchView {}

extension DisposalChange {
    public static func answer(after events: [any Event], _ reading: Reading) throws -> BatchView {
        for case let event as any BatchEvent in events { return try reading.known(event.batch) }
        throw ArchiveError.fault("no batch among the events of a disposal")
    }
}
