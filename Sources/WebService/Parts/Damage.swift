import Archive
import Records
import Wording

/// What is said of bytes that differ from their digest.
enum Damage {
    static func message(_ content: Content) -> ArchiveMessage { .digestDiffers("\(content.document)", name: content.file.name.text) }
}
