import Records

/// What the ending of a name claims.
enum NameTypes {
    private static let table: [String: Set<String>] = {
        let office = "application/vnd.openxmlformats-officedocument."
        let word: Set = ["application/msword", office + "wordprocessingml.document", "application/vnd.ms-word.document.macroenabled.12"]
        return [
            "pdf": ["application/pdf"], "doc": ["application/msword"], "docx": [office + "wordprocessingml.document"], "docm": word,
            "wps": ["application/msword", "application/vnd.ms-works"], "xls": ["application/vnd.ms-excel"],
            "xlsx": [office + "spreadsheetml.sheet"], "et": ["application/vnd.ms-excel"], "ppt": ["application/vnd.ms-powerpoint"],
            "pptx": [office + "presentationml.presentation"], "dps": ["application/vnd.ms-powerpoint"],
            "odt": ["application/vnd.oasis.opendocument.text"], "ods": ["application/vnd.oasis.opendocument.spreadsheet"],
            "odp": ["application/vnd.oasis.opendocument.presentation"], "ofd": ["application/ofd"], "rtf": ["text/rtf"],
            "html": ["text/html"], "htm": ["text/html"], "csv": ["text/csv", "text/plain"],
            "txt": ["text/plain", "text/csv", "text/html", "text/xml", "message/rfc822", "application/json"],
            "xml": ["text/xml", "text/html", "image/svg+xml"],
            "eml": ["message/rfc822"], "mbox": ["application/mbox"], "msg": ["application/vnd.ms-outlook"], "zip": ["application/zip"],
            "7z": ["application/x-7z-compressed"], "rar": ["application/x-rar"], "tar": ["application/x-tar"], "gz": ["application/gzip"],
            "jpg": ["image/jpeg"], "jpeg": ["image/jpeg"], "png": ["image/png"], "tif": ["image/tiff"], "tiff": ["image/tiff"],
            "bmp": ["image/bmp"],
            "webp": ["image/webp"], "heic": ["image/heic"], "gif": ["image/gif"],
        ]
    }()

    /// What the name claims, where the content is something else; nil where they agree or the name claims nothing known.
    static func mismatch(name: String, found: MediaType) -> MediaType? {
        guard let dot = name.lastIndex(of: "."), let claimed = table[name[name.index(after: dot)...].lowercased()],
            !claimed.contains(found.text)
        else { return nil }
        return claimed.sorted().first.flatMap { MediaType($0) }
    }
}
