/// A document in a disposal list (销毁清册), as it was when the list was drawn up.
public struct DisposalItem: Sendable, Hashable, Codable {
    public let document: DocumentID
    /// The last day that it had to be kept, and the first free one.
    public let keptTo: CivilDate
    public let due: CivilDate
    /// The rule that decided.
    public let rule: String
    /// SHA-512 of the object's inventory: the list is about these bytes and no others.
    public let inventory: ContentDigest
    /// SHA-256 of ``words(type:recordClass:number:title:confidentiality:)``: what the list says of it.
    public let description: ContentDigest

    public init(
        document: DocumentID, keptTo: CivilDate, due: CivilDate, rule: String, inventory: ContentDigest, description: ContentDigest
    ) {
        self.document = document
        self.keptTo = keptTo
        self.due = due
        self.rule = rule
        self.inventory = inventory
        self.description = description
    }

    /// What the list says of a document, which whoever signs it goes by: a line for each, empty where there is nothing. All of it stays in the
    /// tombstone.
    public static func words(type: String, recordClass: String?, number: String?, title: String, confidentiality: String) -> String {
        [type, recordClass ?? "", number ?? "", title, confidentiality].joined(separator: "\n")
    }

    static var sample: DisposalItem {
        DisposalItem(
            document: .sample, keptTo: .sampleKeptTo, due: .sampleKeptTo.adding(days: 1), rule: "XS-HT-YB", inventory: .sample,
            description: .sampleList)
    }
}

/// A document that was due and does not stand in the list, for something blocks it: it is set aside (单独抽出立卷, 79号令 §19).
public struct SetAsideItem: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let because: [DisposalObstacle]

    public init(document: DocumentID, because: [DisposalObstacle]) {
        self.document = document
        self.because = because
    }
}

/// Why a document is not destroyed with its batch.
public enum DisposalObstacle: String, Sendable, Hashable, Codable, CaseIterable {
    /// What blocks, by its kind.
    case hold, claim, complaint, dispute, review, renewal, loan
    /// Its time has not come by what is recorded now, or it was derived otherwise.
    case notDue = "not_due"
    /// It has another version than the list is about, or other words.
    case changed
    /// It was to be passed on, and no receipt is there.
    case transfer
    /// It was destroyed by another way.
    case destroyed
    /// Something blocks, and the reader may not know what.
    case blocked

    /// Whether it is one of the things that block: then a reader may have to be told no more than that.
    public var isBlock: Bool {
        switch self {
        case .hold, .claim, .complaint, .dispute, .review, .renewal, .loan, .blocked: true
        case .notDue, .changed, .destroyed, .transfer: false
        }
    }
}

extension [DisposalObstacle] {
    /// The same where some of them may not be told: then something blocks, and no more is said of those.
    public func hiding(_ isHidden: (DisposalObstacle) -> Bool) -> [DisposalObstacle] {
        contains(where: isHidden) ? [.blocked] + filter { !isHidden($0) } : self
    }
}

/// A document of a list with what was decided of it.
public struct DisposalAppraisal: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let decision: DisposalDecision

    public init(document: DocumentID, decision: DisposalDecision) {
        self.document = document
        self.decision = decision
    }
}

extension CivilDate {
    static var sampleKeptTo: CivilDate { CivilDate("2023-12-31") ?? CivilDate(daysSince1970: 0) }
}
