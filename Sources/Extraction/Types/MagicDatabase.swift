import CLibMagic
import Glibc

/// libmagic with its database, of some 8 MiB of memory: one serves a worker for all that it reads.
final class MagicDatabase {
    private let cookie: magic_t

    init?() {
        guard let cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_ERROR) else { return nil }
        guard magic_load(cookie, nil) == 0 else {
            magic_close(cookie)
            return nil
        }
        self.cookie = cookie
    }

    deinit { magic_close(cookie) }

    /// What libmagic calls these bytes; nil where it fails.
    func mediaType(of bytes: [UInt8]) -> String? {
        // What libmagic answers lies in the cookie.
        withExtendedLifetime(self) {
            bytes.withUnsafeBytes { magic_buffer(cookie, $0.baseAddress, $0.count) }.map { String(cString: $0) }
        }
    }
}

/// Loads the database once somebody asks for it: most files have nothing in them that must be told apart.
final class MagicLoader {
    /// Nil where the system has none.
    private(set) lazy var database = MagicDatabase()
}
