public import Records

// What a command line says in words of its own: options and commands. Everywhere else a message fits every door, and only here may one
// name an option or a command; a test reads the sources for others.

extension Remedy {
    public func phrase(at door: Door) -> Phrase {
        switch door {
        case .commandLine: command ?? phrase
        case .http: phrase
        case .inbox: laidDown ?? phrase
        }
    }

    private var command: Phrase? {
        switch self {
        case .nameTarget: Phrase("请把文件本身放进来，或用 file 直接指定它", "Put the file itself there, or name it to `file`")
        case .giveName: Phrase("请用 --name 指定名称", "Give it a name with --name")
        case .allowEmpty: Phrase("确实要归档空文件，请加 --allow-empty", "If an empty file is meant, add --allow-empty")
        case .allowDuplicate: Phrase("确实要再次归档，请加 --allow-duplicate", "If it is meant, add --allow-duplicate")
        case .allowDuplicateOrVersion:
            Phrase(
                "如是新版本，请用 version；确实要再次归档，请加 --allow-duplicate",
                "For a new version use `version`; if a second filing is meant, add --allow-duplicate")
        case .chooseAnotherNumber: Phrase("请用 number reserve 取下一个编号", "Take the next number with `number reserve`")
        case .initFirst: Phrase("请用 --archive 指定档案库，或用 init 新建", "Name the archive with --archive, or make one with `init`")
        case .waitClockOrAccept:
            Phrase(
                "请校准时钟；如果错的是以前的时间，请用 clock accept 说明", "Set the clock right; if the earlier times were wrong, say so with `clock accept`")
        case .givePassword:
            Phrase("请在终端运行，或设置 MUNIMENT_TOKEN 或 MUNIMENT_PASSWORD", "Run it on a terminal, or set MUNIMENT_TOKEN or MUNIMENT_PASSWORD")
        case .giveProof: Phrase("请给出由 log prove 写出的文件", "Give a file that `log prove` wrote")
        case .giveCheckpoint: Phrase("请给出由 log checkpoint 写出的文件", "Give a file that `log checkpoint` wrote")
        case .readHelp: Phrase("请看 --help", "See --help")
        case .setPattern: Phrase("请用 number pattern 设置编号规则", "Set one with `number pattern`")
        default: upkeep
        }
    }

    private var upkeep: Phrase? {
        switch self {
        case .verifyAndRestore: Phrase("请运行 verify，并从备份恢复损坏的文件", "Run `verify` and restore what is damaged from a backup")
        case .restoreJournal:
            Phrase(
                "目录数据库保持原样；请运行 log verify，并从备份恢复日志",
                "The catalogue stays as it is; run `log verify` and restore the journal from a backup")
        case .rebuild: Phrase("请运行 rebuild 重建目录数据库", "Run `rebuild` to make the catalogue anew")
        default: nil
        }
    }
}

extension DealRemedy {
    public func phrase(at door: Door) -> Phrase {
        guard door == .commandLine, self == .reopen else { return phrase }
        return Phrase("请先用 dossier reopen 重开", "Open it again first with `dossier reopen`")
    }
}

extension DisposalRemedy {
    public func phrase(at door: Door) -> Phrase {
        guard door == .commandLine else { return phrase }
        return switch self {
        case .whoMay: Phrase("用 disposal show 看下一步该由谁办", "See with `disposal show` whose turn it is")
        case .setDepartment: Phrase("请管理员用 account set --department 登记部门", "Have the department set with `account set --department`")
        case .showIt: Phrase("用 disposal show 重新查看", "Look at it again with `disposal show`")
        case .nameAccount: Phrase("请用 --as 账号，或登录后再办", "Name an account with --as, or sign in")
        case .seeTombstone: Phrase("用 disposal destroyed 查看留下的记录", "See what stays of it with `disposal destroyed`")
        default: phrase
        }
    }
}

extension RestrictionMessage {
    public func phrase(at door: Door) -> Phrase {
        guard door == .commandLine, self == .openIt else { return phrase }
        return Phrase("确需查阅时用 restriction open 并说明理由", "Where it must be, open it with `restriction open` and the reason")
    }
}

extension DefinitionRemedy {
    public func phrase(at door: Door) -> Phrase {
        guard door == .commandLine else { return phrase }
        return switch self {
        case .form:
            Phrase("写法与显示现行内容的命令加 --yaml 输出的相同", "The form is what the command that shows the one in force prints with --yaml")
        case .check: Phrase("用 scheme check 或 schedule check 列出全部问题", "`scheme check` and `schedule check` list all that is wrong")
        }
    }
}

/// How the words of a command do not go together.
public enum CommandMisuse: Message, Hashable {
    case lang
    case proveOrCheck, dueOrDocuments, withinOfDue
    case oneOfMarks, oneOfFillings, reasonOfGap, itemAndReason, relationAndOther, removeRelation, removeFact
    case severalFilters, documentsOrQuery, documentsOrOCFL
    /// An option takes whole numbers of a range.
    case range(String, Int, Int)
    case largestBody
    case optionTwice(String)
    case valueWithHyphen(String, String)
    case noCommand(String)

    public var phrase: Phrase { rangePhrase ?? choicePhrase }

    private var rangePhrase: Phrase? {
        switch self {
        case .lang: Phrase("--lang 是 zh 或 en", "--lang is zh or en")
        case .range(let option, let least, let most): Phrase("\(option) 是 \(least) 到 \(most)", "\(option) is \(least) to \(most)")
        case .largestBody: Phrase("--largest-body 是 1 到 1024 GiB", "--largest-body is 1 to 1024 GiB")
        default: nil
        }
    }

    private var choicePhrase: Phrase {
        switch self {
        case .proveOrCheck:
            Phrase("或给出事件编号和 --output，或给出 --check 和 --key", "either an event's number with --output, or --check with --key")
        case .dueOrDocuments: Phrase("或给出文件，或用 --due", "Name documents, or give --due")
        case .withinOfDue: Phrase("--within 只和 --due 一起用", "--within goes with --due")
        case .relationAndOther: Phrase("请给出关联和另一份文件", "Name the relation and the other document")
        case .oneOfMarks: Phrase("要有 --not-applicable、--by、--clear 之一", "Give one of --not-applicable, --by and --clear")
        case .oneOfFillings:
            Phrase("要有 --text、--not-applicable、--by、--clear 之一", "Give one of --text, --not-applicable, --by and --clear")
        case .reasonOfGap:
            Phrase("--not-applicable 和 --by 要有 --reason，别的没有", "--not-applicable and --by go with --reason, and nothing else does")
        case .itemAndReason: Phrase("--reject 要写成 内容=原因", "--reject is item=reason")
        case .removeRelation: Phrase("--remove 还需要关联和 --reason", "--remove needs a relation and --reason")
        case .removeFact: Phrase("请给出值，或用 --remove", "Give a value, or --remove")
        case .optionTwice(let option): Phrase("\(option) 给出了两次，只能给一次", "\(option) is given twice; give it once")
        case .valueWithHyphen(let option, let value):
            Phrase(
                "\(option) 后面的“\(value)”以 - 开头，被当作选项；如果是值，请写 \(option)=\(value)",
                "“\(value)” after \(option) begins with - and is taken for an option; if it is the value, write \(option)=\(value)")
        case .noCommand(let name):
            Phrase("没有命令 \(name)；muniment --help 列出全部命令", "There is no command \(name); `muniment --help` lists all")
        case .severalFilters: Phrase("只能给出一个筛选条件", "Give one filter")
        case .documentsOrOCFL: Phrase("请给出文件，或用 --ocfl，不能同时", "Name documents, or give --ocfl, not both")
        case .documentsOrQuery: Phrase("请给出文件，或用 --query", "Name documents, or give --query")
        default: Phrase("命令用法不对", "The command is used wrongly")
        }
    }
}

extension JournalMessage {
    public func phrase(at door: Door) -> Phrase {
        guard door == .commandLine, case .verifyAndRestore = self else { return phrase }
        return Phrase("请运行 log verify，并从备份恢复日志", "Run `log verify` and restore the journal from a backup")
    }
}

/// Why nothing is served.
public enum ServingMessage: Message, Hashable {
    case cannotListen(String, Int)
    case otherAddress

    public var phrase: Phrase {
        switch self {
        case .cannotListen(let host, let port):
            Phrase(
                "不能在 \(host) 的端口 \(port) 上提供服务：地址不是本机的，或端口已被占用",
                "Nothing can be served at \(host), port \(port): it is no address of this machine, or the port is taken")
        case .otherAddress: Phrase("请换一个地址或端口，或结束占用端口的程序", "Choose another address or port, or end what holds the port")
        }
    }
}
