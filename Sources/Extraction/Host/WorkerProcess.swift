import CLinux
import Disk
import Foundation
import Glibc
import Records
import SystemPackage

/// One worker as its parent sees it: a socket to speak through, and a process that is always waited for.
final class WorkerProcess {
    private let process: pid_t
    private let socket: CInt

    /// Starts the program as a worker.
    ///
    /// - Returns: nil where it cannot be started.
    init?(program: FilePath, kind: WorkerKind) {
        var pair: [CInt] = [-1, -1]
        guard muniment_socket_pair(&pair) == 0 else { return nil }
        let words: [UnsafeMutablePointer<CChar>?] =
            [program.string, "worker", kind.rawValue].map { (word: String) in strdup(word) } + [nil]
        defer { for word in words { free(word) } }
        var started: pid_t = 0
        let code = muniment_start_worker(program.string, words, pair[1], -1, &started)
        close(pair[1])
        guard code == 0 else {
            close(pair[0])
            return nil
        }
        (process, socket) = (started, pair[0])
    }

    deinit { end() }

    /// Kills what is left of the worker and all it started, and waits for it: no zombie stays.
    private func end() {
        close(socket)
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Sends a request with an open file.
    func send(_ request: WorkerRequest, with descriptor: CInt) -> Bool {
        guard let bytes = try? JSONEncoder().encode(request), bytes.count <= WorkerRequest.largestPacket else { return false }
        return bytes.withUnsafeBytes { muniment_send(socket, $0.baseAddress, $0.count, descriptor) } == 0
    }

    /// The next packet; nil where the worker ended or took longer than `seconds`.
    func receive(within seconds: Int) -> [UInt8]? {
        guard wait(seconds) else { return nil }
        var (bytes, descriptor) = ([UInt8](repeating: 0, count: WorkerRequest.largestPacket), CInt(-1))
        let count = muniment_receive(socket, &bytes, bytes.count, &descriptor)
        if descriptor >= 0 { close(descriptor) }
        return count > 0 ? Array(bytes.prefix(count)) : nil
    }

    /// Waits until the worker says something or ends; answers false where it does neither in time.
    func wait(_ seconds: Int) -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        var wanted = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        while true {
            // A signal must not start the time anew.
            let left = (end - .now) / .milliseconds(1)
            let code = poll(&wanted, 1, CInt(clamping: Int64(max(0, left.rounded(.up)))))
            if code < 0, errno == EINTR { continue }
            return code > 0
        }
    }
}
