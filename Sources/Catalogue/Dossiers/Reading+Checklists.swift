import GRDB
public import Records

extension Reading {
    /// The templates in force; nil where none were ever loaded.
    public func dossierTemplates() throws -> DossierTemplates? {
        try row("SELECT version, templates FROM dossier_templates ORDER BY version DESC LIMIT 1").map {
            DossierTemplates(version: $0[0], templates: try Self.decoded($0[1], "dossier_templates"))
        }
    }

    /// The template that a dossier was given, as it was then.
    public func template(of dossier: DossierID) throws -> DossierTemplate? {
        try row("SELECT template FROM dossiers WHERE id = :id", ["id": dossier.compact]).flatMap { try Self.template($0[0]) }
    }

    static func template(_ written: String?) throws -> DossierTemplate? { try written.map { try decoded($0, "template") } }

    /// What was said of the items of a dossier that are not there.
    public func marks(in dossier: DossierID) throws -> [String: DossierMark] {
        try rows(
            "SELECT m.* FROM dossier_marks m JOIN dossiers c ON c.row = m.dossier WHERE c.id = :id", ["id": dossier.compact]
        ).reduce(into: [:]) { marks, row in
            guard let kind = DossierMark.Kind(rawValue: row["kind"]) else { throw CatalogueError.damagedValue("dossier_marks") }
            marks[row["item"]] = DossierMark(kind, by: (row["until"] as String?).flatMap { CivilDate($0) }, reason: row["reason"])
        }
    }

    /// Who is responsible for a dossier.
    public func responsible(for dossier: DossierID) throws -> AccountID? {
        try row("SELECT responsible FROM dossiers WHERE id = :id", ["id": dossier.compact]).flatMap { row in
            try (row[0] as String?).map { try AccountID($0) }
        }
    }

    /// Whether an account may know of a dossier.
    ///
    /// - Parameter viewer: As whom the account reads, before classes and grants are looked at.
    public func knows(_ dossier: DossierID, _ account: AccountView, as viewer: Viewer) throws -> Bool {
        try seeing(as: viewer.narrowed(to: account, on: today, in: db)).dossier(dossier) != nil
    }

    /// All that is in some dossiers, withdrawn documents too and whoever may know of them.
    public func everything(inDossiers dossiers: [DossierID]) throws -> [DocumentID] {
        try rows(
            """
            SELECT DISTINCT d.id FROM documents d JOIN dossier_documents l ON l.document = d.row JOIN dossiers c ON c.row = l.dossier
            WHERE c.id IN (SELECT value FROM json_each(:dossiers)) AND d.destroyed = 0 ORDER BY d.row
            """, ["dossiers": try Projection.canonical(dossiers.map(\.compact))]
        ).map { try DocumentID($0[0] as String) }
    }

    /// What a dossier holds of what it should, as far as the viewer may know; nil where they may not know of it.
    public func check(of id: DossierID) throws -> DossierCheck? {
        guard let dossier = try dossier(id) else { return nil }
        return DossierCheck(dossier: dossier, checklist: try items(of: dossier))
    }

    private func items(of dossier: DossierView) throws -> [DossierItemView] {
        guard let template = try template(of: dossier.id) else { return [] }
        let (members, marks) = (try checked(dossier.id), try marks(in: dossier.id))
        let signed = members.compactMap { $0.isContract ? $0.signed : nil }.min()
        return template.items.map { item in
            let there = members.filter { item.types.contains($0.type) && (item.relation.map($0.relations.contains) ?? true) }
            let start = item.after == .signed ? signed : CivilDate(dossier.openedOn)
            return DossierItemView(
                item, documents: there.map(\.document), mark: marks[item.code],
                due: item.days.flatMap { days in start?.adding(days: days) }, today: today)
        }
    }

    /// A document of a dossier as its checklist sees it.
    private struct Member {
        let document: DossierItemView.Document
        let type: DocumentType
        let signed: CivilDate?
        let relations: Set<Relation>

        var isContract: Bool { type.code == "contract" }
    }

    private func checked(_ dossier: DossierID) throws -> [Member] {
        try rows(
            """
            SELECT d.id, d.type, d.title, d.number, d.version, d.signed_to,
                (SELECT group_concat(r.relation, ' ') FROM relations r WHERE r.document = d.row) AS relations
            FROM dossier_documents l JOIN documents d ON d.row = l.document JOIN dossiers c ON c.row = l.dossier
            WHERE c.id = :id AND d.withdrawn = 0 AND d.destroyed = 0 AND \(Viewer.knows("d")) ORDER BY l.sequence
            """, ["id": dossier.compact]
        ).map { row in
            guard let version = VersionNumber(row["version"] as Int) else { throw CatalogueError.damagedValue("version") }
            let relations = (row["relations"] as String? ?? "").split(separator: " ").compactMap { Relation(rawValue: String($0)) }
            return Member(
                document: .init(id: try DocumentID(row["id"] as String), number: row["number"], title: row["title"], version: version),
                type: try Self.type(row["type"]), signed: (row["signed_to"] as String?).flatMap { CivilDate($0) }, relations: Set(relations)
            )
        }
    }

    /// The open dossiers that an account is responsible for, the newest first; those of everybody where none is given.
    public func openDossiers(of account: AccountID?) throws -> [DossierID] {
        let ofAccount = account == nil ? "" : " AND c.responsible = :account"
        return try rows(
            """
            SELECT c.id FROM dossiers c WHERE c.closed_on IS NULL\(ofAccount)
                AND c.template IS NOT NULL AND \(Self.knowsDossier("c")) ORDER BY c.row DESC
            """, ["account": account?.compact]
        ).map { try DossierID($0[0] as String) }
    }
}
