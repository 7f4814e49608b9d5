import Records

// What is said beside a watched folder: whoever lays files down there has neither options nor members of a request, only the file itself.

extension Remedy {
    var laidDown: Phrase? {
        switch self {
        case .giveName: Phrase("请改名后再放进来", "Rename it and put it there again")
        case .allowEmpty: Phrase("请重新扫描；确实要归档空文件，请交给档案员", "Scan it again; if an empty file is meant, hand it to the archivist")
        case .allowDuplicate: Phrase("请把它移走；确实要再次归档，请交给档案员", "Take it away; if a second filing is meant, hand it to the archivist")
        case .allowDuplicateOrVersion:
            Phrase(
                "请把它移走；如是新版本，或确实要再次归档，请交给档案员",
                "Take it away; if it is a new version, or a second filing is meant, hand it to the archivist")
        case .splitBody: Phrase("请分成几个文件", "Part it into several files")
        default: nil
        }
    }
}
