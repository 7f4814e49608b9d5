import Foundation
import GRDB
import Records
import Samples

@testable import Catalogue

/// A catalogue of its own in a scratch folder, with documents and their texts.
final class SearchArchive {
    let pool: DatabasePool
    let engine = SearchEngine()
    private let folder: URL
    private var sequence = 0

    static let today = CivilDate(daysSince1970: 20_781)  // 2026-11-24

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("search-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var configuration = Configuration()
        configuration.prepareDatabase { db in SearchIndex.register(in: db) }
        pool = try DatabasePool(path: folder.appendingPathComponent("1.sqlite").path, configuration: configuration)
        try Migrations.migrator.migrate(pool)
    }

    deinit {
        try? pool.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Files documents in one transaction; rows go on counting.
    func file(_ papers: [Paper]) throws {
        try pool.write { db in try file(papers, in: db) }
    }

    func file(_ papers: [Paper], in db: Database) throws {
        sequence += 1
        for paper in papers { try paper.insert(sequence: sequence, in: db) }
        try db.execute(sql: "UPDATE progress SET sequence = ?", arguments: [sequence])
    }

    /// Moves the catalogue to its next state by any change of documents.
    func change(_ work: (Database, _ sequence: Int) throws -> Void) throws {
        sequence += 1
        try pool.write { db in
            try work(db, sequence)
            try db.execute(sql: "UPDATE progress SET sequence = ?", arguments: [sequence])
        }
    }

    func parse(_ text: String) -> ParsedQuery { Query(vocabulary: .forTests, today: SearchArchive.today).parse(text) }

    func search(
        _ text: String, scope: SearchScope = SearchScope(), limit: Int = 20, offset: Int = 0, order: SearchRequest.Order = .relevance
    ) throws -> SearchAnswer {
        let request = SearchRequest(parse(text), scope: scope, limit: limit, offset: offset, order: order)
        return try pool.read { db in try engine.search(request, in: db) }
    }

    /// The rows of those that hold all of it, in the order of the answer.
    func rows(_ text: String, scope: SearchScope = SearchScope(), order: SearchRequest.Order = .relevance) throws -> [Int64] {
        try search(text, scope: scope, limit: SearchRequest.mostHits, order: order).hits.filter(\.matchedAll).map(\.row)
    }
}

/// A document to file.
struct Paper {
    var type = "contract"
    var number: String?
    var title = "无题"
    var party: String?
    var amount: Int64?
    var currency = "CNY"
    var signed: (from: String, through: String)?
    var expiry: String?
    var handler: String?
    var recordClass: String?
    var confidentiality = Confidentiality.internal
    var state: DocumentState?
    var details = ""
    var body = ""

    fileprivate func insert(sequence: Int, in db: Database) throws {
        let partyRow = try party.map { try Paper.partyRow($0, in: db) }
        try db.cachedStatement(
            sql: """
                INSERT INTO documents (id, type, title, number, party_row, amount, currency, signed_from, signed_to, expiry_from, expiry_to,
                handler, class, confidentiality, state, version, filed_at, filed_on, changed_sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, '2026-11-01', ?)
                """
        ).execute(arguments: [
            DocumentID.random().compact, type, title, number, partyRow, amount, amount == nil ? nil : currency, signed?.from,
            signed?.through,
            expiry, expiry, handler, recordClass, confidentiality.rawValue, state?.rawValue, sequence,
        ])
        let text = IndexedText(number: number ?? "", title: title, party: party ?? "", details: details + (handler ?? ""), body: body)
        try SearchIndex.put(row: db.lastInsertedRowID, text: text, secret: confidentiality == .secret, in: db)
    }

    static func partyRow(_ name: String, in db: Database) throws -> Int64 {
        if let row = try Int64.fetchOne(db, sql: "SELECT row FROM parties WHERE name_key = ?", arguments: [matchingKey(name)]) {
            return row
        }
        try db.execute(
            sql: "INSERT INTO parties (id, name, name_key) VALUES (?, ?, ?)",
            arguments: [PartyID.random().compact, name, matchingKey(name)])
        return db.lastInsertedRowID
    }
}

extension Vocabulary {
    /// Some types, as `schemas/document-types.yaml` names them.
    static let forTests = Vocabulary(
        entries: [
            entry("contract", "合同", "contract", ["销售合同"]), entry("quote", "报价书", "quote", ["报价"]), entry("tender", "标书", "tender", []),
            entry("handover", "销售交底", "handover", ["交底"]),
        ].compactMap { $0 })

    private static func entry(_ code: String, _ chinese: String, _ english: String, _ synonyms: [String]) -> Entry? {
        DocumentType(code).map { Entry(code: $0, chinese: chinese, english: english, synonyms: synonyms, fields: [:], numbering: nil) }
    }
}

extension Paper {
    init(_ paper: DealPaper) {
        self.init(
            type: "contract", number: paper.number, title: paper.title, party: paper.party, signed: (paper.signed, paper.signed),
            body: paper.body)
    }
}
