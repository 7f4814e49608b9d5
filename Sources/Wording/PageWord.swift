public import Records

// What pages say, one enum for each page. Templates call a word by its case, so a case stands in one of these enums only.

/// The frame of all pages, and the page that says what went wrong.
public enum FrameWord: String, Message, CaseIterable {
    case house, skip, mainNavigation, signedIn, signOut, backToStart, requestName
    case nothingHere, innerFault, tooLarge, badRequest, otherSite, wrongMethod, wrongMediaType, rangeBeyondEnd
    case seeDescription, sendAsDescribed

    public var phrase: Phrase {
        switch self {
        case .house: Phrase("档案库", "archive")
        case .skip: Phrase("跳到正文", "Skip to the content")
        case .mainNavigation: Phrase("导航", "Main navigation")
        case .signedIn: Phrase("已登录：", "Signed in: ")
        case .signOut: Phrase("退出", "Sign out")
        case .backToStart: Phrase("回到首页", "Back to the start")
        case .requestName: Phrase("请求编号（报告问题时请告知）", "Name of the request, for whoever looks into it")
        case .nothingHere: Phrase("没有这个页面", "There is nothing here")
        case .innerFault: Phrase("程序内部错误", "A fault of the service")
        case .tooLarge: Phrase("发来的内容过大", "What was sent is too large")
        case .badRequest: Phrase("请求看不懂", "The request cannot be understood")
        case .otherSite: Phrase("请求来自别的网站，已拒绝", "The request came from another site and is refused")
        case .wrongMediaType: Phrase("这种内容类型不能用在这里", "This media type cannot be used here")
        case .rangeBeyondEnd: Phrase("文件没有这么长", "The file is not so long")
        case .seeDescription: Phrase("程序接口的说明在 /api", "What programs can ask is described at /api")
        case .sendAsDescribed:
            Phrase(
                "请求正文用 application/json；归档文件用 multipart/form-data；说明在 /api",
                "Send application/json, or multipart/form-data to file documents; it is described at /api")
        case .wrongMethod: Phrase("这个地址不能这样使用", "This address cannot be used like that")
        }
    }
}

/// The search page.
public enum SearchWord: String, Message, CaseIterable {
    case search, query, queryExample, order
    case narrow, byType, byParty, byYear, byStatus, clear, holdsSome, results
    case nothingFound, fewerWords, beyondEnd, firstPage, pages, previousPage, nextPage
    case noDocuments, fileWithProgram, fileWithService, askWhoFiles

    public var phrase: Phrase {
        switch self {
        case .search: Phrase("检索", "Search")
        case .query: Phrase("检索词", "Words to search for")
        case .queryExample: Phrase("合同编号、客户、任意词…", "Number, party, any words…")
        case .order: Phrase("排序", "Order")
        case .narrow: Phrase("缩小范围", "Narrow down")
        case .byType: Phrase("类型", "Type")
        case .byParty: Phrase("客户", "Party")
        case .byYear: Phrase("签订年份", "Year signed")
        case .byStatus: Phrase("状态", "Status")
        case .clear: Phrase("清除条件", "Clear all conditions")
        case .holdsSome: Phrase("含有部分词", "holds some of the words")
        case .results: Phrase("检索结果", "Results")
        case .nothingFound: Phrase("没有找到", "Nothing found")
        case .fewerWords:
            Phrase("可以少写几个词，或用“类型:合同”“签订:2024”这样的条件。", "Try fewer words, or a condition such as type:contract or signed:2024.")
        case .beyondEnd: Phrase("结果没有这么多页。", "There are not so many pages.")
        case .firstPage: Phrase("回到第一页", "Back to the first page")
        case .pages: Phrase("翻页", "Pages")
        case .previousPage: Phrase("上一页", "Previous page")
        case .nextPage: Phrase("下一页", "Next page")
        case .noDocuments: Phrase("档案库里还没有可以查看的文件", "There is no document yet that you may see")
        case .fileWithProgram: Phrase("归档一份文件，在服务器上：", "File a document, on the server:")
        case .fileWithService: Phrase("或者由别的程序归档：", "Or let another program file it:")
        case .askWhoFiles:
            Phrase(
                "归档由销售助理和档案员办理。请他们归档，文件随后就能在这里检索。", "Sales assistants and archivists file documents; what they file is found here at once.")
        }
    }
}

/// The page of a document.
public enum DocumentWord: String, Message, CaseIterable {
    case facts, withdrawn, backToSearch, versions, digest, textWaits, textEmpty, noTextAtAll

    public var phrase: Phrase {
        switch self {
        case .facts: Phrase("著录", "What is known")
        case .withdrawn: Phrase("已撤回：", "Withdrawn: ")
        case .backToSearch: Phrase("检索", "Search")
        case .versions: Phrase("版本与文件", "Versions and files")
        case .digest: Phrase("SHA-256 摘要", "SHA-256 digest")
        case .textWaits: Phrase("文字还没有读出", "Its text is not read yet")
        case .textEmpty: Phrase("没有可读的文字", "There is no text in it")
        case .noTextAtAll:
            Phrase(
                "这份文件没有可检索的文字：检索只能凭标题、编号等著录找到它。",
                "No text of this document can be searched: it is found by title, number and what else is known of it.")
        }
    }
}

/// The page to sign in on.
public enum SignInWord: String, Message, CaseIterable {
    case signIn, account, password, token, withToken, linkOnce, signInFailed

    public var phrase: Phrase {
        switch self {
        case .signIn: Phrase("登录", "Sign in")
        case .account: Phrase("账号", "Account")
        case .password: Phrase("密码", "Password")
        case .token: Phrase("令牌", "Token")
        case .withToken: Phrase("用令牌登录", "Sign in with a token")
        case .linkOnce: Phrase("此链接只能使用一次。", "This link works once.")
        case .signInFailed:
            Phrase("登录失败：账号、密码、令牌或链接不对或已过期。", "Signing in failed: account, password, token or link is wrong, or not valid any more.")
        }
    }
}

/// The page about the service for programs.
public enum ProgramsWord: String, Message, CaseIterable {
    case programs, programsIntroduction, asterisk, descriptionForPrograms, way, purpose, whoMay, members, operatorAlone

    public var phrase: Phrase {
        switch self {
        case .programs: Phrase("程序接口", "The service for programs")
        case .programsIntroduction:
            Phrase(
                "每个请求都要带令牌。列表分页：limit 与 cursor。更改可带 Idempotency-Key，重复发送只执行一次；If-Match 防止覆盖别人的更改。",
                "Each request bears a token. Lists come in pages: limit and cursor. A change may bear Idempotency-Key, and is carried out once; "
                    + "If-Match keeps it from overwriting what somebody else changed.")
        case .asterisk: Phrase("带 * 的成员必须给出。", "Members with * must be given.")
        case .descriptionForPrograms: Phrase("供程序读取的说明（OpenAPI 3.1）", "The description for programs (OpenAPI 3.1)")
        case .way: Phrase("请求", "Request")
        case .purpose: Phrase("作用", "What it does")
        case .whoMay: Phrase("谁可以", "Who may")
        case .members: Phrase("成员", "Members")
        case .operatorAlone: Phrase("只有运维人员", "the operator alone")
        }
    }
}
