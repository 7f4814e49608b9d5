/// One name for each type, where several are in use.
public enum MediaAliases {
    private static let table: [String: String] = [
        "application/rtf": "text/rtf", "application/x-rtf": "text/rtf", "application/xml": "text/xml",
        "application/x-gzip": "application/gzip",
        "application/x-zip": "application/zip", "application/x-zip-compressed": "application/zip",
        "application/vnd.rar": "application/x-rar",
        "application/x-rar-compressed": "application/x-rar", "application/csv": "text/csv", "application/x-pdf": "application/pdf",
        "image/jpg": "image/jpeg", "image/x-dwg": "image/vnd.dwg", "image/heif": "image/heic", "application/dbase": "application/x-dbf",
        "application/cdfv2": "application/x-ole-storage", "application/encrypted": "application/x-ole-storage",
        "application/x-mbox": "application/mbox", "application/vnd.ms-office": "application/x-ole-storage", "image/x-ms-bmp": "image/bmp",
        "application/x-bzip": "application/x-bzip2", "application/x-zstd": "application/zstd", "application/x-xz": "application/x-xz",
        "application/vnd.ms-powerpoint.show.12": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ]

    /// The name this program uses for a type.
    public static func canonical(_ type: String) -> String { table[type.lowercased()] ?? type.lowercased() }
}
