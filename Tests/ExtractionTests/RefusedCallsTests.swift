import Extraction
import Foundation
import Glibc
import Testing

/// A call of the C library that Swift does not know by name.
private func call(_ name: String, _ first: Int32, _ second: Int32 = 0) -> Int32 {
    typealias Call = @convention(c) (Int32, Int32) -> Int32
    guard let address = dlsym(nil, name) else { return 0 }
    return unsafeBitCast(address, to: Call.self)(first, second)
}

/// Ends this process: 0 where all deeds were refused, else the number of the first that was not.
private func expectRefused(_ deeds: [() -> Int32]) -> Never {
    for (index, deed) in deeds.enumerated() {
        errno = 0
        guard deed() < 0, [EPERM, EACCES, ENOSYS].contains(errno) else { exit(Int32(index + 1)) }
    }
    exit(0)
}

@Suite("What Landlock leaves open is refused by seccomp")
struct RefusedCallsTests {
    @Test("modes, owners, times and lengths of files; groups, sessions and namespaces")
    func reading() async {
        await #expect(processExitsWith: .success) {
            let path = "/tmp/muniment-\(getpid())"
            close(open(path, O_CREAT | O_RDWR, 0o600))
            let open = open(path, O_RDWR)
            unlink(path)
            guard Confinement.enter(.read, readable: []) == nil else { exit(200) }
            expectRefused([
                { chmod("/tmp", 0o777) }, { fchmod(open, 0o777) }, { chown("/tmp", 1, 1) }, { fchown(open, 1, 1) }, { utimes("/tmp", nil) },
                { truncate("/etc/hostname", 0) }, { setsid() }, { setpgid(0, 0) }, { call("unshare", 0x1000_0000) },
                { call("unshare", 0x4000_0000) }, { kill(getppid(), 0) }, { call("fsopen", 0) },
            ])
        }
    }

    @Test("a worker for LibreOffice has local sockets and a folder, and neither network nor files of others")
    func office() async {
        await #expect(processExitsWith: .success) {
            // A user that may make no namespace has no such worker.
            if let problem = Confinement.enter(.office, readable: []) { exit(problem.hasPrefix("namespaces") ? 0 : 200) }
            guard socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0 else { exit(201) }
            guard open(Confinement.folder + "/own", O_CREAT | O_RDWR, 0o600) >= 0 else { exit(202) }
            expectRefused([
                { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }, { socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0) },
                { socket(AF_NETLINK, Int32(SOCK_RAW.rawValue), 0) }, { open("/etc/shadow", O_RDONLY) },
                { open("/var/tmp/muniment-\(getpid())", O_CREAT | O_RDWR, 0o600) }, { mount("none", "/tmp", "tmpfs", 0, nil) },
            ])
        }
    }
}
