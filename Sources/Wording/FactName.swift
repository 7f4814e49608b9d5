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
        case .dossierOpened: Phrase("建立案卷", "dossier opened")
        case .dossierLinked: Phrase("归入案卷", "put into a dossier")
        case .dossierUnlinked: Phrase("移出案卷", "taken out of a dossier")
        case .dossierClosed: Phrase("关闭案卷", "dossier closed")
        case .dossierReopened: Phrase("重开案卷", "dossier opened again")
        case .documentRelated: Phrase("建立关联", "documents related")
        case .documentUnrelated: Phrase("取消关联", "relation taken back")
        case .schemeLoaded: Phrase("启用分类方案", "scheme loaded")
        case .scheduleLoaded: Phrase("启用保管期限表", "schedule loaded")
        case .documentClassified: Phrase("归类", "document classified")
        case .factRecorded: Phrase("登记事实", "fact recorded")
        case .matterOpened: Phrase("登记未结事项", "matter opened")
        case .matterSettled: Phrase("了结事项", "matter settled")
        case .holdPlaced: Phrase("冻结", "hold placed")
        case .holdLifted: Phrase("解除冻结", "hold lifted")
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
