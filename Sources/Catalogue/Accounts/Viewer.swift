import GRDB
public import Records

/// Who reads, and what they may know. Each query bears it as a condition, so that what it hides enters no list, count or order.
public struct Viewer: Sendable, Hashable {
    /// The account's name: a handler sees all documents of their own deals.
    public let name: String?
    public let seesSecrets: Bool
    public let seesHolds: Bool
    /// Whether they may know how many events there are.
    public let seesLog: Bool
    /// Classes that say who may see what is in them, and do not name them.
    public private(set) var closedClasses: Set<String> = []
    /// Rows of the documents that they may see by a grant.
    private(set) var granted: Set<Int64> = []
    /// Whether restricted documents are no secret to them: only to the house itself, and where their periods are reckoned.
    private var seesRestricted = false
    /// Rows of restricted documents that they have opened for the day.
    private(set) var opened: Set<Int64> = []
    /// Whether they may open a restricted document, and so may know that there is one.
    public var mayOpenRestricted = false
    /// All as JSON, as each query takes them: written once, for a reading asks many.
    private var closedList = "[]", grantedList = "[]", openedList = "[]"

    public init(name: String?, seesSecrets: Bool, seesHolds: Bool, seesLog: Bool) {
        self.name = name
        self.seesSecrets = seesSecrets
        self.seesHolds = seesHolds
        self.seesLog = seesLog
    }

    /// Sees all: the operator, and rules that must not depend on who asks.
    public static let all = Viewer(name: nil, seesSecrets: true, seesHolds: true, seesLog: true).includingRestricted

    /// The same viewer, to whom restricted documents are like others: for what goes on with them.
    var includingRestricted: Viewer {
        var viewer = self
        viewer.seesRestricted = true
        return viewer
    }

    /// The same viewer with restricted documents that they have opened.
    func opening(_ rows: Set<Int64>) throws -> Viewer {
        var viewer = self
        viewer.opened = rows
        viewer.openedList = try Projection.canonical(rows.sorted())
        return viewer
    }

    /// Whether anything may be hidden from them.
    public var isRestricted: Bool { !seesSecrets || !closedClasses.isEmpty }

    /// The condition under which a viewer knows of the document in a table's row; it needs ``arguments``.
    static func knows(_ table: String) -> String {
        """
        ((:restricted OR \(table).restricted = 0 OR \(table).row IN (SELECT value FROM json_each(:opened)))
        AND ((:sees OR \(table).confidentiality <> 'secret')
            AND (\(table).class IS NULL OR \(table).class NOT IN (SELECT value FROM json_each(:closed)))
        OR :viewer IS NOT NULL AND \(table).handler IS :viewer OR \(table).row IN (SELECT value FROM json_each(:granted))))
        """
    }

    /// What ``knows(_:)`` asks for.
    var arguments: StatementArguments {
        [
            "sees": seesSecrets, "viewer": name, "closed": closedList, "granted": grantedList, "restricted": seesRestricted,
            "opened": openedList,
        ]
    }

    /// The same viewer with what classes close to their roles, and grants open to their account on a day.
    func narrowed(to account: AccountView, on day: CivilDate, in db: Database) throws -> Viewer {
        var viewer = self
        let closed = try db.cachedStatement(
            sql: """
                SELECT code FROM classes WHERE readers IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM json_each(readers) r JOIN json_each(:roles) v ON v.value = r.value)
                """)
        viewer.closedClasses = try String.fetchSet(closed, arguments: ["roles": Projection.canonical(account.roles.map(\.rawValue))])
        viewer.granted = Set(try GrantQueries.documents(of: account.id, on: day, in: db).map(\.row))
        viewer.closedList = try Projection.canonical(viewer.closedClasses.sorted())
        viewer.grantedList = try Projection.canonical(viewer.granted.sorted())
        return viewer
    }
}

extension CatalogueTransaction {
    /// A viewer with what classes close to the roles of an account, and grants open to it on a day.
    public func narrowed(_ viewer: Viewer, to account: AccountView, on day: CivilDate) throws -> Viewer {
        try viewer.narrowed(to: account, on: day, in: db)
    }
}
