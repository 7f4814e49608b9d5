public import Records

/// The page of how the archive stands.
public enum StatisticsWord: String, Message, CaseIterable {
    case statistics, countDocuments, countWithdrawn, countVersions, countBytes, countParties, countEvents, countWaiting, oldestCheck
    case freeSpace

    public var phrase: Phrase {
        switch self {
        case .statistics: Phrase("库存概况", "How the archive stands")
        case .countDocuments: Phrase("文件", "Documents")
        case .countWithdrawn: Phrase("其中已撤回", "Withdrawn of them")
        case .countVersions: Phrase("版本", "Versions")
        case .countBytes: Phrase("大小", "Size")
        case .countParties: Phrase("客户", "Parties")
        case .countEvents: Phrase("事件", "Events")
        case .countWaiting: Phrase("等待读出文字的文件", "Files whose text waits to be read")
        case .oldestCheck: Phrase("最早的核对（UTC）", "The oldest check (UTC)")
        case .freeSpace: Phrase("剩余空间", "Free space")
        }
    }
}
