public import Records

/// What a check of a bag says (BagIt, RFC 8493).
public enum BagMessage: Message, Hashable {
    case missing(String)
    case unreadable(String, Phrase)
    case workerFailed(String)
    case valid(version: String, files: Int, algorithms: [String], warnings: Int)
    case invalid(errors: Int, warnings: Int)

    public var phrase: Phrase {
        switch self {
        case .missing(let path): Phrase("没有 \(path)", "There is no \(path)")
        case .unreadable(let path, let reason): Phrase("\(path) 读不了：\(reason.chinese)", "\(path) cannot be read: \(reason.english)")
        case .workerFailed(let path): Phrase("\(path) 没有读完：读取程序中断了", "\(path) was not read to its end: what reads it broke off")
        case .valid(let version, let files, let algorithms, let warnings):
            Phrase(
                "有效：BagIt \(version)，\(files) 个文件完整无改动（\(algorithms.joined(separator: "、"))）" + (warnings > 0 ? "，\(warnings) 处提醒" : ""),
                "Valid: BagIt \(version), \(files) files are whole and unchanged (\(algorithms.joined(separator: ", ")))"
                    + (warnings > 0 ? ", warnings: \(warnings)" : ""))
        case .invalid(let errors, let warnings):
            Phrase(
                "无效：\(errors) 处错误" + (warnings > 0 ? "，\(warnings) 处提醒" : ""),
                "Invalid: errors: \(errors)" + (warnings > 0 ? ", warnings: \(warnings)" : ""))
        }
    }
}

extension BagFinding.Kind: Code {
    public var phrase: Phrase { error ?? warning }

    private var error: Phrase? {
        switch self {
        case .notABag: Phrase("没有 bagit.txt，不是 BagIt 包", "there is no bagit.txt: it is no bag")
        case .declarationWrong: Phrase("bagit.txt 没有按规定写明版本和编码", "bagit.txt does not say version and encoding as it must")
        case .encodingUnknown: Phrase("不是所声明的编码", "it is not written in the encoding that is declared")
        case .unreadable: Phrase("读不到末尾", "it cannot be read to its end")
        case .archiveWrong:
            Phrase("不是完整的 ZIP 文件，或者目录与内容互相矛盾", "it is no whole ZIP file, or its directory contradicts what is in it")
        case .nameUnreadable: Phrase("名称不是 UTF-8", "the name is not UTF-8")
        case .versionUnknown: Phrase("BagIt 的版本不认识", "the version of BagIt is not known")
        case .encrypted: Phrase("已加密", "it is encrypted")
        case .tooLarge: Phrase("太多或太大", "there is too much of it")
        case .manifestMissing: Phrase("没有清单（manifest-….txt）", "there is no manifest (manifest-….txt)")
        case .algorithmUnknown: Phrase("清单的摘要算法不认识", "the algorithm of the manifest is not known")
        case .lineWrong: Phrase("有一行看不懂", "a line cannot be understood")
        case .pathUnsafe: Phrase("路径越出包外", "the path leads out of the bag")
        case .pathMisplaced: Phrase("路径不在清单该管的地方", "the path is not where the list's files are")
        case .listedTwice: Phrase("在一份清单里列了两次", "it is listed twice in one manifest")
        case .missing: Phrase("清单里有，包里没有", "it is listed, and not there")
        case .notFetched: Phrase("还要从别处取来", "it is still to be fetched from elsewhere")
        case .notListed: Phrase("包里有，清单里没有", "it is there, and not listed")
        case .digestDiffers: Phrase("内容与清单的摘要不符", "its content is not what the manifest says")
        case .oxumDiffers: Phrase("字节数和文件数与 Payload-Oxum 不符", "bytes and files are not what Payload-Oxum says")
        case .notAFile: Phrase("是链接或设备，不是文件", "it is a link or a device, and no file")
        case .twoOfOneName: Phrase("有两个同名文件", "there are two files of one name")
        default: nil
        }
    }

    private var warning: Phrase {
        switch self {
        case .listedAgain: Phrase("重复列出，摘要相同", "it is listed again, with the same digest")
        case .caseDiffers: Phrase("另有只差大小写的名称", "another name differs in case alone")
        case .normalizationDiffers: Phrase("同一名称用了两种 Unicode 写法", "one name is written in two forms of Unicode")
        case .markedBinary: Phrase("路径前有星号，是 md5sum 一类程序写的", "there is an asterisk before the path, as md5sum and its kin write it")
        case .dotSlash: Phrase("路径以 ./ 开头", "the path begins with ./")
        case .systemFileMissing: Phrase("系统自己放的文件没有随包复制", "a file that systems put there by themselves was not copied")
        default: Phrase("", "")
        }
    }
}
