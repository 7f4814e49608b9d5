import Foundation

/// What a ZIP file really is, by the members that its formats require.
enum ZipTypes {
    private static let office = "application/vnd.openxmlformats-officedocument."
    /// By what `[Content_Types].xml` calls the main part (ECMA-376-2, 10.1.2).
    private static let mainParts: [(String, String)] = [
        ("ms-word.document.macroenabled.main", "application/vnd.ms-word.document.macroenabled.12"),
        ("wordprocessingml.document.main", office + "wordprocessingml.document"),
        ("wordprocessingml.template.main", office + "wordprocessingml.template"),
        ("ms-excel.sheet.binary.macroenabled.main", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
        ("ms-excel.sheet.macroenabled.main", "application/vnd.ms-excel.sheet.macroenabled.12"),
        ("spreadsheetml.sheet.main", office + "spreadsheetml.sheet"), ("spreadsheetml.template.main", office + "spreadsheetml.template"),
        ("ms-powerpoint.presentation.macroenabled.main", "application/vnd.ms-powerpoint.presentation.macroenabled.12"),
        ("presentationml.presentation.main", office + "presentationml.presentation"),
        ("presentationml.slideshow.main", office + "presentationml.slideshow"), ("fixeddocumentsequence", "application/vnd.ms-xpsdocument"),
    ]

    /// Members that are looked at: the telling ones come first in every file that follows its format.
    private static let mostMembers = 500

    static func type(of file: OpenFile) -> String {
        var found = "application/zip"
        var parts = ""
        let reader = ArchiveReader(file: file)
        _ = reader.each(most: mostMembers) { member in
            switch member.path {
            case "mimetype":
                let text = String(decoding: member.read(limit: 200) ?? [], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
                if text.hasPrefix("application/") { found = text }
                return found == "application/zip"
            case "[Content_Types].xml", "[Content_Types].xml/[0].piece":
                parts = String(decoding: member.read(limit: 4 << 20) ?? [], as: UTF8.self).lowercased()
                if let type = mainParts.first(where: { parts.contains($0.0) }) { found = type.1 }
                return found == "application/zip"
            case let path where path == "OFD.xml" || path.hasSuffix("/OFD.xml"):
                found = "application/ofd"
                return false
            case let path where path.hasSuffix(".fdseq"):
                found = "application/vnd.ms-xpsdocument"
                return false
            default: return true
            }
        }
        return found
    }
}
