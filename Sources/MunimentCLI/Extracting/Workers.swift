import Archive
import Disk
import Extraction
import Foundation
import Glibc
import Records
import SystemPackage

/// The confined helpers of this program.
enum Workers {
    /// What the archive needs from outside itself.
    static func surroundings(root: FilePath) throws(ArchiveError) -> LocalArchive.Surroundings {
        let identity = try LocalArchive.identity(at: root)
        let home = Credentials.home(ofArchive: identity, environment: ProcessInfo.processInfo.environment)
        return LocalArchive.Surroundings(
            extraction: extraction,
            credentials: home.map { Credentials(home: $0, disk: Disk(), archive: identity) })
    }

    /// Reads what others made.
    static var extraction: ExtractionService { ExtractionService(program: thisProgram) }

    /// Where this program lies, so that it can start itself as a worker.
    private static var thisProgram: FilePath {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        return FilePath(String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}
