import Records

extension ArchiveMessage {
    var inputPhrase: Phrase? {
        switch self {
        case .inputMissing(let path): Phrase("没有这个文件：\(path)", "There is no such file: \(path)")
        case .inputUnreadable(let path, let reason):
            Phrase("读不了文件 \(path)：\(reason.phrase.chinese)", "The file \(path) cannot be read: \(reason.phrase.english)")
        case .inputIsFolder(let path): Phrase("\(path) 是文件夹，不是文件", "\(path) is a folder, not a file")
        case .inputNotAFile(let path): Phrase("\(path) 不是普通文件（管道、设备或套接字）", "\(path) is not a plain file but a pipe, a device or a socket")
        case .inputEmpty(let name): Phrase("文件 \(name) 是空的", "The file \(name) is empty")
        case .inputVanished(let path): Phrase("文件 \(path) 在读取时变了或不见了", "The file \(path) changed or vanished while it was read")
        case .linkLoop(let path): Phrase("\(path) 的符号链接成环", "\(path) is a loop of symbolic links")
        case .linkNotFollowed(let path):
            Phrase("\(path) 是符号链接或经过符号链接，不跟随", "\(path) is a symbolic link or lies behind one; links found in a folder are not followed")
        case .ownFile(let path):
            Phrase(
                "\(path) 是本档案库自己的文件（硬链接），不能归档", "\(path) is a file of the archive itself under another name (a hard link) and is not filed")
        case .noFiles: Phrase("没有给出要归档的文件", "No file to be filed was given")
        case .nameNotText(let name): Phrase("文件名 \(name) 既不是 UTF-8 也不是 GB18030", "The file name \(name) is neither UTF-8 nor GB18030")
        case .nameRefused(let name, let problem):
            Phrase("文件名不能用：\(name)（\(problem.phrase.chinese)）", "The file name \(name) cannot be taken: \(problem.phrase.english)")
        case .sameName(let name): Phrase("同一版本里有两个文件都叫 \(name)", "Two files of one version are called \(name)")
        case .outputExists(let path): Phrase("文件 \(path) 已经存在，没有覆盖", "The file \(path) exists; nothing was overwritten")
        case .outputFailed(let path, let reason):
            Phrase("写不了 \(path)：\(reason.phrase.chinese)", "\(path) cannot be written: \(reason.phrase.english)")
        default: nil
        }
    }

    /// Where a member stands: a file, or a request.
    private static func place(_ place: String) -> String { place == "request" ? "请求" : place + " " }

    /// How people call a field of the metadata or a fact; further fields have the name that their type gives them.
    static func name(_ field: String) -> Phrase {
        MetadataField(rawValue: field)?.phrase ?? StandardFact(rawValue: field)?.phrase ?? others[field] ?? Phrase("“\(field)”", field)
    }

    /// What requests say besides metadata and facts.
    private static let others = [
        "name": Phrase("名称", "name"), "on": Phrase("日期", "day"), "reason": Phrase("原因", "reason"), "authority": Phrase("批准人", "authority"),
        "scope.of": Phrase("要冻结的对象", "what to hold"),
    ]

    var valuePhrase: Phrase? {
        switch self {
        case .valueMissing(let field): Phrase("缺少\(Self.name(field).chinese)", "\(Self.name(field).english) is missing")
        case .commandMisused(let detail): Phrase("命令用法不对：\(detail)", "The command is used wrongly: \(detail)")
        case .keyInVain: Phrase("这个请求不能带 Idempotency-Key", "This request takes no Idempotency-Key")
        case .wordUnknown(let word): Phrase("不认识“\(word)”", "“\(word)” is not known")
        case .valueRefused(let field, let value):
            Phrase(
                "\(Self.name(field).chinese)的值 “\(value)” 看不懂", "The value “\(value)” of \(Self.name(field).english) cannot be understood")
        case .typeUnknown(let type, let known):
            Phrase(
                "没有文件类型 “\(type)”；有：\(known.map(\.chinese).joined(separator: "、"))",
                "There is no document type “\(type)”; there are: \(known.map(\.english).joined(separator: ", "))")
        case .dateUnknown(let field, let value):
            Phrase("\(Self.name(field).chinese) “\(value)” 不是存在的日期", "\(Self.name(field).english) “\(value)” is no date that exists")
        case .amountUnknown(let value): Phrase("金额 “\(value)” 看不懂", "The amount “\(value)” cannot be understood")
        case .fieldNameRefused(let name): Phrase("字段名 “\(name)” 不能用", "The field name “\(name)” cannot be taken")
        case .textTooLong(let field, let limit):
            Phrase(
                "\(Self.name(field).chinese)太长，最多 \(limit) 字节", "\(Self.name(field).english) is too long: \(limit) bytes are the most")
        case .clearAndSet(let field):
            Phrase("\(Self.name(field).chinese)不能同时设置和清空", "\(Self.name(field).english) cannot be set and cleared at once")
        case .hiddenFromOneself:
            Phrase(
                "秘密文件只有经办人和有权的岗位能看见，归入后您自己也看不见了",
                "A 秘密 document is seen by its handler and by those whose post allows it: you would not see it any more yourself")
        case .clearRefused(let field):
            Phrase("\(Self.name(field).chinese)不能清空，只能改成别的", "\(Self.name(field).english) cannot be cleared, only set to something else")
        case .noSuchField(let name): Phrase("没有名为 “\(name)” 的项可以清空", "There is no field “\(name)” to clear")
        case .memberUnknown(let name): Phrase("没有名为 “\(name)” 的项", "There is no member “\(name)”")
        case .memberRefused(let member, let place):
            Phrase("\(Self.place(place))中的 \(member) 看不懂或类型不对", "\(member) in \(place) cannot be understood or has the wrong type")
        case .memberTwice(let member, let place): Phrase("\(Self.place(place))中的 \(member) 出现了两次", "\(member) stands twice in \(place)")
        case .eventTypeUnknown(let type): Phrase("没有事件类型 “\(type)”", "There is no type of events “\(type)”")
        case .contentRefused(let path, let content):
            Phrase("文件 \(path) 不是\(content.phrase.chinese)", "The file \(path) is no \(content.phrase.english)")
        case .bodyTooLarge(let limit): Phrase("请求太大，最多 \(limit) 字节", "The request is too large: \(limit) bytes are the most")
        case .nothingToChange: Phrase("没有什么可改的：新旧值相同", "There is nothing to change: old and new values are the same")
        case .zoneUnknown(let name): Phrase("没有时区 “\(name)”", "There is no time zone “\(name)”")
        default: nil
        }
    }

    var numberPhrase: Phrase? {
        switch self {
        case .duplicateBytes(let count): Phrase("相同内容的文件已经归档（\(count) 份文件）", "The same bytes are filed already, in \(count) document(s)")
        case .duplicateNumber(let number):
            Phrase("编号 \(number) 与同一客户的文件已经归档", "A document of this party with the number \(number) is filed already")
        case .duplicateHidden: Phrase("已经归档；请询问档案员", "Already filed; ask the archivist")
        case .numberTaken(let number): Phrase("编号 \(number) 已经用过，不能再用", "The number \(number) is in use and is never used twice")
        case .numberNotOurs(let number, let pattern):
            Phrase("编号 \(number) 不符合编号规则 \(pattern)", "The number \(number) does not follow the pattern \(pattern)")
        case .noNumbering(let type): Phrase("文件类型 \(type) 没有编号规则", "The document type \(type) has no numbering pattern")
        case .patternRefused(let pattern):
            Phrase(
                "编号规则 “\(pattern)” 不能用：要有且只有一个 {seq:n}（n 为 1 到 9），最多一个 {year}，不含 *，最长 100 字节",
                "The pattern “\(pattern)” cannot be taken: it has one {seq:n} with n from 1 to 9, at most one {year}, no *, and at most 100 bytes"
            )
        case .keyReused(let key): Phrase("请求键 “\(key)” 已用于另一个请求", "The key “\(key)” was used for another request")
        case .keyRefused: Phrase("请求键要有 1 到 200 字节", "A key has 1 to 200 bytes")
        default: nil
        }
    }
}
