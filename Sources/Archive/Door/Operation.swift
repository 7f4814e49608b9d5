public import Records

/// Everything the program can do to an archive, in one list: rights, recording and tests go through it.
public enum Operation: String, Sendable, CaseIterable, Codable {
    case file, makeVersion, edit, withdraw, reinstate
    case search, readDocument, readContent
    case reserveNumber, explainNumber, setNumbering, listNumbers
    case giveGrant, seeRights
    case setAccount, setPassword, issueToken, revokeToken, listAccounts
    case openDossier, linkDossier, closeDossier, keepDossier, mergeDossiers, loadTemplates, relate, readDossiers, readParties,
        registerParty, mergeParties
    case classify, loadScheme, loadSchedule, readScheme
    case recordFact, recordAccountingFact, setOwnRule, openMatter, settleMatter, readRetention, exportLists
    case placeHold, liftHold, seeHolds
    case restrict, openRestricted, redact
    case proposeDisposal, appraiseDisposal, signDisposal, approveDisposal, superviseDisposal, executeDisposal, certifyDisposal
    case cancelDisposal, readDisposals, delegateDisposal, setDisposalDuties
    case seeNext
    case registerOriginal, keepOriginal, consentLoan, setLoanRules, takeStock, readOriginals
    case keepTransmittal, readTransmittals
    case keepPack, issuePack, signPack, loadReceivers, readPacks, exportPack
    case acceptClock, readLog, verifyLog, signCheckpoint, giveEvidence
    case verify, rebuild, extract, statistics, backUp

    /// What is to be known of an operation.
    public struct Row: Sendable, Hashable {
        /// How people call it.
        public let name: Phrase
        /// Who may do it. The operator, who owns the files, may do everything.
        public let roles: Set<Role>
        /// Whether it must be done by a person under an account of their own: then the operator may not do it either.
        public let needsPerson: Bool

        fileprivate init(_ chinese: String, _ english: String, _ roles: Set<Role>, needsPerson: Bool = false) {
            name = Phrase(chinese, english)
            self.roles = roles
            self.needsPerson = needsPerson
        }
    }

    /// The operation's row in the table of rights: deny by default, what is not said here is refused.
    public var row: Row {
        switch self {
        case .file: Row("归档", "file documents", Self.filers)
        case .makeVersion: Row("新版本", "make versions", Self.filers)
        case .edit: Row("修改元数据", "edit metadata", Self.filers)
        case .withdraw: Row("撤回", "withdraw documents", Self.filers)
        case .reinstate: Row("恢复", "bring withdrawn documents back", Self.filers)
        case .search: Row("检索", "search", Self.readers)
        case .readDocument: Row("查看文件", "see documents", Self.readers)
        case .readContent: Row("取用内容", "get the bytes of files", Self.readers)
        case .reserveNumber: Row("预留编号", "reserve numbers", Self.filers)
        case .explainNumber: Row("说明漏号", "explain numbers", Self.filers)
        case .setNumbering: Row("设置编号规则", "set numbering", [.archivist])
        case .listNumbers: Row("查看漏号", "list numbers", Self.filers.union(Self.overseers))
        case .setAccount: Row("设置账号", "set accounts", [.administrator])
        case .giveGrant: Row("授予查阅权", "give and end grants", [.archivist, .head])
        case .seeRights: Row("查看谁可查阅", "see who may see what", [.archivist, .head, .auditor])
        case .setPassword: Row("设置密码", "set others' passwords", [.administrator])
        case .issueToken: Row("发放令牌", "give out tokens", [.administrator])
        case .revokeToken: Row("收回令牌", "take tokens back", [.administrator])
        case .listAccounts: Row("查看账号", "list accounts and tokens", [.administrator, .auditor])
        case .openDossier: Row("建立案卷", "open dossiers", Self.filers)
        case .linkDossier: Row("归入案卷", "put documents into dossiers", Self.filers)
        case .closeDossier: Row("关闭案卷", "close dossiers", Self.filers)
        case .keepDossier: Row("整理案卷", "keep dossiers: templates, items, who is responsible", Self.filers)
        case .mergeDossiers: Row("合并案卷", "merge dossiers", [.archivist])
        case .loadTemplates: Row("启用案卷模板", "load dossier templates", [.archivist])
        case .relate: Row("建立关联", "relate documents", Self.filers)
        case .readDossiers: Row("查看案卷", "see dossiers", Self.readers)
        case .readParties: Row("查看客户", "see parties", Self.readers)
        case .registerParty: Row("登记客户", "register parties", Self.filers)
        case .mergeParties: Row("合并和拆开客户", "merge and part parties", [.archivist])
        case .classify: Row("归类", "classify documents", Self.filers)
        case .loadScheme: Row("启用分类方案", "load a scheme", [.archivist])
        case .loadSchedule: Row("启用保管期限表", "load a schedule", [.archivist])
        case .readScheme: Row("查看分类方案与期限表", "see scheme and schedule", Self.readers)
        // Finance books facts and open matters of the papers it answers for, and edits no contract.
        case .recordFact: Row("登记事实", "record facts", Self.filers.union([.finance]))
        case .recordAccountingFact: Row("登记会计事实", "record accounting facts", [.finance, .archivist])
        case .setOwnRule: Row("另定保管期限", "give documents a rule of their own", [.archivist])
        case .openMatter: Row("登记未结事项", "open matters", Self.filers.union([.finance]))
        case .settleMatter: Row("了结事项", "close matters", Self.filers.union([.finance]))
        case .readRetention: Row("查看保管期限", "see retention and due dates", Self.readers)
        case .exportLists: Row("导出清单", "export lists", Self.filers.union(Self.overseers))
        case .placeHold: Row("冻结", "place holds", [.archivist])
        case .liftHold: Row("解除冻结", "lift holds", [.archivist])
        case .seeHolds: Row("查看冻结", "see holds", [.archivist, .finance, .head, .auditor])
        case .restrict: Row("限制处理", "restrict the processing of documents", [.archivist])
        case .openRestricted: Row("查阅限制处理的文件", "open restricted documents, with a reason", [.archivist, .head])
        case .redact: Row("脱敏", "redact documents", Self.filers.union([.salesManager, .finance]), needsPerson: true)
        // Whose duty a step is in a batch, the batch says besides (DisposalBatch).
        case .proposeDisposal: Row("提出销毁", "propose disposals", Self.filers.union([.salesManager, .finance]), needsPerson: true)
        case .appraiseDisposal: Row("鉴定", "appraise disposals", [.archivist, .finance], needsPerson: true)
        case .signDisposal: Row("签署销毁清册", "sign disposal lists", [.archivist, .finance], needsPerson: true)
        case .approveDisposal: Row("批准销毁", "approve disposals", Self.workers.union([.head]), needsPerson: true)
        case .superviseDisposal: Row("监销", "supervise disposals", Self.workers, needsPerson: true)
        case .executeDisposal: Row("执行销毁", "carry disposals out", [.archivist], needsPerson: true)
        case .certifyDisposal: Row("出具销毁证明", "certify disposals", [.archivist], needsPerson: true)
        case .cancelDisposal: Row("撤销销毁批次", "give disposals up", [.archivist, .head], needsPerson: true)
        case .readDisposals: Row("查看销毁批次", "see disposals", Self.workers.union([.head, .auditor]))
        case .delegateDisposal: Row("委托批准销毁", "delegate the approval of disposals", [.head], needsPerson: true)
        case .setDisposalDuties: Row("设定销毁职责", "set who must do what in a disposal", [.head], needsPerson: true)
        case .seeNext: Row("查看待办", "see what waits for oneself", Self.readers.union(Self.workers))
        // Whoever answers for paper is somebody: no original is in the hands of the machine.
        case .registerOriginal: Row("登记原件", "register originals", Self.filers.union([.finance]), needsPerson: true)
        case .keepOriginal:
            Row("保管和移交原件", "keep originals and pass them on", Self.readers.subtracting([.auditor]), needsPerson: true)
        case .consentLoan:
            Row("同意借出原件", "consent to loans of originals", [.head, .salesManager, .archivist, .finance], needsPerson: true)
        case .setLoanRules: Row("设定借阅规则", "set rules of loans", [.head], needsPerson: true)
        case .takeStock: Row("盘点", "take stock of originals", [.archivist, .finance], needsPerson: true)
        case .readOriginals: Row("查看原件", "see where originals are", Self.readers)
        case .keepTransmittal:
            Row("登记寄件和收件", "enter papers that go out and come in", Self.readers.subtracting([.auditor]), needsPerson: true)
        case .readTransmittals: Row("查看寄件和收件", "see papers that went out and came in", Self.readers)
        case .keepPack: Row("编制交底资料", "put packs together", Self.filers)
        // Giver and receiver are somebody.
        case .issuePack: Row("签发交底资料", "issue packs", Self.filers, needsPerson: true)
        case .signPack:
            Row(
                "签收交底资料", "sign for packs", [.customerService, .reviewer, .finance, .salesManager], needsPerson: true)
        case .loadReceivers: Row("启用交底接收方", "load receivers of packs", [.archivist])
        case .readPacks: Row("查看交底资料", "see packs", Self.readers)
        case .exportPack: Row("导出交底资料", "export packs", Self.readers)
        case .acceptClock: Row("确认时钟", "accept the clock", [])
        case .readLog: Row("查看日志", "read the journal", [.archivist, .auditor])
        case .verifyLog: Row("核验日志", "verify the journal", [.archivist, .auditor, .informationSystems])
        case .signCheckpoint: Row("签署检查点", "sign checkpoints", [])
        case .giveEvidence: Row("出具证据", "give evidence of documents", [.archivist, .auditor])
        case .verify: Row("核验", "verify objects", [.archivist, .auditor, .informationSystems])
        case .rebuild: Row("重建目录", "rebuild the catalogue", [.informationSystems])
        case .extract: Row("提取文字", "read texts of files", [.archivist, .informationSystems])
        case .backUp: Row("备份", "back up, and check backups", [.informationSystems])
        case .statistics: Row("统计", "see statistics", Self.filers.union(Self.overseers).union([.informationSystems]))
        }
    }

    /// Whether reading is an event by itself (law 2 of the house).
    public var isRecorded: Bool { self == .exportLists }

    private static let filers: Set<Role> = [.salesAssistant, .archivist]
    /// Who may be given a duty in a disposal.
    private static let workers: Set<Role> = [
        .salesAssistant, .salesManager, .customerService, .finance, .archivist, .reviewer, .informationSystems,
    ]
    private static let overseers: Set<Role> = [.salesManager, .finance, .head, .auditor]
    private static let readers: Set<Role> = filers.union(overseers).union([.salesperson, .customerService, .reviewer])
}
