public import Records

/// The page of what is due, and the one that tries a schedule out.
public enum DueWord: String, Message, CaseIterable {
    case dueTitle, dueShow, dueBy, dueList, dueDocument, dueDay, dueKeptTo, dueClass, dueState, dueUnclassified
    case dueByYear, dueChart, dueByClass, dueNow, dueBlocked, dueLater, dueNever, dueWaiting
    case simulation, simulationWhy, simulationRules, simulate, simulationMoves, simulationBefore, simulationAfter

    public var phrase: Phrase { list ?? counts ?? trial }

    private var list: Phrase? {
        switch self {
        case .dueTitle: Phrase("保管期限", "Retention")
        case .dueShow: Phrase("显示", "Show")
        case .dueBy: Phrase("截至日期", "By")
        case .dueList: Phrase("列出", "List")
        case .dueDocument: Phrase("文件", "Document")
        case .dueDay: Phrase("可处置日", "Due")
        case .dueKeptTo: Phrase("保管至", "Kept to")
        case .dueClass: Phrase("类目与规则", "Class and rule")
        case .dueState: Phrase("等待与妨碍", "Waiting, blocked")
        case .dueUnclassified: Phrase("未归类", "unclassified")
        default: nil
        }
    }

    private var counts: Phrase? {
        switch self {
        case .dueByYear: Phrase("各年到期份数", "Documents by year due")
        case .dueChart:
            Phrase("每年首次可处置的文件份数；深色的年份里已有可处置的。", "Documents whose first free day is in the year; dark where some are free already.")
        case .dueByClass: Phrase("各类目", "By class")
        case .dueNow: Phrase("现可处置", "Free now")
        case .dueBlocked: Phrase("到期而受阻", "Due but blocked")
        case .dueLater: Phrase("以后到期", "Due later")
        case .dueNever: Phrase("永久保管", "Never")
        case .dueWaiting: Phrase("等待事实", "Waiting")
        default: nil
        }
    }

    private var trial: Phrase {
        switch self {
        case .simulation: Phrase("试算保管期限表", "Try a schedule out")
        case .simulationWhy:
            Phrase("改动规则，看哪些文件的可处置日会变。这里什么都不会生效。", "Change the rules and see whose due dates would move. Nothing takes effect here.")
        case .simulationRules: Phrase("保管期限表（YAML）", "The schedule (YAML)")
        case .simulate: Phrase("试算", "Try")
        case .simulationMoves: Phrase("会变动的文件", "What would move")
        case .simulationBefore: Phrase("现在", "Now")
        case .simulationAfter: Phrase("改动后", "Then")
        default: Phrase(rawValue, rawValue)
        }
    }
}

/// What the page of what is due says with a value in it.
public enum DueMessage: Message, Hashable {
    case found(Int, shown: Int)
    case moved(Int, shown: Int)
    /// The page's name, with what it lists.
    case title(DueChoice?, by: String?)

    public var phrase: Phrase {
        switch self {
        case .found(let count, let shown): Self.phrase(Phrase("共 \(count) 份", "\(count) found"), count, shown)
        case .title(let choice, let by): Self.title(choice, by)
        case .moved(let count, let shown): Self.phrase(Phrase("会变动 \(count) 份", "\(count) would move"), count, shown)
        }
    }

    private static func title(_ choice: DueChoice?, _ by: String?) -> Phrase {
        let parts = [choice?.phrase, by.map { Phrase("截至 \($0)", "by \($0)") }].compactMap(\.self)
        let name = DueWord.dueTitle.phrase
        guard !parts.isEmpty else { return name }
        return Phrase(
            "\(name.chinese)：\(parts.map(\.chinese).joined(separator: "，"))",
            "\(name.english): \(parts.map(\.english).joined(separator: ", "))")
    }

    private static func phrase(_ all: Phrase, _ count: Int, _ shown: Int) -> Phrase {
        shown < count ? Phrase("\(all.chinese)，显示前 \(shown) 份", "\(all.english), the first \(shown) are shown") : all
    }
}

/// What the page of what is due lists.
public enum DueChoice: String, Code, Codable {
    case by, waiting, unclassified, all

    public var phrase: Phrase {
        switch self {
        case .by: Phrase("到期可处置的", "Due by the day")
        case .waiting: Phrase("等待事实的", "Waiting for a fact")
        case .unclassified: Phrase("未归类的", "Unclassified")
        case .all: Phrase("全部", "All")
        }
    }
}
