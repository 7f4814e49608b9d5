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

    /// Why something was left out; the first reason is kept.
    private(set) var shortfall: String?

    func note(_ reason: String) { shortfall = shortfall ?? reason }

    func takeMember() -> Bool { take(&members, 1, "too_many_members") }
    func takeUnpacked(_ bytes: Int) -> Bool { take(&unpacked, bytes, "too_large") }
    func takeScannedPage() -> Bool { take(&scannedPages, 1, "too_many_scanned_pages") }

    /// The text as far as there is room for it.
    func fit(_ piece: String) -> String {
        guard piece.utf8.count > text else {
            text -= piece.utf8.count
            return piece
        }
        defer { text = 0 }
        note("text_cut")
        return String(decoding: piece.utf8.prefix(text), as: UTF8.self)
    }

    /// Whether something was made to hurt, not to be read: more than 10 MiB that unpack to two hundred times their size.
    static func isBomb(unpacked: Int, packed: Int) -> Bool { unpacked >= 10 << 20 && unpacked / 200 >= max(packed, 1) }

    private func take(_ room: inout Int, _ amount: Int, _ reason: String) -> Bool {
        room -= amount
        if room < 0 { note(reason) }
        return room >= 0
    }
}
