public import Records

/// What the archive says of itself when it has put something right that can be made again.
public enum UpkeepMessage: Message, Hashable {
    /// Why the catalogue was made anew.
    public enum Reason: Sendable, Hashable { case missing, damaged, outdated }

    case madeAnew(String)
    case putAside(String, as: String)
    /// A file in a folder of the archive to which nothing of the archive corresponds.
    case strangerPutAside(String, as: String)
    case catalogueMadeAnew(Reason, events: Int)
    /// The control register cannot be filled up, for this reason.
    case registerUnfit(Phrase)
    /// What was begun to be destroyed is not wholly removed, for this reason.
    case destructionUnfinished(Phrase)

    public var phrase: Phrase {
        switch self {
        case .madeAnew(let name): Phrase("\(name) 不见了，已重新建立", "\(name) was gone and is made anew")
        case .putAside(let name, let place):
            Phrase("\(name) 的位置上是别的东西，已移到 \(place)", "Something else stood in the place of \(name); it now lies in \(place)")
        case .strangerPutAside(let name, let place):
            Phrase("\(name) 与档案库无关，已移到 \(place)", "\(name) has nothing to do with the archive; it now lies in \(place)")
        case .registerUnfit(let reason):
            Phrase("控制登记簿不能用，冻结和解除会被拒绝：\(reason.chinese)", "The control register cannot be used, so holds are refused: \(reason.english)")
        case .destructionUnfinished(let reason):
            Phrase("有销毁没有做完：\(reason.chinese)", "A destruction is not brought to its end: \(reason.english)")
        case .catalogueMadeAnew(let reason, let events):
            Phrase(
                "\(Self.why(reason).chinese)，已由 \(events) 个事件重建",
                "\(Self.why(reason).english); it is made anew from \(events) events")
        }
    }

    private static func why(_ reason: Reason) -> Phrase {
        switch reason {
        case .missing: Phrase("目录数据库不见了", "The catalogue was gone")
        case .damaged: Phrase("目录数据库读不出来", "The catalogue could not be read")
        case .outdated: Phrase("目录数据库由旧版程序建立", "The catalogue was made by an older program")
        }
    }
}
