/// Archives: every member is read as a file of its own and found under its path.
struct MemberReader {
    let reader: DocumentReader

    private static let types: Set<String> = [
        "application/zip", "application/x-7z-compressed", "application/x-tar", "application/gzip", "application/x-bzip2",
        "application/x-xz", "application/zstd",
        "application/x-rar", "application/vnd.ms-cab-compressed", "application/x-cpio", "application/x-lha", "application/x-iso9660-image",
        "application/java-archive",
    ]

    static func reads(_ type: String) -> Bool { types.contains(type) }

    func read(_ file: OpenFile) -> ExtractionOutcome {
        guard reader.depth < ReadingBudget.deepest else {
            reader.budget.note("nested_too_deep")
            return .failed("nested_too_deep")
        }
        guard reader.magic != nil else { return .failed("reader_missing: libmagic") }
        var (pieces, reason, encrypted) = ([ExtractionOutcome.Piece](), nil as String?, 0)
        let problem = ArchiveReader(file: file).each(most: 10_000) { member in
            guard member.isFile else { return true }
            pieces.append(.init(place: member.path, text: member.path))
            if member.isEncrypted {
                encrypted += 1
                return true
            }
            guard let bytes = member.read(limit: ReadingBudget.largestMember) else {
                reason = "member_unreadable"
                return true
            }
            guard !ReadingBudget.isBomb(unpacked: bytes.count, packed: file.size) else {
                reason = "ratio_too_high"
                reader.budget.note("ratio_too_high")
                return false
            }
            pieces += reader.readMember(bytes, name: member.path == "data" ? "" : member.path)
            return true
        }
        if let problem { reason = problem == .encrypted ? "encrypted" : problem == .corrupt ? "damaged" : "too_many_members" }
        if encrypted > 0 { reason = "encrypted" }
        let failed = pieces.isEmpty
        return ExtractionOutcome(
            result: failed ? (reason == nil ? .empty : .failed) : .text, reason: reason ?? (failed ? "no_text_found" : nil), pieces: pieces,
            maker: "libarchive")
    }
}
