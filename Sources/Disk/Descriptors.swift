import Glibc

/// How many files this process may have open at once.
public enum Descriptors {
    /// Takes all that the system allows this process; it begins with few so that programs which use `select` do not break, and this one uses none.
    ///
    /// Called once, before anything is opened.
    public static func takeAll() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Whether hardly any is left at this moment. A library that only says that it cannot open a file may mean this; what it had opened until
    /// then it has closed again.
    public static var areScarce: Bool {
        let copies = (0..<few).map { _ in dup(STDERR_FILENO) }
        for copy in copies where copy >= 0 { close(copy) }
        return copies.contains { $0 < 0 }
    }

    /// More than SQLite opens for one connection: database, log, its index, folder, a temporary file.
    private static let few = 6
}
