/// What a dossier holds of what it should, as far as the reader may know.
public struct DossierCheck: Sendable, Hashable, Codable {
    public let dossier: DossierView
    /// In the order of the template; empty where the dossier has none.
    public let checklist: [DossierItemView]
    /// How many are neither there nor not applicable.
    public let missing: Int
    /// How many of these should be there by now.
    public let overdue: Int

    package init(dossier: DossierView, checklist: [DossierItemView]) {
        self.dossier = dossier
        self.checklist = checklist
        missing = checklist.count { $0.state == .missing }
        overdue = checklist.count(where: \.isOverdue)
    }
}

/// An item of a dossier's checklist, as it stands.
public struct DossierItemView: Sendable, Hashable, Codable {
    public let code: String
    public let name: Phrase
    public let stage: DossierStage
    public let state: State
    /// What is there, in the order of linking, each with its current version.
    public let documents: [Document]
    /// By when it should be there: as promised, else as the template says; nil where nothing does.
    public let by: String?
    /// Whether that day is over, and it is not there.
    public let isOverdue: Bool
    /// Why it does not apply, or comes later.
    public let reason: String?

    /// How an item stands.
    public enum State: String, Sendable, Hashable, CaseIterable, Codable {
        /// 已有
        case present
        /// 不适用
        case notApplicable = "not_applicable"
        /// 缺
        case missing
    }

    /// A document that is it.
    public struct Document: Sendable, Hashable, Codable {
        public let id: DocumentID
        public let number: String?
        public let title: String
        /// The current version.
        public let version: VersionNumber

        package init(id: DocumentID, number: String?, title: String, version: VersionNumber) {
            self.id = id
            self.number = number
            self.title = title
            self.version = version
        }
    }

    package init(_ item: DossierItem, documents: [Document], mark: DossierMark?, due: CivilDate?, today: CivilDate) {
        (code, name, stage, self.documents) = (item.code, item.name, item.stage, documents)
        state = !documents.isEmpty ? .present : mark?.kind == .notApplicable ? .notApplicable : .missing
        let day = state == .missing ? mark?.by ?? due : nil
        by = day?.description
        isOverdue = day.map { $0 < today } ?? false
        reason = state == .present ? nil : mark?.reason
    }
}

/// The templates in force.
public struct DossierTemplates: Sendable, Hashable, Codable {
    /// Counted from 1; 0 where none were ever loaded, and those that come with the program hold.
    public let version: Int
    public let templates: [DossierTemplate]

    public init(version: Int, templates: [DossierTemplate]) {
        self.version = version
        self.templates = templates
    }
}
