public import Catalogue
public import Records
import Wording

/// Restricts the processing of a document with personal data (限制处理, R-49): it leaves every list, search, count and export; periods, holds
/// and disposal go on.
public struct RestrictDocument: Change {
    public typealias Answer = RestrictionView
    public static let operation = Operation.restrict
    public static var sample: RestrictDocument { RestrictDocument(.sample, reason: "处理目的已实现，保管期未满") }

    public let document: DocumentID
    public let reason: String

    public init(_ document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        if try decision.reading.restriction(of: document) != nil { throw ArchiveError.restricted(document) }
        try decision.reading.refuseUnknown([document])
        try decision.state(DocumentRestricted(document: document, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> RestrictionView {
        try reading.known(restricted: try events.the(DocumentRestricted.self).document)
    }
}

/// Ends the restriction of a document.
public struct LiftRestriction: Change {
    public typealias Answer = DocumentView
    public static let operation = Operation.restrict
    public static var sample: LiftRestriction { LiftRestriction(.sample, reason: "重新取得同意") }

    public let document: DocumentID
    public let reason: String

    public init(_ document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        _ = try decision.reading.known(restricted: document)
        try decision.state(RestrictionLifted(document: document, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DocumentView {
        try reading.known(try events.the(RestrictionLifted.self).document)
    }
}

/// Opens a restricted document for whoever asks, for the rest of the day; the reason is an event.
public struct OpenRestricted: Change {
    public typealias Answer = RestrictionView
    public static let operation = Operation.openRestricted
    public static var sample: OpenRestricted { OpenRestricted(.sample, reason: "监管部门来函") }

    public let document: DocumentID
    public let reason: String

    public init(_ document: DocumentID, reason: String) {
        self.document = document
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        _ = try decision.reading.known(restricted: document)
        try decision.state(RestrictedOpened(document: document, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> RestrictionView {
        try reading.known(restricted: try events.the(RestrictedOpened.self).document)
    }
}

/// Restricted documents, the latest first.
public struct ListRestricted: Question {
    public typealias Answer = [RestrictionView]
    public static let operation = Operation.openRestricted
    public static var sample: ListRestricted { ListRestricted() }

    public init() {}

    public func answer(_ reading: Reading) throws -> [RestrictionView] { try reading.restrictions() }
}

extension Reading {
    /// - Throws: ``ArchiveError`` `.stateWrong` for a document that is not restricted, `.documentUnknown` for one that is not there.
    fileprivate func known(restricted document: DocumentID) throws -> RestrictionView {
        if let view = try restriction(of: document) { return view }
        try refuseUnknown([document])
        throw ArchiveError(.stateWrong, RestrictionMessage.notRestricted("\(document)"), subject: "\(document)")
    }
}

extension ArchiveError {
    /// What is told of a restricted document to whoever may open it.
    static func restricted(_ document: DocumentID) -> ArchiveError {
        ArchiveError(
            .blocked, RestrictionMessage.restricted("\(document)"), remedy: RestrictionMessage.openIt, subject: "\(document)")
    }
}
