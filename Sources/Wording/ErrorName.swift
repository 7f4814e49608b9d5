public import Records

/// What kind of thing went wrong, in a few words that name nothing of this machine: for whoever may not be told more.
public struct ErrorName: Message, Hashable {
    private let code: ErrorCode

    public init(_ code: ErrorCode) { self.code = code }

    public var phrase: Phrase { askedWrongly ?? inside }

    private var askedWrongly: Phrase? {
        switch code {
        case .inputUnreadable: Phrase("文件读不了", "A file cannot be read")
        case .inputMissing: Phrase("缺少文件", "A file is missing")
        case .inputEmpty: Phrase("文件是空的", "A file is empty")
        case .inputNotAFile: Phrase("不是普通文件", "Not a plain file")
        case .nameRefused: Phrase("文件名不能用", "A file name cannot be taken")
        case .valueRefused: Phrase("值看不懂", "A value cannot be understood")
        case .duplicate: Phrase("已经归档", "Filed already")
        case .numberTaken: Phrase("编号已经用过", "The number is in use")
        case .keyReused: Phrase("请求键已用过", "The key was used for another request")
        case .versionStale: Phrase("当前版本已变", "Another version is current")
        case .stateWrong: Phrase("现在的状态不允许", "It is not in a state in which this can be done")
        case .outputExists: Phrase("输出已存在", "The output exists")
        case .outputFailed: Phrase("输出写不了", "The output cannot be written")
        case .tooLarge: Phrase("太大或太多", "Too large, or too many")
        case .usage: Phrase("请求格式不对", "The request has the wrong form")
        case .documentUnknown: Phrase("没有这份文件", "There is no such document")
        case .versionUnknown: Phrase("没有这个版本", "There is no such version")
        case .fileUnknown: Phrase("没有这个文件名", "There is no file of this name")
        case .accountUnknown: Phrase("没有这个账号", "There is no such account")
        case .tokenUnknown: Phrase("没有这个令牌", "There is no such token")
        case .archiveMissing: Phrase("档案库不在", "The archive is not there")
        case .recordUnknown: Phrase("没有这条记录", "There is no such record")
        case .destroyed: Phrase("已经销毁", "It was destroyed")
        case .personNeeded: Phrase("须由本人办理", "A person is needed")
        case .notAllowed: Phrase("没有权限", "Not allowed")
        case .signInNeeded: Phrase("请先登录", "Sign in first")
        case .blocked: Phrase("现在不允许", "Something forbids it now")
        case .tooManyTries: Phrase("密码尝试太多", "Too many passwords are tried")
        default: nil
        }
    }

    private var inside: Phrase {
        switch code {
        case .noSpace: Phrase("磁盘已满", "The disk is full")
        case .readOnly: Phrase("磁盘只读", "The disk is read-only")
        case .clockBehind: Phrase("时钟落后，暂停一切更改", "The clock is behind; changes stop")
        case .outcomeUnknown: Phrase("结果不明，请用同一个键再问一次", "The outcome is unknown; ask again with the same key")
        case .newerProgramNeeded: Phrase("档案库由更新的程序建立", "The archive was made by a newer program")
        case .placeUnfit: Phrase("档案库或密钥的位置不合适", "The place of the archive or its keys is not fit")
        case .unsettled: Phrase("上次的更改还没有处理完", "An earlier change is not settled yet")
        case .diskFailed: Phrase("磁盘出错", "The disk failed")
        case .archiveExists: Phrase("已经是档案库", "There is an archive already")
        case .interrupted: Phrase("工作被中断", "The work was interrupted")
        case .digestDiffers: Phrase("文件与归档时的摘要不符，已损坏", "A file differs from its digest: it is damaged")
        case .journalDamaged: Phrase("日志损坏", "The journal is damaged")
        case .objectDamaged: Phrase("存储对象损坏", "A stored object is damaged")
        case .catalogueDamaged: Phrase("目录数据库不可用", "The catalogue cannot be used")
        case .findings: Phrase("检验发现问题", "A check found faults")
        default: Phrase("程序内部错误", "A fault of the program")
        }
    }
}
