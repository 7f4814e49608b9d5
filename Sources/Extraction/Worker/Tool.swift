import CLinux
import Glibc

/// Runs a program of the system inside the confinement: never through a shell, with the file as its standard input.
enum Tool {
    struct Answer {
        let output: [UInt8]
        let exitCode: Int32
        /// Whether it wrote more than it may; the rest was thrown away.
        let cut: Bool
    }

    /// - Parameters:
    ///   - input: becomes the standard input, from its beginning.
    ///   - limit: most bytes of output that are kept.
    /// - Returns: nil where the program cannot be started.
    static func run(_ program: String, _ arguments: [String], input: OpenFile?, limit: Int) -> Answer? {
        var pipe: [CInt] = [-1, -1]
        guard muniment_pipe(&pipe) == 0 else { return nil }
        var process: pid_t = 0
        let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { (word: String) in strdup(word) } + [nil]
        defer { for word in words { free(word) } }
        if let input { lseek(input.descriptor, 0, SEEK_SET) }
        let code = muniment_start_tool(program, words, input?.descriptor ?? -1, pipe[1], &process)
        close(pipe[1])
        guard code == 0 else {
            close(pipe[0])
            return nil
        }
        let (output, cut) = drain(pipe[0], limit: limit)
        close(pipe[0])
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return Answer(output: output, exitCode: (status & 0x7F) == 0 ? (status >> 8) & 0xFF : 128, cut: cut)
    }

    private static func drain(_ descriptor: CInt, limit: Int) -> ([UInt8], Bool) {
        var (output, block) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return (output, false) }
            output += block.prefix(min(count, limit - output.count))
            // Closing the pipe ends the program.
            if output.count >= limit { return (output, true) }
        }
    }
}
