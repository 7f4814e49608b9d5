import CLibMagic
import Glibc

/// libmagic with its database, loaded before the worker shuts itself in.
struct MagicDatabase {
    private let cookie: magic_t

    init?() {
        guard let cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_ERROR) else { return nil }
        guard magic_load(cookie, nil) == 0 else {
            magic_close(cookie)
            return nil
        }
        self.cookie = cookie
    }

    /// What libmagic calls these bytes; nil where it fails.
    func mediaType(of bytes: [UInt8]) -> String? {
        bytes.withUnsafeBytes { magic_buffer(cookie, $0.baseAddress, $0.count) }.map { String(cString: $0) }
    }
}
