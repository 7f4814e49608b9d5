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

    /// The leading contract of each dossier that a document is in: the first that was put into it.
    static func leadingContracts(of row: Int64, for viewer: Viewer, in db: Database) throws -> [(dossier: DossierID, contract: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT c.id, (SELECT m.document FROM dossier_documents m JOIN documents d ON d.row = m.document
                    WHERE m.dossier = c.row AND d.type = 'contract' AND \(Viewer.knows("d")) ORDER BY m.sequence LIMIT 1) AS contract
                FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier WHERE l.document = :row ORDER BY c.row
                """)
        return try Row.fetchAll(statement, arguments: viewer.arguments &+ ["row": row]).compactMap { row in
            try (row[1] as Int64?).map { (try DossierID(row[0] as String), $0) }
        }
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

    /// What is recorded of a document, as far as rules ask for it: filing and signing from its metadata, the rest as it was stated.
    static func facts(of row: Int64, in db: Database) throws -> RetentionFacts {
        var facts = RetentionFacts()
        let statement = try db.cachedStatement(sql: "SELECT filed_on, signed, amount FROM documents WHERE row = ?")
        if let document = try Row.fetchOne(statement, arguments: [row]) {
            facts.dates[.filed] = RoughDate(document[0] as String)
            facts.dates[.signed] = (document[1] as String?).flatMap { RoughDate($0) }
            facts.amount = document[2]
        }
        let home = try String.fetchOne(
            db.cachedStatement(
                sql: "SELECT c.closed_on FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier WHERE l.document = ? AND l.home = 1"),
            arguments: [row])
        facts.dates[.dossierClosed] = home.flatMap { RoughDate($0) }
        let stated = try Row.fetchAll(db.cachedStatement(sql: "SELECT name, value FROM facts WHERE document = ?"), arguments: [row])
        for fact in stated { facts.take(fact[0], fact[1]) }
        return facts
    }
}

extension RetentionFacts {
    /// Takes a fact to be another than is recorded; nil for not known.
    mutating func assume(_ name: String, _ value: String?) {
        if let trigger = Trigger(named: name) { dates[trigger] = nil }
        if let circumstance = Circumstance(rawValue: name) { circumstances[circumstance] = nil }
        if let value { take(name, value) }
    }

    /// Takes a fact as it was recorded.
    fileprivate mutating func take(_ name: String, _ value: String) {
        if let trigger = Trigger(named: name), let date = RoughDate(value) {
            dates[trigger] = date
        } else if let circumstance = Circumstance(rawValue: name), let known = Bool(value) {
            circumstances[circumstance] = known
        }
    }
}
