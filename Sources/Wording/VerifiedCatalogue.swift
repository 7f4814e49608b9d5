public import Records

/// Whether a verification compared the catalogue with journal and derived files, and why not.
public enum VerifiedCatalogue: String, Message, CaseIterable, Codable {
    case compared
    /// Only some documents were asked for.
    case notAsked = "not_asked"
    /// The disk has no room for a catalogue made anew beside it.
    case noRoom = "no_room"
    case readOnly = "read_only"
    /// Of a damaged journal, or beside a damaged catalogue, there is nothing to compare with.
    case damaged

    public var phrase: Phrase {
        switch self {
        case .compared: Phrase("目录库已逐行核对", "The catalogue was compared row by row")
        case .notAsked: Phrase("只核验了所选文件，目录库没有核对", "Only the chosen documents were checked, not the catalogue")
        case .noRoom: Phrase("磁盘空间不足，目录库没有核对", "The catalogue was not compared: the disk has no room to make another one beside it")
        case .damaged: Phrase("目录库没有核对：先处理以上问题", "The catalogue was not compared: see to these findings first")
        case .readOnly: Phrase("磁盘只读，目录库没有核对", "The catalogue was not compared: the disk is read-only")
        }
    }
}
