public import Records
public import SystemPackage

/// What the archive says when it refuses or cannot go on, and what can be done then.
public enum ArchiveMessage: Message, Hashable {
    case inputMissing(String)
    case inputUnreadable(String, reason: Errno)
    case inputIsFolder(String)
    case inputNotAFile(String)
    case inputEmpty(String)
    case inputVanished(String)
    case linkLoop(String)
    case linkNotFollowed(String)
    /// A file of the archive itself under another name.
    case ownFile(String)
    case noFiles
    case nameNotText(String)
    case nameRefused(String, NameProblem)
    case sameName(String)
    case valueMissing(field: String)
    case valueRefused(field: String, value: String)
    case wordUnknown(String)
    case keyInVain
    /// In the words of the library that reads arguments.
    case commandMisused(String)
    case typeUnknown(String, known: [Phrase])
    case dateUnknown(field: String, value: String)
    case amountUnknown(String)
    case fieldNameRefused(String)
    case textTooLong(field: String, limit: Int)
    case clearAndSet(String)
    case hiddenFromOneself
    case clearRefused(String)
    case noSuchField(String)
    case memberUnknown(String)
    case memberRefused(String, in: String)
    case memberTwice(String, in: String)
    case eventTypeUnknown(String)
    case contentRefused(String, Content)
    case bodyTooLarge(limit: Int64)
    case duplicateBytes(Int)
    case duplicateNumber(String)
    case duplicateHidden
    case numberTaken(String)
    case numberNotOurs(String, pattern: String)
    case noNumbering(String)
    case patternRefused(String)
    case keyReused(String)
    case keyRefused
    case versionStale(expected: Int, current: Int)
    case changedMeanwhile(current: Int)
    case nothingToChange
    case withdrawnAlready(String)
    case notWithdrawn(String)
    case withdrawn(String)
    case documentUnknown(String)
    case versionUnknown(String, Int)
    case fileUnknown(String, name: String)
    case accountUnknown(String)
    case accountExists(String)
    case nameReserved(String)
    case tokenUnknown(String)
    /// It is to be one of things whose identifiers begin with this letter.
    case identifierRefused(String, kind: Character)
    case notAllowed(Phrase)
    case eventTooLarge(limit: Int)
    case signInNeeded
    case tooManyTries
    case tokenOfAnother(String)
    case passwordMissing(String)
    case passwordsDiffer
    case archiveMissing(String)
    case archiveExists(String)
    case folderNotEmpty(String)
    case folderIsFile(String)
    case noSpace(String)
    case noInodes(String)
    case readOnly(String)
    /// At a file or folder, or in a call on one.
    case diskFailed(String, Errno?)
    /// The folder or a segment, by its name.
    case journalGone(String)
    case tooManyOpen(String)
    case clockBehind(now: String, last: String)
    case clockNotBehind
    case outcomeUnknown
    case newerProgramNeeded(String)
    case placeUnfit(UnfitPlace)
    case identifierTaken
    case digestDiffers(String, name: String)
    case objectDamaged(String, InventoryFault? = nil)
    case catalogueDamaged(CatalogueProblem)
    case zoneUnknown(String)
    case homeUnknown
    case credentialsUnusable(String)
    case outputExists(String)
    case outputFailed(String, reason: Errno)
    case ownerOnly(String)
    case internalFault(String)
    case remedy(Remedy)

    /// What is wrong with a file's name.
    public enum NameProblem: Sendable, Hashable {
        case empty, dots, slash, tooLong(Int), unseemly(String)

        var phrase: Phrase {
            switch self {
            case .empty: Phrase("名称为空", "it is empty")
            case .dots: Phrase("“.” 和 “..” 不是文件名", "`.` and `..` are no names")
            case .slash: Phrase("含有 “/”", "it has a `/`")
            case .tooLong(let bytes): Phrase("有 \(bytes) 字节，最多 255 字节", "it has \(bytes) bytes, 255 are the most")
            case .unseemly(let symbol): Phrase("含有控制字符或改变书写方向的字符 \(symbol)", "it has the control or direction character \(symbol)")
            }
        }
    }

    /// What the content of a file was to be.
    public enum Content: Sendable, Hashable {
        case proof, checkpoint

        var phrase: Phrase {
            switch self {
            case .proof: Phrase("证明", "proof")
            case .checkpoint: Phrase("检查点", "checkpoint")
            }
        }
    }

    /// What a folder lacks that an archive needs.
    public enum UnfitPlace: Sendable, Hashable {
        case network(String), severalDevices, noHardLinks, noExchange, noLocks, notOwner

        var phrase: Phrase {
            switch self {
            case .network(let name): Phrase("\(name) 是网络或用户态文件系统", "\(name) is a network or user-space file system")
            case .severalDevices: Phrase("里面的文件夹不在同一个文件系统上", "its folders are not on one file system")
            case .noHardLinks: Phrase("文件系统没有硬链接", "the file system has no hard links")
            case .noExchange: Phrase("文件系统不能对调两个名称", "the file system cannot exchange two names")
            case .noLocks: Phrase("文件系统没有文件锁", "the file system has no file locks")
            case .notOwner: Phrase("属于另一个系统用户", "it belongs to another system user")
            }
        }
    }

    /// Why the catalogue cannot be used.
    public enum CatalogueProblem: Sendable, Hashable {
        case gone, unreadable, outdated, behind, contradicts

        var phrase: Phrase {
            switch self {
            case .gone: Phrase("不见了", "it is gone")
            case .unreadable: Phrase("读不出来", "it cannot be read")
            case .outdated: Phrase("由旧版程序建立", "an older program made it")
            case .behind: Phrase("与日志的进度不符", "it does not stand where the journal does")
            case .contradicts: Phrase("与日志不符", "it contradicts the journal")
            }
        }
    }

    public var usualRemedy: (any Message)? {
        switch self {
        case .valueMissing: Remedy.addIt
        case .textTooLong: Remedy.shorten
        case .valueRefused, .memberRefused, .memberTwice, .fieldNameRefused: Remedy.correctMember
        case .memberUnknown: Remedy.leaveOut
        case .nameReserved: Remedy.otherName
        case .clearRefused: Remedy.setInstead
        case .noSuchField: Remedy.readAgain
        case .withdrawn: Remedy.reinstateFirst
        case .nothingToChange: Remedy.readAgain
        default: nil
        }
    }

    public var phrase: Phrase {
        inputPhrase ?? valuePhrase ?? numberPhrase ?? recordPhrase ?? archivePhrase
    }
}
