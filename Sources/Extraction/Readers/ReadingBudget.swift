/// How much one file may make a worker do: what an archive in an archive unpacks to counts together.
final class ReadingBudget {
    /// In bytes of UTF-8: some 10,000 pages.
    private var text = 32 << 20
    private var members = 2000
    /// In bytes: what archives may unpack to, all together.
    private var unpacked = 512 << 20
    /// Pages that are read by OCR: some 5 s each.
    private var scannedPages = 40

    /// Deepest nesting of archives.
    static let deepest = 5
    /// Largest single member or part that is read, in bytes.
    static let largestMember = 128 << 20

    func takeMember() -> Bool { take(&members, 1) }
    func takeUnpacked(_ bytes: Int) -> Bool { take(&unpacked, bytes) }
    func takeScannedPage() -> Bool { take(&scannedPages, 1) }

    /// The text as far as there is room for it.
    func fit(_ piece: String) -> String {
        let kept = piece.utf8.count <= text ? piece : String(decoding: piece.utf8.prefix(max(0, text)), as: UTF8.self)
        text -= kept.utf8.count
        return kept
    }

    private func take(_ room: inout Int, _ amount: Int) -> Bool {
        room -= amount
        return room >= 0
    }
}
