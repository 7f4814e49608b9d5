import CXLSXWriter
import Glibc
import Records
import Synchronization

/// A workbook that is written into memory.
///
/// Debian 12's libxlsxwriter writes to a path only. It gets that of a file in memory (`memfd_create`), which has no name in any folder and is
/// gone with its descriptor, however the process ends. The parts that the library puts together have names in `/dev/shm`, memory too, only
/// for the moment between making and unlinking them, while they are empty.
enum Workbook {
    /// The library reckons its dates with `gmtime`, whose answer all threads share.
    private static let closing = Mutex(())

    static func bytes(
        title: String, created: Timestamp, _ fill: (UnsafeMutablePointer<lxw_workbook>) -> Void
    ) throws(ExchangeError) -> [UInt8] {
        let file = muniment_memory_file()
        guard file >= 0 else { throw .workbook(String(cString: strerror(errno))) }
        defer { close(file) }
        let book = "/dev/shm".withCString { folder in
            var options = lxw_workbook_options(constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            return workbook_new_opt("/proc/self/fd/\(file)", &options)
        }
        guard let book else { throw .noMemory }
        setProperties(book, title, created)
        fill(book)
        let outcome = closing.withLock { _ in workbook_close(book) }
        guard outcome == LXW_NO_ERROR else { throw .workbook(String(cString: lxw_strerror(outcome))) }
        return try content(of: file)
    }

    private static func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>, _ title: String, _ created: Timestamp) {
        // Zero would mean now; and a title is for people.
        let seconds = Int(created.milliseconds / 1000)
        String(String.UnicodeScalarView(title.unicodeScalars.prefix(200))).withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = seconds == 0 ? 1 : seconds
            workbook_set_properties(book, &properties)
        }
    }

    private static func content(of file: Int32) throws(ExchangeError) -> [UInt8] {
        let size = Int(lseek(file, 0, SEEK_END))
        guard size > 0 else { throw .workbook("nothing was written") }
        var bytes = [UInt8](repeating: 0, count: size)
        var done = 0
        while done < size {
            let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress?.advanced(by: done), size - done, off_t(done)) }
            guard count > 0 else { throw .workbook(count < 0 ? String(cString: strerror(errno)) : "it ends too early") }
            done += count
        }
        return bytes
    }
}
