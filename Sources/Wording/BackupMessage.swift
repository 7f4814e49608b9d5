public import Records

/// What is said about backups and what is made of them.
public enum BackupMessage: Message, Hashable {
    // Where a backup, or an archive made of one, cannot be.
    case ownFolder(String)
    case notEmpty(String)
    case ofAnother(String, archive: String)
    case underWay(String)
    case forked(String, events: Int)
    case isBackup(String)
    case withinBackup(String)

    // What is wrong with one.
    case missing(String)
    case newer(String, format: Int)
    case unreadable(String)
    case otherRoot(Int)
    case otherIdentity
    case notSigned
    case linesBehind(Int)
    case damaged(String, first: Phrase, count: Int)
    case operatorAlone
    case keyUnfit(String)

    // What can be done.
    case otherFolder
    case keepAndChoose
    case checkpointForeign
    case otherBackup
    case restoreIt
    case asOperator

    public var phrase: Phrase { (placePhrase ?? refusalPhrase)?.citing("R-56") ?? findingPhrase ?? remedy }

    private var placePhrase: Phrase? {
        switch self {
        case .ownFolder(let path):
            Phrase(
                "\(path) 与档案库或其密钥目录重叠，不能放备份", "\(path) is, holds or lies in the archive or its folder of secrets, so no backup can be there"
            )
        case .notEmpty(let path): Phrase("\(path) 里有别的东西", "\(path) holds other things")
        case .ofAnother(let path, let archive):
            Phrase("\(path) 里是另一个档案库（\(archive)）的备份", "\(path) holds the backup of another archive, \(archive)")
        case .underWay(let path): Phrase("正在往 \(path) 备份", "A backup to \(path) is under way")
        case .forked(let path, let events):
            Phrase(
                "\(path) 里的备份有 \(events) 个事件，与本档案库的日志不符：两者已分岔，或档案库的日志被截断、改写",
                "The backup in \(path) has \(events) events that this archive's journal does not begin with: they have parted, or the journal was cut or rewritten"
            )
        case .isBackup(let path): Phrase("\(path) 是备份，不是档案库", "\(path) is a backup, not an archive")
        case .withinBackup(let path): Phrase("\(path) 与备份重叠", "\(path) is, holds or lies in the backup")
        default: nil
        }
    }

    private var refusalPhrase: Phrase? {
        switch self {
        case .missing(let path): Phrase("\(path) 里没有完成的备份", "There is no finished backup in \(path)")
        case .newer(let path, let format):
            Phrase("\(path) 的格式是 \(format)，由更新的程序写下", "\(path) has format \(format), which a newer program wrote")
        case .checkpointForeign:
            Phrase("这个检查点不是本档案库签署的", "This checkpoint is not one of this archive, signed by its key")
        case .damaged(let path, let first, let count):
            Phrase(
                "备份 \(path) 有 \(count) 处问题，第一处：\(first.chinese)",
                "The backup \(path) has \(count) faults, the first: \(first.english)")
        case .operatorAlone: Phrase("恢复由系统操作者进行，不能用账号", "A restore is the operator's: no account can do it")
        case .keyUnfit(let key): Phrase("“\(key)”不是公钥", "“\(key)” is no public key")
        default: nil
        }
    }

    /// What a check finds.
    private var findingPhrase: Phrase? {
        switch self {
        case .unreadable(let path): Phrase("\(path) 的内容看不懂", "\(path) holds something this program does not write")
        case .otherRoot(let events):
            Phrase(
                "前 \(events) 个事件与记下的根不符：日志被改写",
                "The first \(events) events have another root than the one written down: they were rewritten")
        case .otherIdentity: Phrase("archive.json 与 backup.json 说的不是同一个档案库", "archive.json and backup.json are not of the same archive")
        case .notSigned: Phrase("长度和根没有固定公钥的有效签名", "Size and root are not signed by the pinned key")
        case .linesBehind(let events): Phrase("日志在第 \(events) 个事件之后还有内容", "The journal goes on behind event \(events)")
        default: nil
        }
    }

    private var remedy: Phrase {
        switch self {
        case .otherFolder: Phrase("请选一个空的或还不存在的文件夹", "Choose a folder that is empty or does not exist yet")
        case .keepAndChoose:
            Phrase(
                "请保留那份备份，先检验日志；确认之后备份到新的文件夹",
                "Keep that backup and verify the journal first; then back up to a new folder")
        case .otherBackup: Phrase("请用另一份备份，或检查所给的文件夹", "Use another backup, or check which folder was named")
        case .restoreIt: Phrase("请把它恢复成档案库", "Make an archive of it by a restore")
        default: Phrase("请不要指明账号，由系统操作者进行", "Name no account: whoever owns the files does it")
        }
    }
}
