import CLinux
import Extraction
import Glibc

/// Confines itself as a worker that reads does, then tries one deed: `ConfinementProbe DEED [PATH]`. Exits with 0 where it could
/// do it, else with the error's number; 255 where it could not be confined.
@main
enum ConfinementProbe {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else { exit(64) }
        if Confinement.enter(.read, readable: []) != nil { exit(255) }
        let path = arguments.count > 2 ? arguments[2] : ""
        exit(attempt(arguments[1], path))
    }

    private static func attempt(_ deed: String, _ path: String) -> Int32 {
        return switch deed {
        case "nothing": 0
        case "internet": code(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        case "unix": code(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
        case "read": code(open(path, O_RDONLY))
        case "write": code(open(path, O_WRONLY | O_CREAT, 0o600))
        case "remove": code(unlink(path))
        case "mount": code(mount("none", path, "tmpfs", 0, nil))
        case "signal": code(kill(getppid(), 0))
        case "memory": allocate(3 << 30)
        case "large-file": writeMuch()
        case "run": run(path)
        default: 64
        }
    }

    private static func code(_ result: Int32) -> Int32 { result >= 0 ? 0 : errno }

    private static func allocate(_ bytes: Int) -> Int32 {
        // Not malloc, which an optimized build leaves out where nothing is done with what it gives.
        mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : 0
    }

    /// More than a worker may write into its own file in memory.
    private static func writeMuch() -> Int32 {
        signal(SIGXFSZ, SIG_IGN)
        let file = muniment_memory_file()
        return file < 0 ? errno : code(ftruncate(file, 1 << 30))
    }

    private static func run(_ path: String) -> Int32 {
        var process: pid_t = 0
        let words: [UnsafeMutablePointer<CChar>?] = [strdup(path), strdup("--version"), nil]
        return posix_spawn(&process, path, nil, nil, words, nil)
    }
}
