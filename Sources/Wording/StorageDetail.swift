public import Records
public import SystemPackage

/// The facts of a ``StorageFinding``: what is there, and what should be.
public enum StorageDetail: Message, Hashable {
    /// Names, digests and numbers, which are the same in every language.
    case value(String)
    /// What the system answered to a call.
    case failed(String, Errno)

    // Files and folders
    case file, folder
    case foundFile, foundFolder
    case noFolder, nothing, neither
    case noFileInIt
    case link, sameFile(String)
    case namelessBytes
    /// An object in the root, and one that is deeper.
    case beside(String)
    case belongsAt(String)
    /// Nil where nothing is there.
    case found(String?)
    case otherText
    case otherBytes(Int)
    case words(Int)
    case noPairOfDigits
    case foreignExtension
    case unexpectedVersion
    case noObject, untold
    case notJournalled(expected: String, found: String?)

    // Digests
    case fileMissing(algorithm: String, digest: String)
    case digestDiffers(algorithm: String, found: String, place: String, expected: String)
    case sidecarDiffers(found: String, expected: String)

    // An inventory by itself
    case unreadable(at: Int)
    case foreign(InventoryFault)
    case inventory(InventoryDetail)

    // One inventory against another
    case notOfObject
    case nowOther(String, now: String)
    case versionLacking(String)
    case otherFiles(String)
    case otherDescription(String)
    case unlisted(String)
    case follows(String, after: String, of: String)

    // The catalogue against the journal
    case moreRows(Int)
    /// Why nothing could be compared.
    case because(Phrase)

    public var phrase: Phrase { filePhrase ?? digestPhrase ?? comparedPhrase }

    private var filePhrase: Phrase? {
        switch self {
        case .value(let text): Phrase(text, text)
        case .failed(let call, let reason): Phrase("\(call)：\(reason.phrase.chinese)", "\(call): \(reason.phrase.english)")
        case .file: Phrase("是文件", "a file")
        case .folder: Phrase("是文件夹", "a folder")
        case .noFileInIt: Phrase("里面没有文件", "found no file in it")
        case .link: Phrase("是链接", "a link")
        case .sameFile(let other): Phrase("与 \(other) 是同一个文件", "the same file as \(other)")
        case .namelessBytes: Phrase("名称不是 UTF-8，目录清单写不出来", "its name is not UTF-8, which no inventory can list")
        case .beside(let other): Phrase("另有 \(other)", "beside \(other)")
        case .belongsAt(let place): Phrase("应在 \(place)", "it belongs at \(place)")
        case .foundFile: Phrase("这里有文件", "found a file")
        case .foundFolder: Phrase("这里有文件夹", "found a folder")
        case .noFolder: Phrase("没有文件夹", "found no folder")
        case .nothing: Phrase("里面是空的", "found nothing in it")
        case .neither: Phrase("既不是文件也不是文件夹", "neither file nor folder")
        case .found(let text): Phrase(text.map { "实为 \($0)" } ?? "没有", "found \(text ?? "none")")
        case .otherText: Phrase("内容不同", "found another text")
        case .otherBytes(let count): Phrase("是另外 \(count) 个字节", "found \(count) other bytes")
        case .words(let count): Phrase("有 \(count) 个词", "found \(count) words")
        case .noPairOfDigits: Phrase("不是两位十六进制数字", "found no pair of digits")
        case .foreignExtension: Phrase("不是本程序使用的扩展", "no extension that this program uses")
        case .unexpectedVersion: Phrase("目录清单里没有这个版本", "the inventory has no such version")
        case .noObject: Phrase("文件没有对象", "The document has no object")
        case .untold: Phrase("没有事件提到此对象", "No event speaks of the object")
        default: nil
        }
    }

    private var digestPhrase: Phrase? {
        switch self {
        case .notJournalled(let expected, let found):
            Phrase(
                "最后一个事件所记的是 \(expected)，实为 \(found ?? "空")", "The last event names inventory \(expected), found \(found ?? "none")")
        case .fileMissing(let algorithm, let digest):
            Phrase("没有文件；其 \(algorithm) 应为 \(digest)", "found no file; it should have \(algorithm) \(digest)")
        case .digestDiffers(let algorithm, let found, let place, let expected):
            Phrase("\(algorithm) 为 \(found)，\(place) 所记为 \(expected)", "has \(algorithm) \(found), \(place) says \(expected)")
        case .sidecarDiffers(let found, let expected):
            Phrase("实为 \(found)，摘要文件所记为 \(expected)", "has \(found), the sidecar says \(expected)")
        case .unreadable(let offset): Phrase("在第 \(offset) 字节处", "at byte \(offset)")
        case .foreign(let fault): fault.phrase
        case .inventory(let detail): detail.phrase
        default: nil
        }
    }

    private var comparedPhrase: Phrase {
        switch self {
        case .notOfObject: Phrase("不是对象的目录清单", "it is not the object's inventory")
        case .nowOther(let own, let now): Phrase("当时为 \(own)，现在为 \(now)", "found \(own), now \(now)")
        case .versionLacking(let version): Phrase("其中有 \(version)，对象里没有", "it has \(version), the object has not")
        case .otherFiles(let version): Phrase("\(version) 的文件不同", "\(version) has other files")
        case .otherDescription(let version): Phrase("\(version) 的说明不同", "\(version) is described differently")
        case .unlisted(let path): Phrase("没有列出 \(path)", "it does not list \(path)")
        case .follows(let own, let place, let former): Phrase("依照 \(own)，\(place) 依照 \(former)", "it follows \(own), \(place) \(former)")
        case .moreRows(let count): Phrase("另有 \(count) 行", "+ \(count)")
        case .because(let reason): reason
        default: Phrase("", "")
        }
    }
}

extension StorageDetail: Codable {
    /// Programs are told in English, whoever asks.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(phrase.english)
    }

    /// What was told once is only a text.
    public init(from decoder: any Decoder) throws { self = .value(try decoder.singleValueContainer().decode(String.self)) }
}
