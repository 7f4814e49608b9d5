public import Records

/// What in an inventory, read by itself, is wrong.
public enum InventoryDetail: Sendable, Hashable {
    /// A part of an inventory that ought to be there or to have a certain form.
    public enum Part: Sendable, Hashable {
        case whole
        /// A member of the inventory, by its key, or a version, by its name.
        case member(String)
        case contentPath
        case state(of: String)
        case time(of: String)
        case message(of: String)
        case user(of: String)
        case address(of: String)

        fileprivate var phrase: Phrase {
            switch self {
            case .whole: Phrase("目录清单", "the inventory")
            case .member(let key): Phrase(key, key)
            case .contentPath: Phrase("内容路径", "a content path")
            case .state(let version): Phrase("\(version) 的 state", "\(version)'s state")
            case .time(let version): Phrase("\(version) 的时间", "\(version)'s time")
            case .message(let version): Phrase("\(version) 的说明", "\(version)'s message")
            case .user(let version): Phrase("\(version) 的用户", "\(version)'s user")
            case .address(let version): Phrase("\(version) 的用户地址", "\(version)'s address")
            }
        }

        /// A version and what it has not.
        fileprivate var lack: Phrase {
            switch self {
            case .state(let version): Phrase("\(version) 没有 state", "\(version) has no state")
            case .time(let version): Phrase("\(version) 没有时间", "\(version) has no time")
            case .message(let version): Phrase("\(version) 没有说明", "\(version) has no message")
            case .user(let version): Phrase("\(version) 没有用户", "\(version) has no user")
            default: Phrase("没有\(phrase.chinese)", "found no \(phrase.english)")
            }
        }
    }

    case noObject(Part), noText(Part), lacks(Part)
    case found(String), foundNoText
    case unknownKey(Part, String), keyTwice(Part, String)
    case otherSpecification(String, declared: String)
    case noDigest(String), noFixityDigest(String, algorithm: String)
    case pathTwice(String), pathInPath(String, String)
    case unlistedPath(String)
    /// A digest of the manifest that has no array of paths.
    case noList(String)
    case noVersions, noVersionName(String), versionTwice(String)
    case badTime(String, version: String), noTextForTime(version: String)
    case unlistedDigest(String, version: String), noPaths(String, version: String)
    case firstIs(String), versionFollows(String, String), bothNames(String, String), nameAfter(String, String)
    case headNot(String, last: String)
    case headIn(String?, version: String)

    var phrase: Phrase { formPhrase ?? versionPhrase }

    private var formPhrase: Phrase? {
        switch self {
        case .noObject(.whole): Phrase("不是 JSON 对象", "it is no JSON object")
        case .noObject(let part): Phrase("\(part.phrase.chinese) 不是 JSON 对象", "\(part.phrase.english) is no JSON object")
        case .noText(.address(let version)): Phrase("\(version) 的用户地址不是文字", "\(version) has an address that is no text")
        case .noText(let part): Phrase("\(part.phrase.chinese) 不是文字", "\(part.phrase.english) is no text")
        case .lacks(let part): part.lack
        case .found(let text): Phrase("实为 \(text)", "found \(text)")
        case .foundNoText: Phrase("不是文字", "found no text")
        case .unknownKey(let part, let key): Phrase("\(part.phrase.chinese) 里有 \(key)", "\(part.phrase.english) has \(key)")
        case .keyTwice(let part, let key): Phrase("\(part.phrase.chinese) 里有两个 \(key)", "\(part.phrase.english) has \(key) twice")
        case .otherSpecification(let found, let declared):
            Phrase("实为 \(found)，声明为 \(declared)", "found \(found), the declaration says \(declared)")
        case .noDigest(let key): Phrase("manifest 里有 \(key)", "the manifest has \(key)")
        case .noFixityDigest(let key, let algorithm): Phrase("\(algorithm) 里有 \(key)", "\(algorithm) has \(key)")
        case .pathTwice(let path): Phrase("出现两次：\(path)", "twice: \(path)")
        case .pathInPath(let folder, let path): Phrase("\(folder) 是 \(path) 的文件夹", "\(folder) is a folder of \(path)")
        case .noList(let digest): Phrase("\(digest) 不是路径数组", "\(digest) has no array of paths")
        case .unlistedPath(let path): Phrase("manifest 没有列出 \(path)", "the manifest does not list \(path)")
        default: nil
        }
    }

    private var versionPhrase: Phrase {
        switch self {
        case .noVersions: Phrase("versions 是空的", "versions is empty")
        case .noVersionName(let name): Phrase("目录清单里有版本 \(name)", "the inventory has a version \(name)")
        case .versionTwice(let name): Phrase("有两个 \(name)", "\(name) is there twice")
        case .badTime(let time, let version): Phrase("\(version) 的时间为 \(time)", "\(version) has \(time)")
        case .noTextForTime(let version): Phrase("\(version) 的时间不是文字", "\(version) has no text")
        case .unlistedDigest(let digest, let version):
            Phrase("\(version) 提到 \(digest)，manifest 里没有", "\(version) names \(digest), which the manifest lacks")
        case .noPaths(let digest, let version): Phrase("\(version) 的 \(digest) 没有路径列表", "\(version) has no list of paths for \(digest)")
        case .firstIs(let name): Phrase("第一个是 \(name)", "the first is \(name)")
        case .versionFollows(let name, let former): Phrase("\(former) 之后是 \(name)", "\(name) follows \(former)")
        case .bothNames(let one, let other): Phrase("\(one) 和 \(other)", "\(one) and \(other)")
        case .nameAfter(let name, let first): Phrase("\(name) 在 \(first) 之后", "\(name) after \(first)")
        case .headNot(let head, let last): Phrase("实为 \(head)，最后的版本是 \(last)", "found \(head), the last version is \(last)")
        case .headIn(let head, let version): Phrase("\(version) 中为 \(head ?? "空")", "found \(head ?? "none") in \(version)")
        default: Phrase("", "")
        }
    }
}

/// Why an inventory is not one that this program has written.
public enum InventoryFault: Sendable, Hashable {
    case form, notOurs, manifest, head, fixity, unlistedDigest, path, versions, sidecar

    public var phrase: Phrase {
        switch self {
        case .form: Phrase("缺少应有的项，或类型不对", "a member is missing or has the wrong type")
        case .notOurs: Phrase("标识、类型或摘要算法不是本程序的", "id, type or digest algorithm is not ours")
        case .manifest: Phrase("manifest 里有不可能的摘要或路径", "the manifest names a digest or path that cannot be")
        case .head: Phrase("head 不是最后的版本", "head is not the last version")
        case .fixity: Phrase("fixity 里有不是 sha256 的摘要", "fixity names no sha256 digest")
        case .unlistedDigest:
            Phrase("某个版本的 state 提到 manifest 没有的摘要", "a version's state names a digest that the manifest lacks")
        case .path: Phrase("有不可能的逻辑路径", "a logical path cannot be")
        case .versions: Phrase("版本不是 v1、v2、v3 ……", "versions are not v1, v2, v3 …")
        case .sidecar: Phrase("inventory.json 与其摘要文件不符", "inventory.json differs from its sidecar")
        }
    }
}
