public import Records

/// What a judgement of an OCFL object or root says besides its findings.
public enum OCFLMessage: Message, Hashable {
    case missing(String)
    case neither(String)
    case unreadable(String, Phrase)
    case nameWhole
    case valid(root: Bool, objects: Int, warnings: Int)
    case invalid(root: Bool, objects: Int, errors: Int, warnings: Int)
    case unlisted(Int)
    case passedOver(String)

    public var phrase: Phrase { refusal ?? verdict }

    private var refusal: Phrase? {
        switch self {
        case .missing(let path): Phrase("没有 \(path)", "There is no \(path)")
        case .neither(let path):
            Phrase(
                "\(path) 既不是 OCFL 对象，也不是 OCFL 存储根：没有声明文件（E003、E069），也没有目录清单（E063）",
                "\(path) is neither an OCFL object nor a storage root: it has no declaration (E003, E069) and no inventory (E063)")
        case .unreadable(let path, let reason): Phrase("\(path) 读不了：\(reason.chinese)", "\(path) cannot be read: \(reason.english)")
        case .nameWhole:
            Phrase(
                "请指定有 0=ocfl_object_… 的对象文件夹，或有 0=ocfl_… 的存储根",
                "Name the folder of an object, which has 0=ocfl_object_…, or a storage root, which has 0=ocfl_…")
        default: nil
        }
    }

    private var verdict: Phrase {
        switch self {
        case .valid(let root, let objects, let warnings):
            Phrase(
                root ? "合格：存储根里有 \(objects) 个对象，\(warnings) 处提醒" : "合格：对象，\(warnings) 处提醒",
                root ? "Valid: a storage root of \(objects) objects, \(warnings) warnings" : "Valid: an object, \(warnings) warnings")
        case .invalid(let root, let objects, let errors, let warnings):
            Phrase(
                root ? "不合格：存储根里有 \(objects) 个对象，\(errors) 处错误，\(warnings) 处提醒" : "不合格：对象，\(errors) 处错误，\(warnings) 处提醒",
                root
                    ? "Not valid: a storage root of \(objects) objects, \(errors) errors, \(warnings) warnings"
                    : "Not valid: an object, \(errors) errors, \(warnings) warnings")
        case .unlisted(let count): Phrase("另有 \(count) 处没有列出", "\(count) more are not listed")
        case .passedOver(let algorithms):
            Phrase("没有核对这些算法的 fixity 摘要：\(algorithms)", "Fixity digests of these algorithms were not compared: \(algorithms)")
        default: Phrase("", "")
        }
    }
}
