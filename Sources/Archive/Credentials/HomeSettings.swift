import Disk
import Foundation
import Records
public import Journal
public import SystemPackage

/// What is set for one archive on this machine, and is no secret: `settings` in the home.
private struct HomeSettings: Codable {
    var format = 1
    /// Where the control register lies; nil for the home itself.
    var controlRegister: String?
}

extension Credentials {
    private static let settingsFile = "settings"
    private static let registerFile = "control-register.jsonl"

    /// The control register of the archive: where `init --control-register` said, else in this folder.
    ///
    /// - Throws: ``CredentialsError``
    public func controlRegister() throws(CredentialsError) -> ControlRegister {
        let named = try settings().controlRegister
        return ControlRegister(path: named.map { FilePath($0) } ?? home.path(Self.registerFile), disk: home.disk)
    }

    /// Says where the control register lies from now on; nothing is moved.
    ///
    /// - Throws: ``CredentialsError``
    public func keepControlRegister(at path: FilePath) throws(CredentialsError) {
        try home.make()
        var settings = try settings()
        settings.controlRegister = path.string
        guard let bytes = try? CanonicalJSON.bytes(settings) else { throw .damaged(home.path(Self.settingsFile)) }
        try home.write(bytes + [UInt8(ascii: "\n")], to: Self.settingsFile)
    }

    private func settings() throws(CredentialsError) -> HomeSettings {
        guard let bytes = try home.read(Self.settingsFile) else { return HomeSettings() }
        guard let settings = try? JSONDecoder().decode(HomeSettings.self, from: Data(bytes)), settings.format == 1 else {
            throw .damaged(home.path(Self.settingsFile))
        }
        return settings
    }
}
