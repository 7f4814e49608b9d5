public import Records

/// Everything the program can do to an archive, in one list: rights, holds and tests go through it.
public enum Operation: String, Sendable, CaseIterable, Codable {
    case file, makeVersion, edit, withdraw, reinstate
    case search, readDocument, readContent
    case reserveNumber, explainNumber, setNumbering, listNumbers
    case setAccount, setPassword, issueToken, revokeToken, listAccounts
    case openDossier, linkDossier, closeDossier, relate, readDossiers, readParties, registerParty
    case classify, loadScheme, loadSchedule, readScheme
    case recordFact, openMatter, settleMatter, readRetention
    case placeHold, liftHold, seeHolds
    case acceptClock, readLog, verifyLog, signCheckpoint
    case verify, rebuild, extract, statistics

    /// Whether a hold on what it touches forbids it: what would take a document out of sight or destroy something of it.
    /// Everything else keeps what was, and goes on.
    public var isForbiddenByHold: Bool {
        switch self {
        case .withdraw: true
        case .file, .makeVersion, .edit, .reinstate, .search, .readDocument, .readContent, .reserveNumber, .explainNumber, .setNumbering,
            .listNumbers, .setAccount, .setPassword, .issueToken, .revokeToken, .listAccounts, .openDossier, .linkDossier, .closeDossier,
            .relate, .readDossiers, .readParties, .registerParty, .classify, .loadScheme, .loadSchedule, .readScheme, .recordFact,
            .openMatter, .settleMatter, .readRetention, .placeHold, .liftHold, .seeHolds, .acceptClock, .readLog, .verifyLog,
            .signCheckpoint, .verify, .rebuild, .extract, .statistics:
            false
        }
    }
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

    private static let reading: Set<Operation> = [
        .search, .readDocument, .readContent, .readDossiers, .readParties, .readScheme, .readRetention,
    ]
    private static let filing: Set<Operation> = [
        .file, .makeVersion, .edit, .withdraw, .reinstate, .reserveNumber, .explainNumber, .listNumbers, .statistics,
        .openDossier, .linkDossier, .closeDossier, .relate, .registerParty, .classify, .recordFact, .openMatter, .settleMatter,
    ]
    private static let archiving: Set<Operation> = [
        .setNumbering, .readLog, .verifyLog, .verify, .extract, .loadScheme, .loadSchedule, .placeHold, .liftHold, .seeHolds,
    ]

    private static func allowed(_ role: Role) -> Set<Operation> {
        switch role {
        case .salesAssistant: reading.union(filing)
        case .archivist: reading.union(filing).union(archiving)
        case .salesperson, .customerService, .reviewer: reading
        case .salesManager: reading.union([.listNumbers, .statistics])
        // Finance books facts and open matters of the papers it answers for, and edits no contract.
        case .finance: reading.union([.listNumbers, .statistics, .recordFact, .openMatter, .settleMatter, .seeHolds])
        case .head: reading.union([.listNumbers, .statistics, .seeHolds])
        case .auditor: reading.union([.listNumbers, .statistics, .readLog, .verifyLog, .verify, .listAccounts, .seeHolds])
        case .informationSystems: [.verify, .verifyLog, .rebuild, .extract, .statistics]
        case .administrator: [.setAccount, .setPassword, .issueToken, .revokeToken, .listAccounts]
        }
    }
}
