public import Records

/// How people call what happened, by the fact's type.
public struct FactName: Message, Hashable {
    public let type: FactType

    public init(_ type: FactType) { self.type = type }

    public var phrase: Phrase {
        switch type {
        case .archiveCreated: Phrase("建立档案库", "archive created")
        case .documentFiled: Phrase("归档", "document filed")
        case .versionMade: Phrase("新版本", "version made")
        case .documentEdited: Phrase("修改元数据", "metadata edited")
        case .documentWithdrawn: Phrase("撤回", "document withdrawn")
        case .documentReinstated: Phrase("恢复", "document brought back")
        case .partyRegistered: Phrase("登记客户", "party registered")
        case .numberingSet: Phrase("设置编号规则", "numbering set")
        case .numberReserved: Phrase("预留编号", "number reserved")
        case .numberExplained: Phrase("说明漏号", "number explained")
        case .clockAccepted: Phrase("确认时钟", "clock accepted")
        case .accountSet: Phrase("设置账号", "account set")
        case .passwordSet: Phrase("设置密码", "password set")
        case .tokenIssued: Phrase("发放令牌", "token issued")
        case .tokenRevoked: Phrase("收回令牌", "token revoked")
        case .contentSent: Phrase("取用秘密文件", "secret content sent")
        case .secretsFound: Phrase("检索到秘密文件", "secrets found")
        case .accessRefused: Phrase("拒绝访问", "access refused")
        case .signInFailed: Phrase("登录失败", "sign-in failed")
        case .digestDiffered: Phrase("摘要不符", "digest differed")
        }
    }
}
