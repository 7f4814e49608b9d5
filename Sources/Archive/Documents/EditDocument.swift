public import Catalogue
public import Records
import Wording

/// A change of metadata: what is given is set, what is named in `cleared` is emptied, the rest stays; old and new values are kept.
public struct EditDocument: Change {
    public typealias Answer = DocumentView
    public static let operation = Operation.edit
    public static var sample: EditDocument {
        var words = MetadataWords()
        words.title = "空调维保合同（修订）"
        return EditDocument(.sample, words: words, cleared: ["note"], reason: "笔误")
    }

    public let document: DocumentID
    public let words: MetadataWords
    /// Names of the metadata to empty: `amount`, `party` …
    public let cleared: [String]?
    public let reason: String

    public init(_ document: DocumentID, words: MetadataWords, cleared: [String] = [], reason: String) {
        self.document = document
        self.words = words
        self.cleared = cleared
        self.reason = reason
    }

    public func decide(_ decision: Decision) throws {
        let reason = try Words.reason(reason)
        let before = try decision.standing(document)
        let after = try metadata(after: before, decision)
        guard after != before.metadata else {
            throw ArchiveError(.stateWrong, ArchiveMessage.nothingToChange, remedy: Remedy.readAgain, subject: "\(document)")
        }
        // What they see by a grant they go on seeing.
        if (after.confidentiality, after.handler) != (before.confidentiality, before.handler) { try decision.reading.refuseHiding(after) }
        try decision.state(DocumentEdited(document: document, before: before.metadata, after: after, reason: reason))
    }

    private func metadata(after before: DocumentView, _ decision: Decision) throws -> Metadata {
        let cleared = cleared ?? []
        if let both = words.given.first(where: cleared.contains) {
            throw ArchiveError(.valueRefused, ArchiveMessage.clearAndSet(both), remedy: Remedy.correctMember, subject: both)
        }
        let reader = MetadataReader(vocabulary: decision.reading.vocabulary)
        let start = MetadataReader.Understood(metadata: before.metadata, number: before.number, party: before.party?.name)
        let set = try reader.apply(words, to: try reader.clear(cleared, in: start))
        var after = set.metadata
        if after.recordClass != before.class {
            if let code = after.recordClass { try decision.reading.refuseClass(code) }
            try ClassifyDocuments.refuseTakingAway(document, from: before.class, of: try decision.othersClasses())
        }
        if set.number != before.number || after.type != before.type {
            after.number = try set.number.map { try decision.reading.documentNumber($0, of: after.type) }
            if after.number?.text != before.number || after.type != before.type {
                try decision.reading.refuseTaken(after.number, of: after.type, by: document)
            }
        }
        if set.party != before.party?.name { after.party = try set.party.map { try decision.party(named: $0) } }
        return after
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DocumentView {
        try reading.known(try events.the(DocumentEdited.self).document)
    }
}

extension Reading {
    /// Nobody puts a document where they cannot see it any more: who may not see 秘密 documents handles them.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`
    func refuseHiding(_ metadata: Metadata) throws {
        guard metadata.confidentiality == .secret, !viewer.seesSecrets, metadata.handler == nil || metadata.handler != viewer.name else {
            return
        }
        throw ArchiveError(.valueRefused, ArchiveMessage.hiddenFromOneself, remedy: Remedy.handleOrAsk, subject: "handler")
    }
}

extension Decision {
    /// A document that stands: known to the actor and not withdrawn. What is withdrawn is changed no more, goes nowhere and proves nothing.
    @discardableResult
    func standing(_ document: DocumentID) throws -> DocumentView {
        let view = try reading.known(document)
        guard !view.withdrawn else { throw ArchiveError(.stateWrong, ArchiveMessage.withdrawn("\(document)"), subject: "\(document)") }
        return view
    }
}
