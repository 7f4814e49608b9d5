public import Records

/// The pages of parties.
public enum PartyPageWord: String, Message, CaseIterable {
    case parties, partyWords, partyFind, partyNext, partyIdentifier
    case partyFacts, partyMatters, partyContacts, partySites, partyDossiers, partyAll, partyMayBeSame, partyMerged

    public var phrase: Phrase {
        switch self {
        case .parties: Phrase("客户", "Parties")
        case .partyWords: Phrase("名称、简称、曾用名、拼音首字母或代码", "A name, former name, the initials of its syllables, or a code")
        case .partyFind: Phrase("查找", "Find")
        case .partyNext: Phrase("下一页", "Next page")
        case .partyIdentifier: Phrase("标识符", "Identifier")
        case .partyFacts: Phrase("基本资料", "What is known")
        case .partyMatters: Phrase("未结事项", "Open matters")
        case .partyContacts: Phrase("联系人", "Contacts")
        case .partySites: Phrase("现场", "Sites")
        case .partyDossiers: Phrase("案卷", "Dossiers")
        case .partyAll: Phrase("检索这个客户的全部文件", "Search all documents of this party")
        case .partyMerged: Phrase("并入的客户", "Merged into it")
        case .partyMayBeSame: Phrase("可能是同一客户", "May be the same party")
        }
    }
}

/// What the pages of parties say with something in it.
public enum PartyPageMessage: Message, Hashable {
    case found(Int)
    /// The days of a dossier.
    case opened(String)
    case closed(String)

    public var phrase: Phrase {
        switch self {
        case .found(let count): Phrase("\(count) 个客户", count == 1 ? "1 party" : "\(count) parties")
        case .opened(let day): Phrase("\(day) 建立", "opened \(day)")
        case .closed(let day): Phrase("\(day) 关闭", "closed \(day)")
        }
    }
}
