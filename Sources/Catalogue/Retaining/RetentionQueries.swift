import Foundation
import GRDB
import Records
import Retention

/// Reading what retention asks for.
enum RetentionQueries {
    /// The scheme in force; nil where none was ever loaded.
    static func scheme(in db: Database) throws -> (version: Int, scheme: Scheme)? {
        let statement = try db.cachedStatement(sql: "SELECT version, classes FROM schemes ORDER BY version DESC LIMIT 1")
        return try Row.fetchOne(statement).map { row in
            (row[0], Scheme(try JSONDecoder().decode([ClassDefinition].self, from: Data((row[1] as String).utf8))))
        }
    }

    /// The rules in force as they were written; nil where none were ever loaded.
    static func ruleDefinitions(in db: Database) throws -> (version: Int, rules: [RuleDefinition])? {
        let statement = try db.cachedStatement(sql: "SELECT version, rules FROM schedules ORDER BY version DESC LIMIT 1")
        return try Row.fetchOne(statement).map { row in
            (row[0], try JSONDecoder().decode([RuleDefinition].self, from: Data((row[1] as String).utf8)))
        }
    }

    /// The schedule in force.
    static func schedule(in db: Database) throws -> Schedule? {
        try ruleDefinitions(in: db).map { Schedule(version: $0.version, $0.rules) }
    }

    static func recordClass(of row: Int64, in db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT class FROM documents WHERE row = ?"), arguments: [row])
    }

    /// The rule that a document has of its own.
    static func ownRule(of row: Int64, in db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT own_rule FROM documents WHERE row = ?"), arguments: [row])
    }

    /// The dossiers that a document is in.
    static func dossiers(of row: Int64, in db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT dossier FROM dossier_documents WHERE document = ? ORDER BY dossier"), arguments: [row])
    }

    /// A dossier's identifier, and the contracts that may lead it: the one that is named, else all in it. Withdrawn ones lead on.
    static func contracts(ofDossier dossier: Int64, for viewer: Viewer, in db: Database) throws -> (id: DossierID, contracts: [Int64])? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT c.id, d.row, d.row IS c.leader AS named FROM dossiers c
                JOIN dossier_documents m ON m.dossier = c.row JOIN documents d ON d.row = m.document
                WHERE c.row = :dossier AND d.type = 'contract' AND \(Viewer.knows("d")) ORDER BY d.row
                """)
        let rows = try Row.fetchAll(statement, arguments: viewer.arguments &+ ["dossier": dossier])
        guard let first = rows.first else { return nil }
        return (try DossierID(first[0] as String), rows.first { $0["named"] }.map { [$0[1]] } ?? rows.map { $0[1] })
    }

    /// The contracts that a document names as what it is kept with (R-30).
    static func contracts(namedBy row: Int64, for viewer: Viewer, in db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT DISTINCT d.row FROM relations r JOIN documents d ON d.row = r.other
                WHERE r.document = :row AND r.relation IN ('follows', 'belongs_to', 'attached_to') AND d.type = 'contract'
                    AND \(Viewer.knows("d")) ORDER BY d.row
                """)
        return try Int64.fetchAll(statement, arguments: viewer.arguments &+ ["row": row])
    }

    /// The documents that a document is attached to.
    static func mains(of row: Int64, for viewer: Viewer, in db: Database) throws -> [(DocumentID, Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT d.id, d.row FROM relations r JOIN documents d ON d.row = r.other
                WHERE r.document = :row AND r.relation = 'attached_to' AND \(Viewer.knows("d")) ORDER BY d.row
                """)
        return try Row.fetchAll(statement, arguments: viewer.arguments &+ ["row": row]).map {
            (try DocumentID($0[0] as String), $0[1])
        }
    }

    /// What rules ask of a document: what is recorded of it, and what it takes from the contracts that it changes or belongs to (R-30).
    ///
    /// - Parameter undone: A fact of some document that is taken to be as it was before.
    static func facts(of row: Int64, undoing undone: (row: Int64, fact: FactRecorded)?, for viewer: Viewer, in db: Database) throws
        -> RetentionFacts
    {
        func recorded(_ row: Int64) throws -> RetentionFacts {
            try recordedFacts(of: row, undoing: undone?.row == row ? undone?.fact : nil, in: db)
        }
        var facts = try recorded(row)
        let statement = try db.cachedStatement(
            sql: """
                SELECT c.row FROM relations r JOIN documents c ON c.row = r.other JOIN documents d ON d.row = r.document
                WHERE r.document = :row AND c.type = 'contract' AND \(Viewer.knows("c"))
                    AND (r.relation = 'amends' OR r.relation = 'belongs_to' AND d.type NOT IN ('contract', 'qualification'))
                """)
        for contract in try Int64.fetchAll(statement, arguments: viewer.arguments &+ ["row": row]) {
            facts.takeEnd(of: try recorded(contract))
        }
        return facts
    }

    /// What is recorded of a document: filing and signing from its metadata, closing from its dossiers, the rest as it was stated.
    private static func recordedFacts(of row: Int64, undoing undone: FactRecorded?, in db: Database) throws -> RetentionFacts {
        var facts = RetentionFacts()
        let statement = try db.cachedStatement(sql: "SELECT filed_on, signed, amount FROM documents WHERE row = ?")
        if let document = try Row.fetchOne(statement, arguments: [row]) {
            facts.dates[.filed] = RoughDate(document[0] as String)
            facts.dates[.signed] = (document[1] as String?).flatMap { RoughDate($0) }
            facts.amount = document[2]
        }
        facts.dates[.dossierClosed] = try dossiersClosed(of: row, in: db)
        var stated = try Row.fetchAll(db.cachedStatement(sql: "SELECT name, value FROM facts WHERE document = ?"), arguments: [row]).map {
            (name: $0[0] as String, value: $0[1] as String)
        }
        if let undone {
            stated.removeAll { $0.name == undone.name && (!Trigger.hasSeveral(undone.name) || $0.value == undone.value) }
            if let before = undone.before { stated.append((undone.name, before)) }
        }
        for fact in stated { facts.take(fact.name, fact.value) }
        return facts
    }

    /// The day on which the last of a document's dossiers was closed; nil while one is open, or where it is in none (R-30).
    private static func dossiersClosed(of row: Int64, in db: Database) throws -> RoughDate? {
        let days = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT c.closed_on FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier WHERE l.document = ?"),
            arguments: [row]
        ).map { ($0[0] as String?).flatMap { RoughDate($0) } }
        guard !days.contains(nil) else { return nil }
        return days.compactMap(\.self).max { $0.latest < $1.latest }
    }
}

extension RetentionFacts {
    fileprivate mutating func take(_ name: String, _ value: String) {
        if let trigger = Trigger(named: name), let date = RoughDate(value) {
            // Of several accounting years the last counts.
            if let other = dates[trigger], Trigger.hasSeveral(name), other.latest > date.latest { return }
            dates[trigger] = date
        } else if let circumstance = Circumstance(rawValue: name), let known = Bool(value) {
            circumstances[circumstance] = known
        }
    }
}
