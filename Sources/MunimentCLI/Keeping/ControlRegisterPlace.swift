import Archive
import Disk
import Foundation
import Records
import SystemPackage
import Wording

/// Where `init --control-register` puts the control register.
enum ControlRegisterPlace {
    /// - Throws: ``ArchiveError`` `.valueRefused` for a place in the archive, `.inputMissing` without a folder, `.outputExists` where something
    ///   is there.
    static func check(_ path: FilePath, root: FilePath) throws(ArchiveError) {
        guard !path.starts(with: root) else { throw refusal(.valueRefused, .insideRoot(path.string)) }
        let above = path.removingLastComponent()
        guard kind(above.appending(".")) == .folder else { throw refusal(.inputMissing, .noFolder(above.string)) }
        guard kind(path) == nil else { throw refusal(.outputExists, .taken(path.string)) }
    }

    /// Keeps the place in the archive's home.
    static func set(_ path: FilePath, ofArchive identity: String) throws(ArchiveError) {
        guard let home = Credentials.home(ofArchive: identity, environment: ProcessInfo.processInfo.environment) else {
            throw refusal(.placeUnfit, .homeMissing)
        }
        do throws(CredentialsError) {
            try Credentials(home: home, disk: Disk(), archive: identity).keepControlRegister(at: path)
        } catch { throw error.archiveError }
    }

    private static func kind(_ path: FilePath) -> FileStatus.Kind? { (try? Disk().status(path))??.kind }

    private static func refusal(_ code: ErrorCode, _ message: ControlMessage) -> ArchiveError {
        ArchiveError(code, message, remedy: ControlMessage.chooseOutside, subject: "control-register")
    }
}
