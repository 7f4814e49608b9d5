/// A list left the archive as a file (law 2 of the house).
public struct ListExported: Event {
    public static let type = "list.exported/2"
    public static let title = Phrase("导出清单", "list exported")

    /// Which list.
    public let list: ExportedList
    public let format: ExportFormat
    /// How many lines it has.
    public let lines: Int

    public init(list: ExportedList, format: ExportFormat, lines: Int) {
        self.list = list
        self.format = format
        self.lines = lines
    }

    public var subjects: [String] { [] }

    public static var sample: ListExported { ListExported(list: .stocktake, format: .pdf, lines: 12) }
}

/// A list of what is due left the archive, as older programs wrote it.
public struct DueListExported: Event {
    public static let type = "list.exported/1"
    public static let title = ListExported.title

    public let list: ExportedList
    public let format: ExportFormat
    /// How many documents stand in it.
    public let documents: Int

    public var subjects: [String] { [] }

    public static var sample: DueListExported { DueListExported(list: .due, format: .xlsx, documents: 12) }
}

/// Lists that can leave the archive as files.
public enum ExportedList: String, Sendable, Hashable, Codable, CaseIterable {
    /// 到期清单
    case due
    /// 原件标签
    case labels
    /// 盘点清单
    case stocktake
    /// 移交清册
    case transfer
    /// 递送单
    case transmittal
}

/// In which forms a list can leave the archive.
public enum ExportFormat: String, Sendable, Hashable, Codable, CaseIterable {
    case csv, xlsx
    /// iCalendar (RFC 5545).
    case ics
    case pdf

    /// Its media type.
    public var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .ics: "text/calendar; charset=utf-8"
        case .pdf: "application/pdf"
        }
    }
}

/// A file that was made of a list.
public struct ExportedFile: Sendable, Hashable, Codable {
    public let name: String
    public let format: ExportFormat
    public let bytes: [UInt8]

    package init(name: String, format: ExportFormat, bytes: [UInt8]) {
        self.name = name
        self.format = format
        self.bytes = bytes
    }
}
