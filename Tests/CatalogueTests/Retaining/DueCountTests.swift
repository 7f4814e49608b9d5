import GRDB
import Records
import Testing

@testable import Catalogue

@Suite("R-34: a change of one fact reckons anew what hangs on it, and no other", .timeLimit(.minutes(5)))
struct DueCountTests {
    @Test("of 20,000 documents the one, what is attached to it, and the members of the dossiers that it leads")
    func fact() throws {
        let house = try DueHouse(documents: 20_000)
        let contract = house.documents[10_000]
        // Attached, attached to that, and by a dossier; the member's own attachment hangs on it too.
        let (near, far, member, memberOwn) = (house.documents[5], house.documents[19_999], house.documents[7], house.documents[12_345])
        let dossier = DossierID.random()
        try house.tell([
            DocumentRelated(document: near, relation: .attachedTo, other: contract),
            DocumentRelated(document: far, relation: .belongsTo, other: near),
            DossierOpened(dossier: dossier, title: "青禾广场", party: nil),
            DossierLinked(dossier: dossier, document: contract, home: true),
            DossierLinked(dossier: dossier, document: member, home: true),
            DocumentRelated(document: memberOwn, relation: .attachedTo, other: member),
        ])
        let before = try house.dates()
        let written = try house.written {
            try house.tell([
                FactRecorded(document: contract, name: "performed", value: "2020-03-01", before: nil, evidence: nil, reason: nil)
            ])
        }
        #expect(written == Set([contract, near, far, member, memberOwn]))
        let after = try house.dates()
        #expect(after[contract] == "2031-01-01" && before[contract] != after[contract])
        // Nothing else had to be: reckoned wholly anew, all is as it stands.
        try house.reckonAll()
        #expect(try house.dates() == after)
        #expect(before.filter { after[$0.key] != $0.value }.keys.allSatisfy(written.contains))
    }

    @Test("of 20,000 documents only the one where nothing hangs on it")
    func alone() throws {
        let house = try DueHouse(documents: 20_000)
        let document = house.documents[123]
        let written = try house.written {
            try house.tell([FactRecorded(document: document, name: "performed", value: "2020", before: nil, evidence: nil, reason: nil)])
        }
        #expect(written == [document])
    }
}

/// A catalogue of many documents, told by events alone.
private final class DueHouse {
    let documents: [DocumentID]
    private let queue: DatabaseQueue
    private var sequence = 0

    init(documents count: Int) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in SearchIndex.register(in: db) }
        queue = try DatabaseQueue(configuration: configuration)
        try Migrations.migrator.migrate(queue)
        documents = (0..<count).map { _ in DocumentID.random() }
        let rule = RuleDefinition(id: "R", title: "合同", authority: "公司", start: "performed", from: "year-end", period: "10y")
        let recordClass = ClassDefinition(code: "HT", parent: nil, chinese: "合同", english: "contracts", rules: ["R"])
        let filed = documents.enumerated().map { index, document in
            // The one in the middle is a contract, and leads.
            var metadata = Metadata(type: DocumentType(index == count / 2 ? "contract" : "handover") ?? .sample, title: "文件 \(index)")
            metadata.recordClass = "HT"
            return DocumentFiled(document: document, metadata: metadata, version: .sample)
        }
        try tell([ScheduleLoaded(version: 1, rules: [rule]), SchemeLoaded(version: 1, classes: [recordClass])] + filed)
    }

    func tell(_ events: [any Event]) throws {
        try queue.write { db in
            for event in events {
                sequence += 1
                let payload = Payload(
                    salt: String(repeating: "0", count: 32), date: CivilDate(daysSince1970: 20_781), request: nil, event: event)
                try Projection.apply(
                    ProjectedEvent(
                        sequence: sequence, at: Timestamp(milliseconds: 1_790_000_000_000), actor: "operator",
                        type: Swift.type(of: event).type, subjects: event.subjects, payload: payload), in: db)
            }
        }
    }

    /// The documents whose due dates are written by some work, whether they change or not.
    func written(_ work: () throws -> Void) throws -> Set<DocumentID> {
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE written (row INTEGER);
                    CREATE TEMP TRIGGER writing AFTER INSERT ON main.due_dates BEGIN INSERT INTO written VALUES (NEW.document); END;
                    """)
        }
        try work()
        return try queue.read { db in
            Set(
                try String.fetchAll(db, sql: "SELECT DISTINCT d.id FROM written w JOIN documents d ON d.row = w.row").map {
                    try DocumentID($0)
                })
        }
    }

    func reckonAll() throws { try queue.write { db in try Projection.reckonAll(in: db) } }

    func dates() throws -> [DocumentID: String] {
        try queue.read { db in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(
                    db, sql: "SELECT d.id, COALESCE(u.due, '') AS due FROM documents d LEFT JOIN due_dates u ON u.document = d.row"
                ).map { (try DocumentID($0["id"] as String), $0["due"] as String) })
        }
    }
}
