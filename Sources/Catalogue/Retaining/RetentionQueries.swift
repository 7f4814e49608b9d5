import Foundation
public import GRDB
public import Records
public import Retention

/// Reading what retention asks for.
public enum RetentionQueries {
    /// The scheme in force; nil where none was ever loaded.
    public static func scheme(in db: Database) throws -> (version: Int, scheme: Scheme)? {
        let statement = try db.cachedStatement(sql: "SELECT version, classes FROM schemes ORDER BY version DESC LIMIT 1")
        return try Row.fetchOne(statement).map { row in
            (row[0], Scheme(try JSONDecoder().decode([ClassDefinition].self, from: Data((row[1] as String).utf8))))
        }
    }

    /// The rules in force as they were written; nil where none were ever loaded.
    public static func ruleDefinitions(in db: Database) throws -> (version: Int, rules: [RuleDefinition])? {
        let statement = try db.cachedStatement(sql: "SELECT version, rules FROM schedules ORDER BY version DESC LIMIT 1")
        return try Row.fetchOne(statement).map { row in
            (row[0], try JSONDecoder().decode([RuleDefinition].self, from: Data((row[1] as String).utf8)))
        }
    }

    /// The schedule in force.
    public static func schedule(in db: Database) throws -> Schedule? {
        try ruleDefinitions(in: db).map { Schedule(version: $0.version, $0.rules) }
    }

    static func recordClass(of row: Int64, in db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT class FROM documents WHERE row = ?"), arguments: [row])
    }

    /// The leading contract of each dossier that a document is in: the first that was put into it.
    static func leadingContracts(of row: Int64, in db: Database) throws -> [(dossier: DossierID, contract: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT c.id, (SELECT m.document FROM dossier_documents m JOIN documents d ON d.row = m.document
                    WHERE m.dossier = c.row AND d.type = 'contract' ORDER BY m.sequence LIMIT 1) AS contract
                FROM dossier_documents l JOIN dossiers c ON c.row = l.dossier WHERE l.document = ? ORDER BY c.row
                """)
        return try Row.fetchAll(statement, arguments: [row]).compactMap { row in
            try (row[1] as Int64?).map { (try DossierID(row[0] as String), $0) }
        }
    }

    /// The documents that a document is attached to.
    static func mains(of row: Int64, in db: Database) throws -> [(DocumentID, Int64)] {
        let statement = try db.cachedStatement(
            sql:
                "SELECT d.id, d.row FROM relations r JOIN documents d ON d.row = r.other WHERE r.document = ? AND r.relation = ? ORDER BY d.row"
        )
        return try Row.fetchAll(statement, arguments: [row, Relation.attachedTo.rawValue]).map {
            (try DocumentID($0[0] as String), $0[1])
        }
    }

    /// A fact as it was stated last; nil where it was not, or was taken back.
    public static func statedFact(_ name: String, of row: Int64, in db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM facts WHERE document = ? AND name = ?", arguments: [row, name])
    }

    /// Until when a document is kept, as lists have it.
    public static func due(of row: Int64, in db: Database) throws -> (due: String?, keptTo: String?)? {
        try Row.fetchOne(db, sql: "SELECT due, kept_to FROM due_dates WHERE document = ?", arguments: [row]).map { ($0[0], $0[1]) }
    }

    /// What is recorded of a document, as far as rules ask for it: filing and signing from its metadata, the rest as it was stated.
    public static func facts(of row: Int64, in db: Database) throws -> RetentionFacts {
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

/// A document in a list of due dates.
public struct DueLine: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let number: String?
    public let title: String
    public let `class`: String?
    /// The first free day, `never`, or nil while something is awaited.
    public let due: String?
    public let keptTo: String?
    /// What is awaited.
    public let waiting: [String]
    /// The rule that decides.
    public let rule: String?
}

/// Which due dates to list.
public enum DueFilter: Sendable, Hashable {
    /// Free on this day or before.
    case by(CivilDate)
    /// Waiting for this fact; for any with nil.
    case waiting(String?)
    /// Without a class, so that nothing can be reckoned.
    case unclassified
    case all
}

/// How a due date would move under another schedule.
public struct DueMove: Sendable, Hashable, Codable {
    public let document: DocumentID
    public let title: String
    public let before: String?
    public let after: String?
}

extension RetentionQueries {
    /// The classes that documents are in.
    public static func usedClasses(in db: Database) throws -> Set<String> {
        try String.fetchSet(db, sql: "SELECT DISTINCT class FROM documents WHERE class IS NOT NULL")
    }

    /// Documents by their due dates, the earliest first; found by index.
    public static func lines(_ filter: DueFilter, in db: Database) throws -> [DueLine] {
        let (condition, arguments): (String, StatementArguments) =
            switch filter {
            case .by(let day): ("u.due <= ?", [day.description])
            case .waiting(nil): ("u.due IS NULL AND u.waiting <> ''", [])
            case .waiting(let fact?): ("u.waiting LIKE '% ' || ? || ' %'", [fact])
            case .unclassified: ("d.class IS NULL", [])
            case .all: ("1", [])
            }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT d.id, d.number, d.title, d.class, u.* FROM due_dates u JOIN documents d ON d.row = u.document
                WHERE d.withdrawn = 0 AND \(condition) ORDER BY u.due IS NULL, u.due, u.document
                """, arguments: arguments
        ).map { row in
            DueLine(
                document: try DocumentID(row["id"] as String), number: row["number"], title: row["title"], class: row["class"],
                due: row["due"], keptTo: row["kept_to"], waiting: (row["waiting"] as String).split(separator: " ").map(String.init),
                rule: row["rule"])
        }
    }

    /// What would move under another scheme or schedule.
    public static func moves(under reckoning: DueReckoning, in db: Database) throws -> [DueMove] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT d.row, d.id, d.title, u.due FROM due_dates u JOIN documents d ON d.row = u.document ORDER BY d.row")
        return try rows.compactMap { row in
            let after = try reckoning.derivation(of: row["row"], in: db).due.written
            let before: String? = row["due"]
            guard before != after else { return nil }
            return DueMove(document: try DocumentID(row["id"] as String), title: row["title"], before: before, after: after)
        }
    }
}

extension DueDate {
    /// The first free day, `never`, or nil while something is awaited.
    public var written: String? {
        switch self {
        case .date(_, let due): due.description
        case .never: "never"
        case .waiting: nil
        }
    }
}

extension RetentionFacts {
    /// Takes a fact as it was recorded.
    fileprivate mutating func take(_ name: String, _ value: String) {
        if let trigger = Trigger(named: name), let date = RoughDate(value) {
            dates[trigger] = date
        } else if let circumstance = Circumstance(rawValue: name), let known = Bool(value) {
            circumstances[circumstance] = known
        }
    }
}
