public import Records

/// What is said about keys, tokens and passwords.
public enum CredentialsMessage: Message, Hashable {
    case exposed(String)
    case notPlain(String, isFolder: Bool)
    case homeOfAnother(String, archive: String)
    case damaged(String)
    case noSigningKey(String)
    case keysDiffer(String)
    case passwordRefused
    case tooMany(String, most: Int)
    case closeToOthers
    case chooseHome
    case restoreKey
    case revokeUnused

    public var phrase: Phrase {
        switch self {
        case .exposed(let path):
            Phrase("\(path) 可被其他系统用户读写，密钥不再可信", "Others than its owner can get at \(path), so what is in it is no secret")
        case .notPlain(let path, let isFolder):
            isFolder
                ? Phrase("\(path) 是文件夹，不是文件", "\(path) is a folder, not a file")
                : Phrase("\(path) 不是普通文件（管道、链接、设备或套接字）", "\(path) is not a plain file but a pipe, a link, a device or a socket")
        case .homeOfAnother(let path, let archive):
            Phrase("\(path) 里是另一个档案库（\(archive)）的密钥", "\(path) holds the secrets of another archive, \(archive)")
        case .chooseHome:
            Phrase(
                "请让 MUNIMENT_HOME 指向这个档案库自己的目录，或不设置它", "Let MUNIMENT_HOME name a folder of this archive's own, or leave it unset")
        case .damaged(let path): Phrase("\(path) 的内容看不懂", "\(path) holds something this program does not write")
        case .noSigningKey(let path): Phrase("签名密钥 \(path) 不见了", "The signing key \(path) is gone")
        case .keysDiffer(let path): Phrase("签名密钥与固定的公钥 \(path) 不符", "The signing key does not belong to the public key pinned in \(path)")
        case .passwordRefused: Phrase("密码要有 8 到 1024 字节", "A password has 8 to 1024 bytes")
        case .tooMany(let file, let most):
            Phrase("\(file) 里已有 \(most) 条，不能再多", "\(file) has \(most) entries already, and takes no more")
        case .closeToOthers:
            Phrase("请把权限改为只有所有者可读写（chmod go=），并更换其中的密钥", "Take the rights of others away (chmod go=) and replace the secrets in it")
        case .revokeUnused: Phrase("请收回没有人再用的令牌", "Take back the tokens that nobody uses any more")
        case .restoreKey: Phrase("请从备份恢复密钥目录", "Restore the folder of secrets from a backup")
        }
    }
}
