import GRDB
public import Records

/// Which transmittals are listed; all of what is asked for must be so.
public struct TransmittalFilter: Sendable, Hashable, Codable {
    public var direction: TransmittalDirection?
    public var state: TransmittalState?
    public var waybill: Waybill?
    public var party: PartyID?
    public var document: DocumentID?
    /// Who got or sent it, a waybill, or a document in it, in some words.
    public var words: String?
    /// Those that this account sent.
    public var sender: AccountID?

    public init() {}
}

/// A transmittal says exactly what was in it: it is known to whoever may know of all of that, and to nobody else.
extension Reading {
    private static let transmittals = """
        SELECT t.*, p.id AS party_id, p.name AS party_name, COALESCE(a.name, t.made_by) AS maker,
            (SELECT COUNT(*) FROM transmittal_items i WHERE i.transmittal = t.row) AS count
        FROM transmittals t LEFT JOIN parties n ON n.row = t.party LEFT JOIN parties p ON p.row = n.root AND \(knowsParty("p"))
        LEFT JOIN accounts a ON a.id = t.made_by
        WHERE NOT EXISTS (
            SELECT 1 FROM transmittal_items i JOIN documents k ON k.row = i.document WHERE i.transmittal = t.row AND NOT \(Viewer.knows("k")))
        """

    /// A transmittal; nil where the viewer may not know of it.
    public func transmittal(_ id: TransmittalID) throws -> TransmittalView? {
        guard let line = try row(Self.transmittals + " AND t.id = :id", ["id": id.compact]).map(line) else { return nil }
        let items = try rows(
            """
            SELECT i.*, d.id, d.number, d.title, d.destroyed FROM transmittal_items i JOIN transmittals t ON t.row = i.transmittal
            JOIN documents d ON d.row = i.document WHERE t.id = :id ORDER BY i.position
            """, ["id": id.compact]
        ).map(item)
        return TransmittalView(line, items: items)
    }

    /// Transmittals, the newest first.
    public func transmittals(_ filter: TransmittalFilter) throws -> [TransmittalLine] {
        try rows(
            ([Self.transmittals] + filter.conditions).joined(separator: " AND ") + " ORDER BY t.row DESC",
            [
                "direction": filter.direction?.rawValue, "state": filter.state?.rawValue, "waybill": filter.waybill?.number,
                "party": filter.party?.compact, "document": filter.document?.compact, "words": filter.words,
                "key": filter.words.map(matchingKey),
                "digits": filter.words.map { matchingKey($0).replacing("-", with: "") }, "sender": filter.sender?.compact,
            ]
        ).map(line)
    }

    private func line(_ row: Row) throws -> TransmittalLine {
        guard let direction = TransmittalDirection(rawValue: row["direction"]), let state = TransmittalState(rawValue: row["state"])
        else { throw CatalogueError.damagedValue("transmittals") }
        let proof = try (row["proof"] as String?).map { try DocumentID($0) }
        let carriage = Carriage(
            carrier: (row["carrier"] as String?).flatMap { Carrier(rawValue: $0) },
            waybill: try (row["waybill"] as String?).map { try Waybill($0) }, note: row["note"])
        return TransmittalLine(
            id: try TransmittalID(row["id"] as String), direction: direction, state: state, name: row["name"],
            party: try (row["party_id"] as String?).map { PartyView(id: try PartyID($0), name: row["party_name"]) }, carriage: carriage,
            until: row["until"], on: row["made_on"], by: row["maker"], settledOn: row["settled_on"], signer: row["signer"],
            proof: try proof.flatMap { try knows($0) ? $0 : nil }, reason: row["reason"], count: row["count"])
    }

    private func item(_ row: Row) throws -> TransmittalView.Item {
        guard let form = TransmittedForm(rawValue: row["form"]), let version = VersionNumber(row["version"] as Int) else {
            throw CatalogueError.damagedValue("transmittal_items")
        }
        let document = try DocumentID(row["id"] as String)
        return TransmittalView.Item(
            TransmittedItem(
                document: document, version: version, form: form, original: try (row["original"] as String?).map { try OriginalID($0) },
                copies: row["copies"]),
            number: row["number"], title: row["title"], destroyedOn: row["destroyed"] ? try tombstone(of: document)?.destroyedOn : nil)
    }
}

extension TransmittalFilter {
    fileprivate var conditions: [String] {
        [
            direction.map { _ in "t.direction = :direction" },
            state.map { _ in "t.state = :state" },
            waybill.map { _ in "t.waybill = :waybill" },
            sender.map { _ in "t.made_by = :sender" },
            party.map { _ in "n.root = (SELECT root FROM parties WHERE id = :party)" },
            document.map { _ in
                "t.row IN (SELECT i.transmittal FROM transmittal_items i JOIN documents d ON d.row = i.document WHERE d.id = :document)"
            },
            words.map { _ in
                """
                (instr(t.name, :words) OR instr(p.name, :words) OR (:digits <> '' AND instr(t.waybill, :digits)) OR EXISTS (
                    SELECT 1 FROM transmittal_items i JOIN documents d ON d.row = i.document
                    WHERE i.transmittal = t.row AND (d.number_key = :key OR instr(d.title, :words))))
                """
            },
        ].compactMap(\.self)
    }
}
