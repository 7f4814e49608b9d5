public import Records

extension ArchiveMessage {
    var recordPhrase: Phrase? {
        switch self {
        case .changedMeanwhile(let current):
            Phrase("文件已被改动：最后的事件是 \(current)", "The document was changed meanwhile, last by event \(current)")
        case .versionStale(let expected, let current):
            expected == current
                ? Phrase("版本 \(current) 的内容在此期间有改动", "The content of version \(current) was changed meanwhile")
                : Phrase("当前版本是 \(current)，不是 \(expected)", "The current version is \(current), not \(expected)")
        case .withdrawnAlready(let id): Phrase("文件 \(id) 已经撤回", "The document \(id) is withdrawn already")
        case .notWithdrawn(let id): Phrase("文件 \(id) 没有撤回", "The document \(id) is not withdrawn")
        case .withdrawn(let id): Phrase("文件 \(id) 已撤回，不能再改", "The document \(id) is withdrawn and cannot be changed")
        case .documentUnknown(let id): Phrase("没有文件 \(id)", "There is no document \(id)")
        case .versionUnknown(let id, let version): Phrase("文件 \(id) 没有版本 \(version)", "The document \(id) has no version \(version)")
        case .fileUnknown(let id, let name): Phrase("文件 \(id) 的这个版本里没有 \(name)", "This version of the document \(id) has no file \(name)")
        case .accountUnknown(let name): Phrase("没有账号 \(name)", "There is no account \(name)")
        case .accountExists(let name): Phrase("账号 \(name) 已经有了", "There is an account \(name) already")
        case .tokenUnknown(let id): Phrase("没有令牌 \(id)", "There is no token \(id)")
        case .identifierRefused(let text, let kind):
            Phrase("“\(text)” 不是\(Self.thing(kind).chinese)的标识符", "“\(text)” is no identifier of \(Self.thing(kind).english)")
        case .nameReserved(let name):
            Phrase("账号不能叫 “\(name)”：日志里用它称呼另一个人", "No account can be called “\(name)”: the log calls somebody else so")
        case .notAllowed(let operation): Phrase("没有权限：\(operation.chinese)", "Not allowed: \(operation.english)")
        case .eventTooLarge(let limit):
            Phrase("一次更改涉及太多：日志的一行最多 \(limit >> 20) MiB", "Too much for one change: a line of the journal has at most \(limit >> 20) MiB")
        case .tokenOfAnother(let name): Phrase("令牌不是 \(name) 的", "The token is not \(name)'s")
        case .passwordMissing(let name): Phrase("没有给出 \(name) 的密码或令牌", "Neither password nor token of \(name) was given")
        case .passwordsDiffer: Phrase("两次输入的密码不同", "The two passwords differ")
        case .signInNeeded: Phrase("请先登录", "Sign in first")
        case .tooManyTries: Phrase("密码尝试太多", "Too many passwords are tried")
        case .digestDiffers(let id, let name):
            Phrase("文件 \(id) 的 \(name) 与归档时的摘要不符，已损坏", "\(name) of the document \(id) differs from its digest: it is damaged")
        default: nil
        }
    }

    /// What an identifier that begins with this letter names.
    private static func thing(_ kind: Character) -> Phrase {
        switch kind {
        case DocumentKind.letter: Phrase("文件", "a document")
        case PartyKind.letter: Phrase("客户", "a party")
        case DossierKind.letter: Phrase("案卷", "a dossier")
        case HoldKind.letter: Phrase("冻结", "a hold")
        case BatchKind.letter: Phrase("销毁批次", "a disposal batch")
        case SiteKind.letter: Phrase("现场", "a site")
        case OriginalKind.letter: Phrase("原件", "an original")
        case PackKind.letter: Phrase("交底资料", "a pack")
        case TransmittalKind.letter: Phrase("递送", "a transmittal")
        case AccountKind.letter: Phrase("账号", "an account")
        default: Phrase("记录", "a record")
        }
    }

    var archivePhrase: Phrase {
        switch self {
        case .archiveMissing(let path): Phrase("\(path) 没有档案库", "There is no archive at \(path)")
        case .folderIsFile(let path): Phrase("\(path) 是文件，不是文件夹", "\(path) is a file, not a folder")
        case .archiveExists(let path): Phrase("\(path) 已经是档案库", "\(path) is an archive already")
        case .folderNotEmpty(let path): Phrase("文件夹 \(path) 不是空的", "The folder \(path) is not empty")
        case .noSpace(let path): Phrase("磁盘已满：\(path)", "The disk is full: \(path)")
        case .noInodes(let path):
            Phrase("磁盘上的文件数已到上限（inode 用尽）：\(path)", "The disk takes no more files (its inodes are used up): \(path)")
        case .readOnly(let path): Phrase("磁盘只读：\(path)", "The disk is read-only: \(path)")
        case .journalGone(let name):
            Phrase("日志中的 \(name) 不见了，或者是别的东西", "\(name) of the journal is gone, or is something else")
        case .diskFailed(let place, let reason):
            Phrase(
                "磁盘出错：\(place)" + (reason.map { "：\($0.phrase.chinese)" } ?? ""),
                "The disk failed: \(place)" + (reason.map { ": \($0.phrase.english)" } ?? ""))
        case .tooManyOpen(let path): Phrase("打开的文件太多，打不开 \(path)", "Too many files are open to open \(path)")
        case .clockBehind(let now, let last):
            Phrase("时钟 \(now) 早于最后一个事件 \(last)，暂停一切更改", "The clock says \(now), which is before the last event at \(last); changes stop")
        case .clockNotBehind: Phrase("时钟没有落后，不需要确认", "The clock is not behind; there is nothing to accept")
        case .outcomeUnknown: Phrase("结果不明，请用同一个键再问一次", "The outcome is unknown; ask again with the same key")
        case .newerProgramNeeded(let version):
            Phrase("档案库由更新的程序（格式 \(version)）建立", "The archive was made by a newer program (format \(version))")
        case .placeUnfit(let reason):
            Phrase("这个位置不适合放档案库：\(reason.phrase.chinese)", "This place is not fit for an archive: \(reason.phrase.english)")
        case .identifierTaken: Phrase("抽到的标识符已经有文件用了，没有归档", "The identifier that was drawn is a document's already; nothing was filed")
        case .objectDamaged(let id, let fault):
            Phrase(
                "存储对象损坏：\(id)" + (fault.map { "：\($0.phrase.chinese)" } ?? ""),
                "A stored object is damaged: \(id)" + (fault.map { ": \($0.phrase.english)" } ?? ""))
        case .catalogueDamaged(let problem):
            Phrase("目录数据库不可用：\(problem.phrase.chinese)", "The catalogue cannot be used: \(problem.phrase.english)")
        case .homeUnknown: Phrase("不知道密钥目录在哪里：没有 HOME 也没有 MUNIMENT_HOME", "Neither HOME nor MUNIMENT_HOME says where the keys lie")
        case .credentialsUnusable(let detail): Phrase("密钥或令牌不可用：\(detail)", "Keys or tokens cannot be used: \(detail)")
        case .ownerOnly(let path): Phrase("\(path) 属于另一个系统用户", "\(path) belongs to another system user")
        case .internalFault(let detail): Phrase("程序内部错误：\(detail)", "A fault of the program: \(detail)")
        case .remedy(let remedy): remedy.phrase
        default: Phrase("程序内部错误", "A fault of the program")
        }
    }
}

/// What the reader can do now.
public enum Remedy: Message, Hashable {
    case checkPath, giveName, allowEmpty, allowDuplicate, allowDuplicateOrVersion, chooseAnotherNumber, newKey, readAgain
    case initFirst, chooseFolder, freeSpace, waitClockOrAccept, verifyAndRestore, rebuild, updateProgram, sameKey, askArchivist, handleOrAsk
    case useOtherOutput, dateForms, yearForm, yesOrNo, amountForms, listTypes, signIn, useLocalDisk, giveFile, runAsOwner, report
    case restoreJournal, nameTarget, setPattern, correctMember, splitBody, splitChange, givePassword, makeWritable, openFewer, readHelp,
        leaveOut, addIt, shorten, whenItHappened, checkName, checkNumber, makeFolder, giveProof, giveCheckpoint, otherName
    case dayForm, timeForm, wholeNumber, trueOrFalse
    case checkState, reinstateFirst, setInstead, tryQuery, otherClass, keepInUse, checkRequest, retryLater, otherSite, nameBoundary,
        pickRange
    /// Looks like one of this kind.
    case checkIdentifier(kind: Character)
    case knownMembers([String])
    /// What people call the values of a closed list.
    case words([Phrase])
    /// Who may do it; nobody but the operator, where there are none.
    case rolesMay([Role])
    case tryAgainIn(seconds: Int)

    public var phrase: Phrase {
        switch self {
        case .nameTarget: Phrase("请把文件本身放进来", "Put the file itself there")
        case .checkPath: Phrase("请检查路径和读取权限", "Check the path and the right to read it")
        case .giveName: Phrase("请另取一个名称", "Give it another name")
        case .allowEmpty: Phrase("确实要归档空文件，请说明（allowEmpty）", "If an empty file is meant, say so (allowEmpty)")
        case .allowDuplicate: Phrase("确实要再次归档，请说明（allowDuplicate）", "If it is meant, say so (allowDuplicate)")
        case .allowDuplicateOrVersion:
            Phrase(
                "如是新版本，请归入原文件；确实要再次归档，请说明（allowDuplicate）",
                "File a new version with its document; if a second filing is meant, say so (allowDuplicate)")
        case .chooseAnotherNumber: Phrase("请预留下一个编号", "Reserve the next number")
        case .newKey: Phrase("请换一个键", "Use another key")
        case .readAgain: Phrase("请查看最新版本后再试", "Look at the current version and try again")
        case .initFirst: Phrase("请指定档案库，或新建一个", "Name the archive, or make one")
        case .chooseFolder: Phrase("请选一个空文件夹", "Choose an empty folder")
        case .freeSpace: Phrase("请清理磁盘空间后再试；查找和取用不受影响", "Free some space and try again; finding and getting go on")
        case .waitClockOrAccept:
            Phrase(
                "请校准时钟；如果错的是以前的时间，请确认现在的时钟", "Set the clock right; if the earlier times were wrong, accept the clock as it is now")
        case .verifyAndRestore: Phrase("请检验档案库，并从备份恢复损坏的文件", "Verify the archive and restore what is damaged from a backup")
        case .restoreJournal:
            Phrase(
                "目录数据库保持原样；请检验日志，并从备份恢复",
                "The catalogue stays as it is; verify the journal and restore it from a backup")
        case .rebuild: Phrase("请重建目录数据库", "Make the catalogue anew")
        case .updateProgram: Phrase("请更新程序", "Update the program")
        case .sameKey: Phrase("请用同一个键再问一次", "Ask again with the same key")
        case .rolesMay([]): Phrase("这只能由系统操作者进行", "Only whoever owns the archive's files does that")
        case .rolesMay(let roles):
            Phrase(
                "请找\(roles.map(\.phrase.chinese).joined(separator: "、"))办理",
                "This is for: \(roles.map(\.phrase.english).joined(separator: ", "))")
        case .askArchivist: Phrase("请询问档案员", "Ask the archivist")
        case .handleOrAsk: Phrase("请把经办人写成自己，或请档案员办理", "Name yourself as its handler, or have the archivist do it")
        case .useOtherOutput: Phrase("请换一个输出文件名", "Name another output file")
        case .dateForms: Phrase("可写 2024-03-01、2024年3月1日、2024-03 或 2024", "Write 2024-03-01, 2024年3月1日, 2024-03 or 2024")
        case .amountForms: Phrase("可写 1280000、￥1,280,000.00、128万 或 壹佰贰拾捌万元整", "Write 1280000, ￥1,280,000.00, 128万 or 壹佰贰拾捌万元整")
        case .listTypes: Phrase("请用其中一个", "Use one of these")
        case .yearForm: Phrase("请写年份，例如 2024", "Write a year, as 2024")
        case .dayForm: Phrase("请写日期，例如 2026-12-31", "Write a day, as 2026-12-31")
        case .timeForm: Phrase("请写 UTC 时间，例如 2026-11-01T08:00:00Z", "Write a time in UTC, as 2026-11-01T08:00:00Z")
        case .wholeNumber: Phrase("请写整数，例如 20", "Write a whole number, as 20")
        case .trueOrFalse: Phrase("请写 true 或 false", "Write true or false")
        case .yesOrNo: Phrase("请写 是 或 否", "Write yes or no")
        case .whenItHappened: Phrase("请在发生以后再记录", "Record it once it has happened")
        case .checkName: Phrase("请核对名称", "Check the name")
        case .checkNumber: Phrase("请核对序号", "Check the number")
        case .makeFolder: Phrase("请先新建它，或选另一个位置", "Make it first, or choose another place")
        case .giveProof: Phrase("请给出完整的证明文件", "Give a whole proof, as it was written")
        case .giveCheckpoint: Phrase("请给出完整的检查点文件", "Give a whole checkpoint, as it was signed")
        case .otherName: Phrase("请另取一个名称", "Choose another name")
        case .checkState: Phrase("请先查看它现在的状态", "See first how it stands now")
        case .reinstateFirst: Phrase("请先恢复它", "Bring it back first")
        case .setInstead: Phrase("请给出新值", "Give another value")
        case .tryQuery: Phrase("请先用这些词检索，看到要冻结的文件再用", "Search with it first, until it finds what is meant")
        case .otherClass: Phrase("请选现在接受归档的类目", "Choose a class that takes filings now")
        case .keepInUse: Phrase("请保留它，再试一次", "Keep it, and try again")
        case .checkRequest: Phrase("请核对请求的地址和内容", "Check the address and the content of the request")
        case .retryLater: Phrase("请稍后再试", "Try again later")
        case .otherSite: Phrase("请在本网站的页面上操作", "Do it on a page of this site")
        case .nameBoundary:
            Phrase("请在 Content-Type 中写明分隔线（boundary），1 到 70 字节", "Name the boundary in `Content-Type`, of 1 to 70 bytes")
        case .pickRange: Phrase("请求的范围要在文件大小以内（见 Content-Range）", "Ask for a range within the file; `Content-Range` says how long it is")
        case .addIt: Phrase("请补上后再试", "Add it and try again")
        case .shorten: Phrase("请缩短后再试", "Shorten it and try again")
        case .checkIdentifier(let kind):
            Phrase("请核对标识符，例如 \(kind)-7K3M-9QXT-2VHT", "Check the identifier; one looks like \(kind)-7K3M-9QXT-2VHT")
        case .signIn: Phrase("请用令牌或登录链接登录", "Sign in with a token or a link")
        case .useLocalDisk: Phrase("请选本机磁盘上的文件夹", "Choose a folder on a disk of this machine")
        case .giveFile: Phrase("请给出文件", "Name a file")
        case .runAsOwner: Phrase("请以档案库所有者的身份运行", "Run it as the user who owns the archive")
        case .report: Phrase("请把日志交给维护人员", "Give the log to whoever maintains the program")
        case .correctMember: Phrase("请改正后再试", "Put it right and try again")
        case .givePassword:
            Phrase("请给出密码或令牌", "Give the password or a token")
        case .makeWritable:
            Phrase("查找和取用不受影响；要归档，请把磁盘改为可写", "Finding and getting go on; to file, make the disk writable")
        case .leaveOut: Phrase("请不带它再试", "Leave it out")
        case .readHelp: Phrase("请看用法说明", "See how it is used")
        case .openFewer:
            Phrase("请稍后再试；常出现时请调高打开文件数的上限（ulimit -n）", "Try again later; if it happens often, raise the limit of open files (ulimit -n)")
        case .splitChange: Phrase("请分成几次进行", "Do it in parts")
        case .splitBody: Phrase("请分成几次归档，或请管理员放宽限制", "File it in parts, or ask for a larger limit")
        case .words(let words):
            Phrase(
                "可以用：\(words.map(\.chinese).joined(separator: "、"))", "There are: \(words.map(\.english).joined(separator: ", "))")
        case .knownMembers(let names): Remedy.words(names.map { Phrase($0, $0) }).phrase
        case .tryAgainIn(let seconds): Phrase("请在 \(seconds) 秒后再试", "Try again in \(seconds) seconds")
        case .setPattern: Phrase("请先设置编号规则", "Set a numbering pattern first")
        }
    }
}
