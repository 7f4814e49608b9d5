import Records

/// The sentences, in the order of the cases. Where it was found and the facts stand beside them in the finding.
extension StorageFinding {
    var folderPhrase: Phrase? {
        switch self {
        case .foreignName: Phrase("对象里有不属于它的文件或文件夹", "The object holds a file or folder that does not belong to it")
        case .objectDeclarationMissing: Phrase("对象缺少声明文件，或声明不止一个", "The object has no declaration, or more than one")
        case .objectDeclarationPattern: Phrase("声明文件的名称不是“0=”加内容", "The name of the object's declaration is not 0= and its text")
        case .objectDeclarationTag: Phrase("声明文件的名称不以 0= 开头", "The name of the object's declaration does not begin with 0=")
        case .objectDeclarationUnknown: Phrase("对象的声明不是已知的 OCFL 版本", "The object's declaration names no known version of OCFL")
        case .objectDeclarationDiffers: Phrase("声明文件的内容与其文件名不符", "The declaration's text is not what its name says")
        case .versionsMissing: Phrase("对象没有任何版本", "The object has no version")
        case .firstVersionMissing: Phrase("对象缺少第一版", "The object has no first version")
        case .versionSkipped: Phrase("版本号不连续，或版本缺少文件夹", "A version number is skipped, or a version has no folder")
        case .paddingWithoutZero:
            Phrase("补零的版本号里有不以零开头的", "Version numbers are padded with zeros, and one does not begin with one")
        case .paddingMixed:
            Phrase("版本号有的补零，有的不补，或位数不同", "Some version numbers are padded with zeros and some are not, or to another length")
        case .paddingChanged: Phrase("新版本没有沿用原有的版本号写法", "A version does not follow the way the versions before it are numbered")
        case .versionNameOther: Phrase("内容路径没有用版本文件夹本来的名称", "A content path does not begin with the version's own name")
        case .fileOutsideContent: Phrase("版本文件夹里有内容文件夹以外的文件", "A version's folder holds a file outside its content folder")
        case .contentFolderMissing: Phrase("版本有内容，却没有内容文件夹", "A version has content and no content folder")
        case .contentFolderNested: Phrase("内容文件夹的名称含有斜杠", "The content folder's name contains a slash")
        case .contentFolderDots: Phrase("内容文件夹的名称是点", "The content folder's name is a dot or two")
        case .contentFolderUnset:
            Phrase("第一版没有写明内容文件夹的这个名称", "The first version does not set the content folder's name")
        case .contentFolderChanged: Phrase("各版本的内容文件夹名称不一致", "The content folder's name differs between versions")
        case .contentUnlisted: Phrase("目录清单没有记载此文件", "The inventory does not list the file")
        case .emptyFolder: Phrase("文件夹是空的", "The folder is empty")
        case .versionFolderUnexpected: Phrase("版本文件夹与目录清单所列的版本不符", "The version folders are not those of the inventory")
        case .fileAmongExtensions: Phrase("extensions 里有文件", "The extensions folder holds a file")
        case .specialFile: Phrase("这不是普通文件，也不是文件夹", "This is neither a plain file nor a folder")
        case .linkInObject: Phrase("这是链接", "This is a link")
        default: nil
        }
    }

    var inventoryPhrase: Phrase? {
        switch self {
        case .digestAlgorithmRefused: Phrase("摘要算法不是 sha512 或 sha256", "The digest algorithm is not sha512 or sha256")
        case .sha1Malformed: Phrase("sha1 摘要不是十六进制的写法", "A sha1 digest is not in hexadecimal digits")
        case .sha256Malformed: Phrase("sha256 摘要不是十六进制的写法", "A sha256 digest is not in hexadecimal digits")
        case .sha512Malformed: Phrase("sha512 摘要不是十六进制的写法", "A sha512 digest is not in hexadecimal digits")
        case .blakeMalformed: Phrase("blake2b-512 摘要不是十六进制的写法", "A blake2b-512 digest is not in hexadecimal digits")
        case .inventoryUnreadable: Phrase("目录清单不是规定结构的 JSON", "The inventory is not JSON of the structure that it must have")
        case .contentPathSeparator: Phrase("内容路径不用斜杠分隔", "A content path is not separated by slashes")
        case .inventoryKeyMissing: Phrase("目录清单缺少必需的项", "The inventory lacks a key that it must have")
        case .identifierDiffers:
            Phrase("对象的标识为空、前后不一致，或与另一对象相同", "The object's identifier is empty, not the same throughout, or another object's")
        case .typeDiffers: Phrase("目录清单的类型与声明不符", "The inventory's type is not that of the declaration")
        case .digestOfOther: Phrase("manifest 里的摘要不是所写的算法的", "A digest of the manifest is not one of the inventory's algorithm")
        case .headDiffers: Phrase("当前版本不是最后一版", "The head is not the last version")
        case .inventoryBlockMissing: Phrase("目录清单缺少 manifest", "The inventory lacks its manifest")
        case .contentPathOutside: Phrase("内容路径不在任何版本的内容文件夹里", "A content path lies in no version's content folder")
        case .versionsBlockMissing: Phrase("目录清单缺少 versions", "The inventory lacks its versions")
        case .versionsUnusable: Phrase("versions 不是 JSON 对象", "The versions block is not a JSON object")
        case .versionUnusable: Phrase("某个版本不是 JSON 对象", "A version is not a JSON object")
        case .versionKeyMissing: Phrase("某个版本缺少必需的项", "A version lacks a key that it must have")
        case .timeUnusable: Phrase("版本时间不是带时区、精确到秒的时间", "A version's time is not one with seconds and a time zone")
        case .stateUnusable:
            Phrase("版本的内容状态引用了 manifest 里没有的摘要，或结构不对", "A version's state is malformed or names a digest that the manifest lacks")
        case .versionNameUnusable: Phrase("版本的名称不以 v 开头", "A version's name does not begin with v")
        case .versionNumberUnusable: Phrase("版本号不是正整数", "A version's number is no whole number from 1 on")
        case .manifestUnusable: Phrase("manifest 不是 JSON 对象", "The manifest is not a JSON object")
        case .contentFolderNoChild: Phrase("内容文件夹的名称不是一个文件夹名", "The content folder's name is not that of a folder")
        case .identifierChanged: Phrase("对象的标识在版本之间变了", "The object's identifier changes between versions")
        case .fixityNoObject: Phrase("fixity 不是 JSON 对象", "The fixity block is not a JSON object")
        default: nil
        }
    }

    var valuePhrase: Phrase? {
        switch self {
        case .logicalPathSlash: Phrase("逻辑路径以斜杠开头或结尾", "A logical path begins or ends with a slash")
        case .logicalPathRefused: Phrase("逻辑路径含有空的、. 或 .. 部分", "A logical path has an empty part, . or ..")
        case .userUnusable: Phrase("版本的操作人写法不对", "A version's user is malformed")
        case .fixityUnusable: Phrase("fixity 的结构不对", "A fixity block is malformed")
        case .fixityAlgorithmUnknown: Phrase("fixity 用了未规定的算法", "The fixity block has an algorithm that is not specified")
        case .messageUnusable: Phrase("版本说明不是文字", "A version's message is not text")
        case .logicalPathsClash: Phrase("同一版本里的逻辑路径重复或互相冲突", "Logical paths of one version are the same or in each other's way")
        case .manifestDigestTwice: Phrase("manifest 里同一摘要出现两次", "The manifest has the same digest twice")
        case .fixityDigestTwice: Phrase("fixity 里同一摘要出现两次", "A fixity block has the same digest twice")
        case .contentPathRefused: Phrase("内容路径含有空的、. 或 .. 部分", "A content path has an empty part, . or ..")
        case .contentPathSlash: Phrase("内容路径以斜杠开头或结尾", "A content path begins or ends with a slash")
        case .contentPathsClash: Phrase("内容路径重复或互相冲突", "Content paths are the same or in each other's way")
        case .inventoryKeyUnknown: Phrase("目录清单有未规定的项", "The inventory has a key that is not specified")
        case .specificationOlder: Phrase("后来的版本按更旧的 OCFL 版本写成", "A later version follows an older version of OCFL")
        case .contentUnused: Phrase("manifest 里有任何版本都不用的内容", "The manifest lists content that no version uses")
        default: nil
        }
    }

    var comparedPhrase: Phrase? {
        switch self {
        case .inventorySidecarMissing: Phrase("目录清单缺少摘要文件", "The inventory has no sidecar with its digest")
        case .sidecarOfOther: Phrase("摘要文件不是目录清单所写的算法的", "The sidecar is of another algorithm than the inventory's")
        case .inventoryDigestDiffers: Phrase("目录清单与其摘要不符", "The inventory differs from its digest")
        case .inventorySidecarUnreadable: Phrase("目录清单的摘要文件写法不对", "The inventory's sidecar is malformed")
        case .inventoryMissing: Phrase("对象缺少目录清单", "The object has no inventory")
        case .versionInventoryDiffers: Phrase("对象的目录清单与最后一版的不同", "The object's inventory is not that of its last version")
        case .historyDiffers: Phrase("某版的目录清单所记的历史与当前的不同", "A version's inventory tells another history than the current one")
        case .contentDiffers: Phrase("文件缺失，或与登记的摘要不符", "The file is missing or does not have its digest")
        case .fixityDiffers: Phrase("文件与登记的附加摘要不符", "The file does not have its further digest")
        default: nil
        }
    }

    var rootPhrase: Phrase? {
        switch self {
        case .rootDeclarationMissing: Phrase("存储根缺少声明文件或声明不对", "The storage root's declaration is missing or wrong")
        case .rootDeclarationsSeveral: Phrase("存储根的声明不止一个", "The storage root has more than one declaration")
        case .rootDeclarationPattern: Phrase("存储根声明的名称不是“0=”加内容", "The name of the root's declaration is not 0= and its text")
        case .rootDeclarationTag: Phrase("存储根声明的名称不以 0= 开头", "The name of the root's declaration does not begin with 0=")
        case .rootDeclarationUnknown: Phrase("存储根的声明不是已知的 OCFL 版本", "The root's declaration names no known version of OCFL")
        case .rootDeclarationDiffers: Phrase("存储根声明的内容与其文件名不符", "The text of the root's declaration is not what its name says")
        case .objectNewerThanRoot: Phrase("对象依照的 OCFL 版本比存储根的新", "The object follows a newer version of OCFL than the root")
        case .objectElsewhere:
            Phrase("对象不在布局所说的位置，或布局的参数不对", "The object is not where the layout puts it, or the layout's parameters are wrong")
        case .rootLayoutUnregistered: Phrase("存储根的布局没有登记", "The storage root's layout is not a registered one")
        case .rootExtensionsUnlike:
            Phrase("存储根的 extensions 里有文件", "The root's extensions folder holds a file, against the rules for objects")
        case .fileAmongRootExtensions: Phrase("存储根的 extensions 里有扩展以外的文件", "The root's extensions folder holds a file")
        case .rootLayoutUnusable: Phrase("存储根的布局说明缺失或不对", "The storage root's layout is missing or wrong")
        case .fileOutsideObjects: Phrase("存储根里有不属于任何对象的文件", "The storage root holds a file that belongs to no object")
        case .emptyFolderInRoot: Phrase("存储根里有空文件夹", "The storage root holds an empty folder")
        default: nil
        }
    }

    var warningPhrase: Phrase? {
        switch self {
        case .paddedVersions: Phrase("版本号补了零", "The version numbers are padded with zeros")
        case .folderBesideContent: Phrase("版本文件夹里有内容文件夹以外的文件夹", "A version's folder holds a folder beside its content folder")
        case .emptyContentFolder: Phrase("内容文件夹是空的", "The content folder is empty")
        case .shorterDigest: Phrase("用的是 sha256 而不是 sha512", "sha256 is used in place of sha512")
        case .identifierNoURI: Phrase("对象的标识不是 URI", "The object's identifier is not a URI")
        case .versionUnexplained: Phrase("版本没有说明或操作人", "A version has no message or no user")
        case .addressMissing: Phrase("操作人没有地址", "A user has no address")
        case .addressNoURI: Phrase("操作人的地址不是 URI", "A user's address is not a URI")
        case .versionInventoryMissing: Phrase("版本没有自己的目录清单", "A version has no inventory of its own")
        case .metadataDiffers: Phrase("同一版本在两份目录清单里的说明不同", "A version is described differently in two inventories")
        case .extensionUnregistered: Phrase("有未登记的扩展", "There is an extension that is not registered")
        case .objectDepthsMixed: Phrase("有的对象直接在存储根里，有的在文件夹里", "Some objects lie in the root itself and some in folders")
        case .rootExtensionUnregistered: Phrase("存储根有未登记的扩展", "The storage root has an extension that is not registered")
        default: nil
        }
    }

    var ownPhrase: Phrase {
        switch self {
        case .objectUnknown: Phrase("日志没有记载此对象", "No event speaks of the object")
        case .objectMissing: Phrase("文件没有对象", "The document has no object")
        case .inventoryNotJournalled: Phrase("目录清单不是最后一个事件所记的那份", "The inventory is not the one that the last event names")
        case .rowDiffers:
            Phrase("目录库的这一行不是日志和 derived 所说的", "The row of the catalogue is not what the journal and derived say")
        case .rowMissing: Phrase("目录库缺少这一行", "The catalogue lacks the row")
        case .rowUnexpected: Phrase("目录库里的这一行没有任何事件依据", "No event accounts for the row of the catalogue")
        case .catalogueUnreadable: Phrase("目录库读不出来", "The catalogue cannot be read")
        case .journalUnreadable: Phrase("日志已损坏，无法核对目录库", "The journal is damaged, so that the catalogue cannot be held against it")
        case .eventContradicts:
            Phrase("事件所说的原先状态与它以前的事件不符", "What the event says was before it is not what the events before it say")
        case .derivedForged:
            Phrase("这份文字已损坏，或不是从这份内容读出的", "The text is damaged, or was not read from this content")
        case .derivedUnknown: Phrase("没有任何归档的内容与这份文字对应", "Nothing that was filed belongs to the text")
        case .objectForeign: Phrase("对象不是本程序写成的样子", "The object is not as this program writes it")
        case .objectMisplaced: Phrase("文件夹的位置或名称不属于任何文件", "The folder's place or name is that of no document")
        default: Phrase("读不出来", "It cannot be read")
        }
    }
}
