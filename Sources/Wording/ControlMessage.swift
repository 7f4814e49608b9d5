public import Records

/// What is said about the control register, which tells a restore what a backup cannot know.
public enum ControlMessage: Message, Hashable {
    case damaged(String, line: Int)
    case unsigned(String, line: Int)
    case foreign(String, archive: String)
    case signingFailed
    /// It tells of an event that the journal does not have.
    case aheadOfJournal(String, event: Int)
    /// It has fewer lines than a backup saw.
    case shortened(String, lines: Int, seen: Int)
    case insideRoot(String)
    case noFolder(String)
    case taken(String)
    case homeMissing
    case unreachable(String)

    // What can be done.
    case putBack
    case findOwn
    case findLater
    case useRestore
    case chooseOutside
    case makeReachable

    public var phrase: Phrase { problem ?? remedy }

    private var problem: Phrase? {
        switch self {
        case .damaged(let path, let line):
            Phrase("控制登记簿 \(path) 第 \(line) 行被改动或损坏", "Line \(line) of the control register \(path) was changed or is damaged")
        case .unsigned(let path, let line):
            Phrase(
                "控制登记簿 \(path) 第 \(line) 行没有本档案库的有效签名", "Line \(line) of the control register \(path) is not signed by this archive's key")
        case .foreign(let path, let archive):
            Phrase("\(path) 是另一个档案库（\(archive)）的控制登记簿", "\(path) is the control register of another archive, \(archive)")
        case .signingFailed: Phrase("控制登记簿签名失败", "Signing the control register failed")
        case .aheadOfJournal(let path, let event):
            Phrase(
                "控制登记簿 \(path) 记有事件 \(event)，日志里却没有：放回了旧的状态",
                "The control register \(path) tells of event \(event), which the journal does not have: an older state was put back")
        case .shortened(let path, let lines, let seen):
            Phrase(
                "控制登记簿 \(path) 只有 \(lines) 行，备份时已有 \(seen) 行，或内容已不同",
                "The control register \(path) has \(lines) lines; the backup saw \(seen) of them, or others")
        case .insideRoot(let path):
            Phrase("\(path) 在档案库之内；控制登记簿要放在外面", "\(path) lies within the archive; the control register must lie outside")
        case .noFolder(let path): Phrase("没有文件夹 \(path)", "There is no folder \(path)")
        case .taken(let path): Phrase("\(path) 已有东西在", "Something is at \(path) already")
        case .unreachable(let path):
            Phrase(
                "控制登记簿 \(path) 够不着：文件夹不在，或磁盘没有挂上",
                "The control register \(path) cannot be reached: its folder is gone, or its disk is not mounted")
        case .homeMissing: Phrase("没有密钥目录，不能签署", "There is no folder of secrets to sign with")
        default: nil
        }
    }

    private var remedy: Phrase {
        switch self {
        case .putBack:
            Phrase(
                "请放回控制登记簿未被改动的副本；若确实没有，把它移走：档案库会由日志重新建立一份",
                "Put an unchanged copy of the register back; where there is none, move it away: the archive makes another from its journal")
        case .findLater:
            Phrase(
                "请找回备份之后、未被改动的控制登记簿；没有它也能恢复（把登记簿移走），但恢复出的档案库会标为未核对，不得销毁（R-56）",
                "Find the register as it was after the backup, unchanged. A restore without it (move it away) is possible, but the archive is unchecked then, and nothing may be disposed of (R-56)"
            )
        case .findOwn:
            Phrase("请找回这个档案库自己的控制登记簿", "Find the control register of this very archive")
        case .useRestore:
            Phrase("旧的状态要由备份恢复，不能直接拷贝回来", "Bring an older state back by a restore, not by copying")
        case .makeReachable:
            Phrase(
                "请挂上磁盘或建好文件夹再试；没有登记簿时档案库会由日志重建一份",
                "Mount the disk or make the folder, and try again; where the file is gone the archive makes another from its journal")
        default:
            Phrase("请选档案库之外一个已有的文件夹里的新文件", "Choose a new file in a folder that is there, outside the archive")
        }
    }
}
