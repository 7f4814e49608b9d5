public import Records

extension Role: Code {
    public var phrase: Phrase {
        switch self {
        case .salesAssistant: Phrase("销售助理", "sales assistant")
        case .salesperson: Phrase("销售专员", "salesperson")
        case .salesManager: Phrase("销售经理", "sales manager")
        case .customerService: Phrase("客服", "customer service")
        case .finance: Phrase("财务", "finance")
        case .archivist: Phrase("档案员", "archivist")
        case .reviewer: Phrase("评审人", "reviewer")
        case .head: Phrase("单位负责人", "head of the company")
        case .informationSystems: Phrase("信息系统", "information systems")
        case .auditor: Phrase("审计", "auditor")
        case .administrator: Phrase("系统管理员", "administrator")
        }
    }
}

extension Actor: Message {
    /// Who acted; an account by its identifier.
    public var phrase: Phrase {
        switch self {
        case .operator: Phrase("运维人员", "operator")
        case .nobody: Phrase("未登录者", "nobody")
        case .account(let id): Phrase("\(id)", "\(id)")
        }
    }

    /// Whether the log calls somebody so who has no account, in whatever case; no account may bear such a name.
    public static func isReserved(_ name: String) -> Bool {
        let key = matchingKey(name)
        let names = [Actor.operator, .nobody].flatMap { [$0.description, $0.phrase.chinese, $0.phrase.english] } + ["操作员"]
        return names.contains { matchingKey($0) == key }
    }
}

extension GrantScopeKind: Code {
    public var phrase: Phrase {
        switch self {
        case .document: Phrase("文件", "document")
        case .dossier: Phrase("案卷", "dossier")
        case .class: Phrase("类目", "class")
        }
    }
}

extension RightGround: Code {
    public var phrase: Phrase {
        switch self {
        case .role: Phrase("角色", "role")
        case .ownDeal: Phrase("本人经办", "own deal")
        case .grant: Phrase("授权", "grant")
        }
    }
}
