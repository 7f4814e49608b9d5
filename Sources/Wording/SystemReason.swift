public import Records
public import SystemPackage

extension Errno {
    /// Why the operating system refused, for people. English as the system says it.
    public var phrase: Phrase { Phrase(chinese ?? "系统错误 \(rawValue)", "\(self)") }

    private var chinese: String? { pathReason ?? deviceReason }

    private var pathReason: String? {
        switch self {
        case .noSuchFileOrDirectory: "没有这个文件或文件夹"
        case .permissionDenied, .notPermitted: "没有权限"
        case .fileExists: "已经存在"
        case .notDirectory: "不是文件夹"
        case .isDirectory: "是文件夹"
        case .directoryNotEmpty: "文件夹不是空的"
        case .fileNameTooLong: "名称太长"
        case .tooManySymbolicLinkLevels: "符号链接成环"
        case .improperLink: "不在同一个文件系统上"
        case .tooManyLinks: "硬链接太多"
        case .invalidArgument: "参数无效"
        default: nil
        }
    }

    private var deviceReason: String? {
        switch self {
        case .ioError: "读写出错"
        case .noSpace: "磁盘已满"
        case .diskQuotaExceeded: "磁盘配额用尽"
        case .readOnlyFileSystem: "磁盘只读"
        case .fileTooLarge: "文件太大"
        case .noMemory: "内存不足"
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem: "打开的文件太多"
        case .resourceBusy: "正被占用"
        case .resourceTemporarilyUnavailable: "暂时不可用"
        case .noLocks: "没有可用的文件锁"
        case .brokenPipe: "管道已关闭"
        case .interrupted: "被中断"
        case .badFileDescriptor: "文件已关闭"
        case .noSuchAddressOrDevice, .operationNotSupportedByDevice: "没有这个设备"
        case .staleNFSFileHandle: "文件所在的文件系统已不在"
        default: nil
        }
    }
}
