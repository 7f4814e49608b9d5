import CLinux
import Glibc

/// Shuts a worker in before it reads anything that others wrote.
package enum Confinement {
    /// What a worker that reads may see of the system: programs, libraries, fonts and their settings.
    private static let system = [
        "/usr", "/lib", "/lib64", "/bin", "/etc/fonts", "/var/cache/fontconfig", "/etc/ld.so.cache", "/etc/ld.so.preload",
        "/etc/alternatives",
        "/dev/null", "/dev/urandom", "/proc/self", "/proc/meminfo", "/proc/cpuinfo", "/sys/devices/system/cpu",
    ]

    /// Where a worker that runs LibreOffice finds its folder in memory; what lies there otherwise it does not see.
    package static let folder = "/tmp"
    /// In bytes: LibreOffice's settings, the file, and what it is turned into.
    private static let folderSize: UInt64 = 512 << 20
    private static let officeSettings = [
        "/etc/libreoffice", "/var/lib/libreoffice", "/var/spool/libreoffice", "/etc/passwd", "/etc/nsswitch.conf",
    ]

    /// Confines this process, for ever.
    ///
    /// - Returns: nil, or what failed; then nothing may be read.
    package static func enter(_ kind: WorkerKind, readable: [String]) -> String? {
        if kind == .office, let problem = problem({ muniment_withdraw(folder, folderSize, $0) }) { return problem }
        let readablePaths = kind == .identify ? [] : system + readable + (kind == .office ? officeSettings : [])
        let writablePaths = kind == .identify ? [] : ["/dev/null"] + (kind == .office ? [folder] : [])
        return withPaths(readablePaths) { readable in
            withPaths(writablePaths) { writable in
                var rules = muniment_confinement()
                rules.readable = readable
                rules.writable = writable
                rules.may_execute = [.identify, .bag].contains(kind) ? 0 : 1
                rules.may_use_local_sockets = kind == .office ? 1 : 0
                // A page of A0 in 300 dpi takes 140 MiB in grey; four times that and the programs themselves.
                rules.memory_bytes = 2 << 30
                // A scan of 40 pages at some 5 s each; the parent's own clock ends what takes longer.
                rules.processor_seconds = [.identify, .bag].contains(kind) ? 3600 : 600
                rules.file_bytes = 256 << 20
                rules.open_files = 256
                rules.processes = 4096
                return problem { muniment_confine(&rules, $0) }
            }
        }
    }

    /// The step that failed, and with which error.
    private static func problem(_ deed: (UnsafeMutablePointer<UnsafePointer<CChar>?>) -> Int32) -> String? {
        var step: UnsafePointer<CChar>?
        let code = deed(&step)
        return code == 0 ? nil : "\(step.map { String(cString: $0) } ?? "") \(code)"
    }

    private static func withPaths<Result>(_ paths: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
        let copies = paths.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
