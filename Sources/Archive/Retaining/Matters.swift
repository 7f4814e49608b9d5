public import Catalogue
public import Records
import Wording

/// Records something open that stops the destruction of a document.
public struct OpenMatter: Change {
    public typealias Answer = MatterView
    public static let operation = Operation.openMatter
    public static var sample: OpenMatter { OpenMatter(.claim, on: .sample, note: "尾款 12,000.00 未付") }

    public let document: DocumentID
    public let kind: MatterKind
    /// What it is.
    public let note: String

    public init(_ kind: MatterKind, on document: DocumentID, note: String) {
        self.kind = kind
        self.document = document
        self.note = note
    }

    public func decide(_ decision: Decision) throws {
        let note = try Words.reason(note, "note")
        try decision.reading.refuseUnknown([document])
        try decision.state(MatterOpened(matter: try decision.reading.nextMatter(on: document), document: document, kind: kind, note: note))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> MatterView {
        try reading.knownMatter(try events.the(MatterOpened.self).matter)
    }
}

/// Says that an open matter is closed.
public struct CloseMatter: Change {
    public typealias Answer = MatterView
    public static let operation = Operation.settleMatter
    public static var sample: CloseMatter { CloseMatter(1, reason: "已付清") }

    /// The matter's number.
    public let matter: Int
    /// How.
    public let reason: String

    public init(_ matter: Int, reason: String) {
        self.matter = matter
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let (reason, before) = (try Words.reason(reason), try decision.reading.knownMatter(matter))
        guard before.settledOn == nil else {
            throw ArchiveError(.stateWrong, DealMessage.matterSettled(matter), subject: "\(matter)")
        }
        try decision.state(MatterClosed(matter: matter, document: before.document, reason: reason))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> MatterView {
        try reading.knownMatter(try events.the(MatterClosed.self).matter)
    }
}

/// Open matters, of one document or of all that the actor may know of; closed ones only where they are asked for.
public struct ListMatters: Question {
    public typealias Answer = [MatterView]
    public static let operation = Operation.readRetention
    public static var sample: ListMatters { ListMatters(of: nil, settled: false) }

    public let document: DocumentID?
    /// Whether closed ones are listed too.
    public let settled: Bool

    public init(of document: DocumentID?, settled: Bool) {
        self.document = document
        self.settled = settled
    }

    public func answer(_ reading: Reading) throws -> [MatterView] { try reading.matters(of: document, settled: settled) }
}

extension Reading {
    /// - Throws: ``ArchiveError`` `.recordUnknown`
    fileprivate func knownMatter(_ number: Int) throws -> MatterView {
        guard let view = try matter(number) else { throw Self.unknown("\(number)", remedy: .checkNumber) }
        return view
    }
}
