import CLibArchive
import Glibc

/// Reads archives of many kinds through libarchive, member by member; nothing is ever written under a member's name.
struct ArchiveReader {
    /// Why an archive could not be read to its end.
    enum Problem: Equatable { case encrypted, corrupt, tooManyMembers }

    /// A member while it is its turn.
    struct Member {
        let path: String
        let isFile: Bool
        let isEncrypted: Bool
        fileprivate let archive: OpaquePointer

        /// Its bytes; nil where there are more than `limit`, or they cannot be read.
        func read(limit: Int) -> [UInt8]? {
            var (all, block) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
            while true {
                let count = archive_read_data(archive, &block, block.count)
                if count == 0 { return all }
                guard count > 0, all.count + count <= limit else { return nil }
                all += block.prefix(count)
            }
        }
    }

    private enum Source { case file(OpenFile), bytes([UInt8]) }
    private let source: Source

    init(file: OpenFile) { source = .file(file) }
    init(bytes: [UInt8]) { source = .bytes(bytes) }

    /// Calls `body` for each member until it answers false.
    ///
    /// - Returns: nil if all went well.
    func each(most: Int, _ body: (Member) -> Bool) -> Problem? {
        switch source {
        case .file(let file):
            walk(most: most, body) { archive in
                lseek(file.descriptor, 0, SEEK_SET)
                return archive_read_open_fd(archive, file.descriptor, 1 << 16)
            }
        case .bytes(let bytes):
            // libarchive keeps the pointer to the end.
            bytes.withUnsafeBytes { buffer in walk(most: most, body) { archive_read_open_memory($0, buffer.baseAddress, buffer.count) } }
        }
    }

    private func walk(most: Int, _ body: (Member) -> Bool, opening open: (OpaquePointer) -> CInt) -> Problem? {
        guard let archive = archive_read_new() else { return .corrupt }
        defer { archive_read_free(archive) }
        archive_read_support_filter_all(archive)
        archive_read_support_format_all(archive)
        archive_read_support_format_raw(archive)
        // Without this libarchive reads member names in the C locale and drops what is not ASCII.
        setlocale(LC_CTYPE, "C.UTF-8")
        guard open(archive) == ARCHIVE_OK else { return .corrupt }
        var entry: OpaquePointer?
        for _ in 0..<most {
            let code = archive_read_next_header(archive, &entry)
            if code == ARCHIVE_EOF { return nil }
            guard code >= ARCHIVE_WARN, let entry else {
                return archive_read_has_encrypted_entries(archive) > 0 ? .encrypted : .corrupt
            }
            // What is packed in no way and is no archive would be its own member for ever.
            if archive_format(archive) == CInt(ARCHIVE_FORMAT_RAW), archive_filter_count(archive) == 1 { return .corrupt }
            let member = Member(
                path: name(of: entry), isFile: archive_entry_filetype(entry) == S_IFREG || archive_entry_filetype(entry) == 0,
                isEncrypted: archive_entry_is_encrypted(entry) != 0, archive: archive)
            if !body(member) { return nil }
        }
        return .tooManyMembers
    }

    /// The member's name: as UTF-8, else as GB18030, which programs in China write without saying so.
    private func name(of entry: OpaquePointer) -> String {
        guard let raw = archive_entry_pathname(entry) else { return archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? "?" }
        let bytes = Array(UnsafeBufferPointer(start: raw, count: strlen(raw))).map { UInt8(bitPattern: $0) }
        return String(validating: bytes, as: UTF8.self) ?? TextDecoder.convert(bytes, from: "GB18030")
            ?? String(decoding: bytes, as: UTF8.self)
    }
}
