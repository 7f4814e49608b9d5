public import Records

extension DossierStage: Code {
    public var phrase: Phrase {
        switch self {
        case .survey: Phrase("踏勘", "survey")
        case .needs: Phrase("需求分析", "needs analysis")
        case .proposal: Phrase("方案", "proposal")
        case .offer: Phrase("报价投标", "offer")
        case .review: Phrase("评审", "review")
        case .contract: Phrase("签约", "contract")
        case .handover: Phrase("交底", "handover")
        case .settlement: Phrase("开票收款", "settlement")
        case .acceptance: Phrase("验收", "acceptance")
        case .service: Phrase("售后", "service")
        case .renewal: Phrase("续签", "renewal")
        }
    }
}

extension DossierClock: Code {
    public var phrase: Phrase {
        switch self {
        case .opened: Phrase("建立案卷", "opening of the dossier")
        case .signed: Phrase("合同签订", "signing of the contract")
        }
    }
}

extension DossierMark.Kind: Code {
    public var phrase: Phrase {
        switch self {
        case .notApplicable: Phrase("不适用", "not applicable")
        case .promised: Phrase("待补", "promised")
        }
    }
}

extension DossierItemView.State: Code {
    public var phrase: Phrase {
        switch self {
        case .present: Phrase("已有", "there")
        case .notApplicable: Phrase("不适用", "not applicable")
        case .missing: Phrase("缺", "missing")
        }
    }
}

extension WaitingLine.Kind: Code {
    public var phrase: Phrase {
        switch self {
        case .item: Phrase("案卷缺件", "lacking in a dossier")
        case .receive: Phrase("待接收原件", "an original to be confirmed")
        case .giveBack: Phrase("待归还原件", "an original to be given back")
        case .chase: Phrase("催还原件", "an original that is not back in time")
        case .sent: Phrase("寄件未签收", "papers sent, not signed for yet")
        case .takeOver: Phrase("待签收交底", "a pack to be signed for")
        case .reissue: Phrase("交底有退回", "a pack that was sent back in part")
        case .appraise: Phrase("待鉴定", "to be appraised")
        case .sign: Phrase("待签署", "to be signed")
        case .approve: Phrase("待批准", "to be approved")
        case .supervise: Phrase("待监销", "to be supervised")
        case .execute: Phrase("待执行", "to be carried out")
        case .confirm: Phrase("待确认销毁", "to be confirmed")
        case .certify: Phrase("待出具证明", "to be certified")
        }
    }
}
