public import Records

/// What is wrong with a file of metadata beside the files that are filed.
public enum SidecarMessage: Message, Hashable {
    case notYAML(String, line: Int?)
    case empty(String)
    /// It is YAML, but has no members.
    case noMembers(String, line: Int?)
    /// What a reader of metadata says of one of its members.
    case member(String, line: Int?, Phrase)
    case form

    public var phrase: Phrase {
        switch self {
        case .notYAML(let path, let line):
            Phrase("\(Self.place(path, line).chinese)：看不懂，不是 YAML", "\(Self.place(path, line).english): this is no YAML")
        case .empty(let path): Phrase("\(path) 是空的", "\(path) is empty")
        case .noMembers(let path, let line):
            Phrase("\(Self.place(path, line).chinese)：不是“名称: 值”", "\(Self.place(path, line).english): this is not `name: value`")
        case .member(let path, let line, let what):
            Phrase("\(Self.place(path, line).chinese)：\(what.chinese)", "\(Self.place(path, line).english): \(what.english)")
        case .form: Phrase("每行写“名称: 值”，例如 type: 合同", "Write `name: value` on each line, as type: contract")
        }
    }

    private static func place(_ path: String, _ line: Int?) -> Phrase {
        Phrase(path + (line.map { " 第 \($0) 行" } ?? ""), path + (line.map { ", line \($0)" } ?? ""))
    }
}
