public import Records
public import Retention

/// What is said about originals (原件) and where they are.
public enum OriginalMessage: Message, Hashable {
    case copiesRefused(OriginalForm, most: Int)
    case registered(String, Int)
    case placeRefused(String)
    /// Who may not have it.
    case notKeeper(String)
    case electronic(String)
    case proofItself
    /// A line of what was read at the shelves.
    case lineUnknown(Int, String)
    case tooManySeen(Int)
    case loanRulesTwice
    case loanDays(line: Int, most: Int)
    case loanConsenters(line: Int)
    case loanTooLong(days: Int)
    /// Of these roles one must have consented.
    case consentLacks([Role])
    /// Whose consent counts; nobody's where none is needed.
    case consentNotTheirs([Role])
    case documentDestroyed(String)
    /// To whom it was sent.
    case sentToOther(String)
    case dayNeeded
    case noPaper(String)
    /// Who answers for it, and who has it.
    case refused(Custody.Refusal, answerable: String?, with: String?)

    public var usualRemedy: (any Message)? {
        switch self {
        case .registered, .refused, .electronic, .consentNotTheirs, .documentDestroyed: OriginalRemedy.showIt
        case .placeRefused: OriginalRemedy.placeForm
        case .noPaper: OriginalRemedy.registerFirst
        case .consentLacks: OriginalRemedy.consentFirst
        case .copiesRefused, .notKeeper, .proofItself, .lineUnknown, .tooManySeen, .loanRulesTwice, .loanDays, .loanConsenters,
            .loanTooLong, .sentToOther, .dayNeeded:
            Remedy.correctMember
        }
    }

    public var phrase: Phrase {
        switch self {
        case .noPaper(let id): Phrase("\(id) 没有登记纸质原件", "No paper original of \(id) is registered")
        case .copiesRefused(let form, let most):
            Phrase("\(form.phrase.chinese)原件的份数是 1 到 \(most)", "There are 1 to \(most) copies of an original on \(form.phrase.english)")
        case .registered(let document, let version):
            Phrase(
                "文件 \(document) 第 \(version) 版的原件已经登记（R-19）",
                "The originals of version \(version) of \(document) are registered already (R-19)")
        case .placeRefused(let text): Phrase("“\(text)”不是位置", "“\(text)” is no place")
        case .notKeeper(let name):
            Phrase("“\(name)”不能保管这份原件（R-17）", "“\(name)” may not keep this original (R-17)")
        case .electronic(let id):
            Phrase(
                "\(id) 是电子原件，保存在档案库中，不在人手里流转（R-57）", "\(id) is an electronic original: the archive has it, and nobody hands it on (R-57)")
        case .proofItself: Phrase("签收单不能是原件本身的文件（R-22）", "The receipt is another document than the original itself (R-22)")
        case .lineUnknown(let line, let text):
            Phrase("第 \(line) 行“\(text)”不是本档案库的原件（R-20）", "Line \(line), “\(text)”, is no original of this archive (R-20)")
        case .tooManySeen(let most): Phrase("一次最多盘点 \(most) 份", "Stock is taken of \(most) originals at once at most")
        case .loanRulesTwice: Phrase("要有 1 到 100 条规则，一个类目只有一条", "There are 1 to 100 rules, one for a class")
        case .loanDays(let line, let most): Phrase("第 \(line) 行：天数是 1 到 \(most)", "Line \(line): days are 1 to \(most)")
        case .loanConsenters(let line):
            Phrase("第 \(line) 行：其中有不能同意借出的角色（R-21）", "Line \(line): roles that may not consent to loans (R-21)")
        case .loanTooLong(let days): Phrase("这类原件最多借出 \(days) 天（R-21）", "Such an original is lent for \(days) days at most (R-21)")
        case .consentLacks(let roles):
            Phrase(
                "这次借出要先有\(roles.map(\.phrase.chinese).joined(separator: "或"))同意，且不是出借人自己（R-21、R-60）",
                "This loan needs the consent of another person: \(roles.map(\.phrase.english).joined(separator: " or ")) (R-21, R-60)")
        case .consentNotTheirs([]): Phrase("这次借出不需要同意（R-21）", "This loan needs nobody's consent (R-21)")
        case .consentNotTheirs(let roles):
            Phrase(
                "这次借出由\(roles.map(\.phrase.chinese).joined(separator: "或"))同意，且不是负责人自己（R-21、R-60）",
                "The consent to this loan is another person's than whoever answers for it: \(roles.map(\.phrase.english).joined(separator: " or ")) (R-21, R-60)"
            )
        case .documentDestroyed(let id):
            Phrase(
                "文件 \(id) 已销毁，其纸质原件由监销人清点，不再借出或外寄（R-45）",
                "The document \(id) is destroyed: supervisors count its paper, and it is lent and sent no more (R-45)")
        case .sentToOther(let name): Phrase("这份原件寄给的是“\(name)”（R-22）", "This original was sent to “\(name)” (R-22)")
        case .dayNeeded: Phrase("借给自己人要有归还期限（R-21）", "What one of us borrows has a day by which it is back (R-21)")
        case .refused(let refusal, let answerable, let with): Self.phrase(refusal, answerable ?? "—", with ?? "—")
        }
    }

    private static func phrase(_ refusal: Custody.Refusal, _ answerable: String, _ with: String) -> Phrase {
        switch refusal {
        case .notAnswerable: Phrase("这份原件由“\(answerable)”负责（R-17）", "“\(answerable)” answers for this original (R-17)")
        case .notReceiver: Phrase("这份原件交给的是“\(with)”（R-17）", "This original was given to “\(with)” (R-17)")
        case .notBorrower:
            Phrase(
                "归还由借阅人“\(with)”或负责人“\(answerable)”登记（R-21）",
                "It is given back by “\(with)”, who has it, or “\(answerable)”, who answers for it (R-21)")
        case .outOfOrder(let step, let state):
            Phrase(
                "原件现在“\(state.phrase.chinese)”，不能“\(step.phrase.chinese)”（R-18）",
                "The original is “\(state.phrase.english)” now: it cannot be “\(step.phrase.english)” (R-18)")
        case .toOneself: Phrase("原件已经由这个人负责（R-17）", "This person answers for it already (R-17)")
        case .dayPast: Phrase("归还日期已经过去（R-21）", "The day by which it is to be back is over (R-21)")
        }
    }
}

/// What to do about it.
public enum OriginalRemedy: Message, Hashable {
    case showIt, placeForm, consentFirst, registerFirst

    public var phrase: Phrase {
        switch self {
        case .showIt: Phrase("请先查看它现在的情况（original show）", "See how it stands first (original show)")
        case .consentFirst: Phrase("请先取得同意（original consent），或提供复印件", "Have it consented to first (original consent), or give a copy")
        case .registerFirst: Phrase("请先登记原件（original register）", "Register it first (original register)")
        case .placeForm:
            Phrase("写成“室-柜-层-盒”，最多六级，例如 档案室-3柜-2层-5盒", "Write room-cabinet-shelf-box, six parts at most, as 档案室-3柜-2层-5盒")
        }
    }
}
