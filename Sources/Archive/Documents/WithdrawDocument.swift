public import Catalogue
public import Records
import Wording

/// Takes a document out of every list and search (误归档); its bytes stay. A hold forbids it.
public struct WithdrawDocument: Change {
    public typealias Answer = DocumentView
    public static let operation = Operation.withdraw
    public static var sample: WithdrawDocument { WithdrawDocument(.sample, reason: "误归档") }

    public let document: DocumentID
    public let reason: String

    public init(_ document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        let before = try decision.reading.known(document)
        guard !before.withdrawn else {
            throw ArchiveError(.stateWrong, ArchiveMessage.withdrawnAlready("\(document)"), subject: "\(document)")
        }
        try decision.state(DocumentWithdrawn(document: document, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DocumentView {
        try reading.known(try events.the(DocumentWithdrawn.self).document)
    }
}

/// Brings a withdrawn document back.
public struct ReinstateDocument: Change {
    public typealias Answer = DocumentView
    public static let operation = Operation.reinstate
    public static var sample: ReinstateDocument { ReinstateDocument(.sample, reason: "查明无误") }

    public let document: DocumentID
    public let reason: String

    public init(_ document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        let before = try decision.reading.known(document)
        guard before.withdrawn else {
            throw ArchiveError(.stateWrong, ArchiveMessage.notWithdrawn("\(document)"), subject: "\(document)")
        }
        try decision.state(DocumentReinstated(document: document, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DocumentView {
        try reading.known(try events.the(DocumentReinstated.self).document)
    }
}
