import Records

/// What swift-argument-parser says of itself, in Chinese: it has English only. What is not known here stays as it is.
enum ParserText {
    /// A sentence of the parser as a pattern, and the Chinese: `$1` is what was captured, `#1` the same where a value's name stands in it.
    typealias Frame = (pattern: String, chinese: String)

    private static let misuse: [Frame] = [
        (#"Unknown option '(.+)'\. Did you mean '(.+)'\?"#, "没有选项 $1；是不是 $2？"),
        (#"Unknown option '(.+)'"#, "没有选项 $1"),
        (#"Missing value for '(.+)' in '(.+)'"#, "$2 里的 #1 缺少值"),
        (#"Missing value for '(.+)'"#, "#1 缺少值"),
        (#"The option '(.+?)' does not take any value, but '(.*)' was specified\."#, "选项 $1 不带值，却给了“$2”"),
        (#"Unexpected argument '(.*)'"#, "多出了“$1”"),
        (#"(\d+) unexpected arguments: '(.*)'"#, "多出了 $1 个词：'$2'"),
        (#"Missing expected argument '(.+)'"#, "缺少 #1"),
        (#"The value '(.*)' is invalid for '(.+?)'"#, "“$1”不能用作 #2"),
        (#"Can't generate completion scripts for '(.+)'\.\nPlease use (\S+) with one of:\n +(.+)"#, "没有 $1 的补全脚本，可用：$3"),
        (#"Can't autodetect a supported shell\.\nPlease use (\S+) with one of:\n +(.+)"#, "认不出所用的 shell，可用：$2"),
    ]

    /// What stands around the words of the commands.
    private static let furniture: [Frame] = [
        ("OVERVIEW: (.*)", "$1"),
        ("U(?:SAGE|sage): (.*)", "用法：#1"),
        ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
        ("Help:  (.*)", "说明：#1"),
        (" *See '(.+)' for detailed help\\.", "  各命令的说明：#1"),
        (" *See '(.+)' for more information\\.", "  详见：$1"),
    ]

    private static let additions: [Frame] = [
        (#"(.*?) ?\(values: (.+); default: (.+)\)"#, "$1（可用：$2；默认：$3）"),
        (#"(.*?) ?\(values: (.+)\)"#, "$1（可用：$2）"),
        (#"(.*?) ?\(default: (.+)\)"#, "$1（默认：$2）"), (#"(.*) \(default\)"#, "$1（默认）"),
    ]

    private static let sentences: [Frame] = [
        (#"Show help information\."#, "显示帮助。"),
        (#"Show subcommand help information\."#, "显示一个命令的帮助。"),
    ]

    /// What is wrong with a command line, in the language of the process.
    static func message(_ english: String) -> String {
        guard Spoken.tongue == .chinese else { return english }
        // The parser's one sentence of two: a cluster of short options can be read in two ways.
        return english.split(separator: "\n   or: ", omittingEmptySubsequences: false)
            .map { chinese(String($0), misuse) ?? String($0) }.joined(separator: "；或者 ")
    }

    /// A line of a page of help that is the parser's; nil for all others.
    static func line(_ english: String) -> String? { chinese(english, furniture) }

    /// A text for programs, such as the dump of the help and the completions of a shell, with the parser's own sentences in Chinese.
    static func sentences(in english: String) -> String {
        sentences.reduce(english) { text, frame in
            (try? Regex(frame.pattern)).map { text.replacing($0, with: frame.chinese) } ?? text
        }
    }

    /// A description with what the parser adds to it: values and a default.
    static func description(_ english: String) -> String { chinese(english, additions) ?? sentences(in: english) }

    private static func chinese(_ english: String, _ frames: [Frame]) -> String? {
        for frame in frames {
            guard let pattern = try? Regex("(?s)" + frame.pattern), let match = try? pattern.wholeMatch(in: english) else { continue }
            // One pass: what was captured is somebody's own words and is not read again.
            return frame.chinese.replacing(/([$#])(\d)/) { place in
                let captured = Int(place.2).flatMap { match.output[$0].substring }.map(String.init) ?? ""
                return place.1 == "#" ? ValueNames.chinese(in: captured) : captured
            }
        }
        return nil
    }
}
