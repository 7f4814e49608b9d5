import GRDB
public import Records

/// Which packs are listed; all of what is asked for must be so.
public struct PackFilter: Sendable, Hashable, Codable {
    public var party: PartyID?
    public var dossier: DossierID?
    /// The code of the receiver.
    public var receiver: String?
    public var state: PackState?
    /// Customer, site, contract or deal, in some words of its name.
    public var words: String?

    public init() {}
}

/// Packs are known to whoever knows their dossier, and to nobody else; of their documents each reader sees those that they may know of.
extension Reading {
    /// The receivers in force; nil where none were ever loaded.
    public func receivers() throws -> Receivers? {
        try row("SELECT version, receivers FROM receivers ORDER BY version DESC LIMIT 1").map {
            Receivers(version: $0[0], receivers: try Self.decoded($0[1], "receivers"))
        }
    }

    private static let packs = """
        SELECT k.*, c.id AS dossier_id, c.title, p.id AS party_id, p.name AS party_name, e.issued_on, e.signed_on, \(state) AS state,
            COALESCE(i.name, e.issued_by) AS issuer, s.name AS signer
        FROM packs k JOIN dossiers c ON c.row = k.dossier LEFT JOIN parties p ON p.row = c.party_row
        LEFT JOIN pack_editions e ON e.pack = k.row AND e.number = COALESCE(:edition, k.edition)
        LEFT JOIN accounts i ON i.id = e.issued_by LEFT JOIN accounts s ON s.id = e.signed_by
        """

    /// How an edition `e` stands.
    private static let state = """
        CASE WHEN e.number IS NULL THEN 'draft' WHEN e.signed_on IS NULL THEN 'issued' WHEN e.rejections = '{}' THEN 'signed' ELSE 'returned' END
        """

    /// A pack as an edition of it stands; nil where the viewer may not know of it.
    ///
    /// - Parameter edition: The newest without it.
    public func pack(_ id: PackID, edition: Int? = nil) throws -> PackLine? {
        try row(Self.packs + " WHERE k.id = :id AND \(Self.knowsDossier("c"))", ["id": id.compact, "edition": edition]).map(Self.line)
    }

    /// Packs, the newest first.
    public func packs(_ filter: PackFilter) throws -> [PackLine] {
        let named = try filter.words.map { try parties($0).map(\.id.compact) }
        return try rows(
            Self.packs + " WHERE \(filter.conditions.joined(separator: " AND ")) ORDER BY k.row DESC",
            [
                "party": filter.party?.compact, "dossier": filter.dossier?.compact, "receiver": filter.receiver,
                "state": filter.state?.rawValue, "words": filter.words, "key": filter.words.map(matchingKey),
                "named": try named.map { try Projection.canonical($0) }, "edition": nil,
            ]
        ).map(Self.line)
    }

    /// The receiver of a pack, with the checklist that the pack was made with.
    public func receiver(of pack: PackID) throws -> Receiver? {
        try row("SELECT described FROM packs WHERE id = :id", ["id": pack.compact]).map { try Self.decoded($0[0], "packs.described") }
    }

    /// What was said of the items of a pack's next edition.
    public func marks(in pack: PackID) throws -> [String: PackMark] {
        try rows(
            "SELECT m.item, m.mark FROM pack_marks m JOIN packs k ON k.row = m.pack WHERE k.id = :id", ["id": pack.compact]
        ).reduce(into: [:]) { $0[$1[0]] = try Self.decoded($1[1], "pack_marks") }
    }

    /// An edition of a pack; nil where there is none of this number.
    public func edition(_ number: Int, of pack: PackID) throws -> PackEdition? {
        try row(
            """
            SELECT e.*, \(Self.state) AS state FROM pack_editions e JOIN packs k ON k.row = e.pack WHERE k.id = :id AND e.number = :number
            """, ["id": pack.compact, "number": number]
        ).map { row in
            PackEdition(
                participants: row["participants"], marks: try Self.decoded(row["marks"], "pack_editions"),
                rejections: try Self.decoded(row["rejections"], "pack_editions"), isWithheld: row["withheld"],
                state: try Self.state(row["state"]), documents: try packed(in: pack, number))
        }
    }

    /// All documents of an edition, whoever may know of them.
    private func packed(in pack: PackID, _ edition: Int) throws -> [PackEdition.Document] {
        try rows(
            """
            SELECT o.item, o.version AS packed, d.id, d.title, d.number, d.version, d.destroyed, \(Viewer.knows("d")) AS known
            FROM pack_documents o JOIN packs k ON k.row = o.pack JOIN documents d ON d.row = o.document
            WHERE k.id = :id AND o.edition = :edition ORDER BY o.position
            """, ["id": pack.compact, "edition": edition]
        ).map { row in
            let (version, current) = (try Self.version(row["packed"]), try Self.version(row["version"]))
            let id = try DocumentID(row["id"] as String)
            return PackEdition.Document(
                item: row["item"], isKnown: row["known"],
                document: PackedDocument(
                    id: id, number: row["number"], title: row["title"], version: version, newer: current == version ? nil : current,
                    destroyedOn: row["destroyed"] ? try tombstone(of: id)?.destroyedOn : nil))
        }
    }

    private static func line(_ row: Row) throws -> PackLine {
        let receiver: Receiver = try decoded(row["described"], "packs.described")
        let newest = row["edition"] as Int
        return PackLine(
            id: try PackID(row["id"] as String), dossier: try DossierID(row["dossier_id"] as String), title: row["title"],
            party: try (row["party_id"] as String?).map { PartyView(id: try PartyID($0), name: row["party_name"]) },
            receiver: PackLine.Receiver(receiver), state: try state(row["state"]), newest: newest == 0 ? nil : newest,
            issuedOn: row["issued_on"], issuedBy: row["issuer"], signedOn: row["signed_on"], signedBy: row["signer"])
    }

    private static func state(_ text: String) throws -> PackState {
        guard let state = PackState(rawValue: text) else { throw CatalogueError.damagedValue("pack_editions") }
        return state
    }
}

/// An edition as it was issued, whoever may know of its documents.
public struct PackEdition: Sendable {
    public let participants: String?
    /// What was said of its items, by their codes.
    public let marks: [String: PackMark]
    /// Why items were sent back, by their codes.
    public let rejections: [String: String]
    /// Whether something was left out that the receiver has no right to see.
    public let isWithheld: Bool
    public let state: PackState
    public let documents: [Document]

    /// A document of an edition.
    public struct Document: Sendable {
        /// The code of the item.
        public let item: String
        /// Whether the viewer may know of it.
        public let isKnown: Bool
        public let document: PackedDocument
    }
}

extension PackFilter {
    fileprivate var conditions: [String] {
        [
            Reading.knowsDossier("c"),
            party.map { _ in "c.party_row = (SELECT root FROM parties WHERE id = :party)" },
            dossier.map { _ in "c.id = :dossier" },
            receiver.map { _ in "k.receiver = :receiver" },
            state == .draft ? "k.edition = 0" : state.map { _ in "state = :state" },
            words.map { _ in
                """
                (instr(c.title, :words) OR p.id IN (SELECT value FROM json_each(:named))
                    OR EXISTS (SELECT 1 FROM sites s WHERE s.party = c.party_row AND (instr(s.name, :words) OR instr(s.address, :words)))
                    OR EXISTS (
                        SELECT 1 FROM dossier_documents l JOIN documents d ON d.row = l.document
                        WHERE l.dossier = c.row AND \(Viewer.knows("d")) AND (d.number_key = :key OR instr(d.title, :words)
                            OR EXISTS (SELECT 1 FROM fields f WHERE f.document = d.row AND f.name = 'site' AND instr(f.value, :words)))))
                """
            },
        ].compactMap(\.self)
    }
}
