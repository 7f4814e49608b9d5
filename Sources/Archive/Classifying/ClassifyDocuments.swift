public import Catalogue
public import Records
import Retention
import Wording

/// Gives documents a class, another one, or none.
public struct ClassifyDocuments: Change {
    public typealias Answer = Classified
    public static let operation = Operation.classify
    public static var sample: ClassifyDocuments { ClassifyDocuments([.sample], as: "XS-HT-YB", reason: nil) }

    public let documents: [DocumentID]
    /// Nil to take the class away.
    @Said public private(set) var `class`: String?
    public let reason: String?

    public init(_ documents: [DocumentID], as recordClass: String?, reason: String?) {
        self.documents = documents
        self.class = recordClass
        self.reason = reason
    }

    /// How many documents got another class.
    public struct Classified: Sendable, Codable, Hashable {
        /// How many documents have another class now.
        public let classified: Int
    }

    public func decide(_ decision: Decision) throws {
        try Words.refuseEmpty(documents, "documents")
        let reason = try reason.map { try Words.reason($0) }
        if let code = self.class { try decision.reading.refuseClass(code) }
        let others = try decision.othersClasses()
        for document in documents {
            let before = try decision.reading.known(document).class
            guard before != self.class else { continue }
            try Self.refuseTakingAway(document, from: before, of: others)
            try decision.state(DocumentClassified(document: document, before: before, after: self.class, reason: reason))
        }
    }

    /// Refuses that a document is taken out of a class that another department answers for: else whoever may classify could let it be
    /// destroyed without those who must have a say.
    ///
    /// - Parameter others: ``Decision/othersClasses()``
    static func refuseTakingAway(_ document: DocumentID, from recordClass: String?, of others: Set<String>) throws(ArchiveError) {
        guard let recordClass, others.contains(recordClass) else { return }
        throw ArchiveError(.notAllowed, DealMessage.classOfOthers(recordClass), remedy: Remedy.askArchivist, subject: "\(document)")
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> Classified {
        let documents = events.compactMap { ($0 as? DocumentClassified)?.document }
        return Classified(classified: try documents.count { try reading.knows($0) })
    }
}

extension Decision {
    /// The classes that another department than the actor's answers for; none for the operator.
    func othersClasses() throws -> Set<String> {
        guard case .account(let id) = actor, let roles = try reading.account(id)?.roles, let scheme = try reading.scheme()?.scheme else {
            return []
        }
        return Set(scheme.classes.map(\.code)).subtracting(scheme.owned(by: roles))
    }
}

extension Reading {
    /// Refuses a class that is not in the scheme, or takes no filings today. Without a scheme any code is taken.
    ///
    /// - Parameter member: Where the code was written.
    func refuseClass(_ code: String, _ member: String = "class") throws {
        guard let scheme = try scheme()?.scheme else { return }
        guard scheme[code] != nil else {
            throw ArchiveError(
                .valueRefused, DealMessage.classUnknown(code), remedy: DealRemedy.choices(scheme.classes.map(\.code)), subject: member)
        }
        guard scheme.isOpen(code, on: today) else {
            throw ArchiveError(.valueRefused, DealMessage.classClosed(code), subject: member)
        }
        guard !viewer.closedClasses.contains(code) else {
            throw ArchiveError(.valueRefused, DealMessage.classHidden(code), remedy: Remedy.askArchivist, subject: member)
        }
    }
}
