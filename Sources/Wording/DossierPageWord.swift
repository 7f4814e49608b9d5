public import Records

/// The pages of dossiers, and of what waits for somebody.
public enum DossierPageWord: String, Message, CaseIterable {
    case dossiers, dossierWords, dossierFind, dossierNext, dossierFacts, dossierChecklist, dossierDocuments, dossierEmpty
    case dossierParty, dossierTemplate, dossierResponsible, dossierOpened, dossierClosedOn, dossierMergedInto, dossierIdentifier,
        dossierLeads
    case dossierItem, dossierStage, dossierState, dossierThere
    case waiting, waitingNothing, waitingWithoutDay

    public var phrase: Phrase {
        switch self {
        case .dossiers: Phrase("案卷", "Dossiers")
        case .dossierWords: Phrase("案卷或客户的名称", "A title, or a party")
        case .dossierFind: Phrase("查找", "Find")
        case .dossierNext: Phrase("下一页", "Next page")
        case .dossierFacts: Phrase("基本资料", "What is known")
        case .dossierChecklist: Phrase("应有材料", "What it should hold")
        case .dossierDocuments: Phrase("文件", "Documents")
        case .dossierEmpty: Phrase("案卷中还没有文件。", "There is no document in it yet.")
        case .dossierParty: Phrase("客户", "Party")
        case .dossierTemplate: Phrase("模板", "Template")
        case .dossierResponsible: Phrase("责任人", "Responsible")
        case .dossierOpened: Phrase("建立", "Opened")
        case .dossierClosedOn: Phrase("关闭", "Closed")
        case .dossierMergedInto: Phrase("已并入", "Merged into")
        case .dossierIdentifier: Phrase("标识符", "Identifier")
        case .dossierLeads: Phrase("主合同", "leads")
        case .dossierItem: Phrase("应有材料", "Item")
        case .dossierStage: Phrase("阶段", "Stage")
        case .dossierState: Phrase("状态", "State")
        case .dossierThere: Phrase("文件或原因", "Documents, or why not")
        case .waiting: Phrase("待办", "To do")
        case .waitingNothing: Phrase("没有待办。", "Nothing waits for you.")
        case .waitingWithoutDay: Phrase("没有期限", "Without a day")
        }
    }
}

/// What the pages of dossiers say with something in it.
public enum DossierPageMessage: Message, Hashable {
    case found(Int)
    /// How many items are missing, and how many of these are overdue.
    case counted(missing: Int, overdue: Int)
    case by(String, isOverdue: Bool)
    case version(Int)

    public var phrase: Phrase {
        switch self {
        case .found(let count): Phrase("\(count) 个案卷", count == 1 ? "1 dossier" : "\(count) dossiers")
        case .counted(0, _): Phrase("应有材料齐全", "Everything is there")
        case .counted(let missing, 0): Phrase("缺 \(missing) 项", "\(missing) missing")
        case .counted(let missing, let overdue):
            Phrase("缺 \(missing) 项，其中逾期 \(overdue) 项", "\(missing) missing, \(overdue) of them overdue")
        case .by(let day, false): Phrase("应于 \(day) 前补齐", "due by \(day)")
        case .by(let day, true): Phrase("应于 \(day) 前补齐，已逾期", "was due by \(day)")
        case .version(let number): Phrase("第 \(number) 版", "version \(number)")
        }
    }
}
