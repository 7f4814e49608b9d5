public import Records

/// Everything the program can do to an archive, in one list: rights, holds and tests go through it.
public enum Operation: String, Sendable, CaseIterable, Codable {
    case file, makeVersion, edit, withdraw, reinstate
    case search, readDocument, readContent
    case reserveNumber, explainNumber, setNumbering, listNumbers
    case setAccount, setPassword, issueToken, revokeToken, listAccounts
    case acceptClock, readLog, verifyLog, signCheckpoint
    case verify, rebuild, extract, statistics
}

/// What each role may do. Deny by default: what is not said here is refused.
public enum Rights {
    /// Whether somebody with these roles may do it at all.
    public static func allow(_ operation: Operation, to roles: [Role]) -> Bool {
        roles.contains { allowed($0).contains(operation) }
    }

    /// Whether somebody with these roles sees 秘密 documents of others' deals.
    public static func seeSecrets(_ roles: [Role]) -> Bool {
        !Set(roles).isDisjoint(with: [.salesManager, .archivist, .auditor, .head])
    }

    private static let reading: Set<Operation> = [.search, .readDocument, .readContent]
    private static let filing: Set<Operation> = [
        .file, .makeVersion, .edit, .withdraw, .reinstate, .reserveNumber, .explainNumber, .listNumbers, .statistics,
    ]

    private static func allowed(_ role: Role) -> Set<Operation> {
        switch role {
        case .salesAssistant: reading.union(filing)
        case .archivist: reading.union(filing).union([.setNumbering, .readLog, .verifyLog, .verify, .extract])
        case .salesperson, .customerService, .reviewer: reading
        case .salesManager, .finance, .head: reading.union([.listNumbers, .statistics])
        case .auditor: reading.union([.listNumbers, .statistics, .readLog, .verifyLog, .verify, .listAccounts])
        case .informationSystems: [.verify, .verifyLog, .rebuild, .extract, .statistics]
        case .administrator: [.setAccount, .setPassword, .issueToken, .revokeToken, .listAccounts]
        }
    }
}
