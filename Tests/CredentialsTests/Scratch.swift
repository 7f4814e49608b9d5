import Disk
import Foundation
import Records
import SystemPackage

@testable import Archive

/// A folder of its own for one test, removed with it.
final class Scratch: Sendable {
    let path: FilePath

    init() throws {
        path = FilePath(NSTemporaryDirectory()).appending("muniment-credentials-\(UUID().uuidString)")
        try Disk().createFolder(path)
    }

    deinit { try? Disk().removeTree(path) }

    /// Where the secrets go; two folders deep, so that both must be made.
    var home: FilePath { path.appending("share").appending("archive") }
    var credentials: Credentials { Credentials(home: home, disk: Disk()) }

    /// What a file of the home says.
    func text(_ name: String) throws -> String { String(decoding: try Disk().read(home.appending(name), limit: 1 << 20), as: UTF8.self) }
}

/// A moment so many minutes after noon.
func minute(_ minutes: Int64) -> Timestamp { Timestamp(milliseconds: 1_795_507_200_000 + minutes * 60_000) }
