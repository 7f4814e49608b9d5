import Foundation
import Glibc
import Synchronization

/// How far long work has come: one line on a terminal that rewrites itself; nothing where nobody looks.
final class ProgressLine: Sendable {
    private let visible: Bool
    private let lastPercent = Mutex(-1)

    init(_ console: Console) { visible = !console.json && isatty(STDERR_FILENO) == 1 }

    /// Shows that `done` of `total` is done.
    func show(_ done: Int, of total: Int) {
        guard visible, total > 0 else { return }
        let percent = done * 100 / total
        lastPercent.withLock { last in
            guard percent != last else { return }
            last = percent
            FileHandle.standardError.write(Data("\r\(percent) %  \(done)/\(total) ".utf8))
        }
    }

    /// Leaves the line.
    func end() {
        if visible { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
