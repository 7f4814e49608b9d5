import Archive
import ArgumentParser
import Disk
import Foundation
import Records
import SystemPackage
import Wording

/// What every command understands.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: .said("档案库所在文件夹。", "The archive's folder.", valueName: "dir"))
    var archive: String?

    @Flag(name: .long, help: .said("用 JSON 回答。", "Answer in JSON."))
    var json = false

    /// Described here, and read by ``Spoken`` before anything else.
    @Option(
        name: .long, help: .said("消息的语言：zh 或 en；不给则随系统语言。", "Language of messages: zh or en. Default: the locale's.", valueName: "zh|en"))
    var lang: String?

    @Option(
        name: .customLong("as"),
        help: .said(
            "以这个账号的身份操作；令牌取自 MUNIMENT_TOKEN，密码取自 MUNIMENT_PASSWORD 或终端。",
            "Act as this account; its token comes from MUNIMENT_TOKEN, its password from MUNIMENT_PASSWORD or the terminal.",
            valueName: "account"))
    var actingAs: String?

    var console: Console { Console(json: json, tongue: Spoken.tongue) }

    /// Where the archive is: --archive, the environment, or `storage/` here or in a parent.
    ///
    /// - Throws: ``ArchiveError`` `.archiveMissing`
    func archiveFolder() throws(ArchiveError) -> FilePath {
        let environment = ProcessInfo.processInfo.environment["MUNIMENT_ARCHIVE"] ?? ""
        if let named = archive ?? (environment.isEmpty ? nil : environment) { return absolute(named) }
        var folder = absolute(".")
        while true {
            let candidate = folder.appending("storage")
            if (try? Disk().status(candidate.appending("archive.json"))) ?? nil != nil { return candidate }
            guard folder.removeLastComponent() else { break }
        }
        throw ArchiveError(.archiveMissing, ArchiveMessage.archiveMissing("storage/"), remedy: Remedy.initFirst)
    }

    /// Opens the archive.
    ///
    /// - Parameter notice: told what the archive puts right of itself; without one it stands on the standard error.
    func open(notice: (@Sendable (UpkeepMessage) -> Void)? = nil) throws(ArchiveError) -> LocalArchive {
        let (root, console) = (try archiveFolder(), console)
        var surroundings = try Workers.surroundings(root: root)
        surroundings.notice = notice ?? { console.note($0.text(console.tongue)) }
        return try LocalArchive(root: root, surroundings: surroundings)
    }

    /// Opens the archive and finds out who acts: the operator, who owns the files, or with `--as` the account that proves itself.
    ///
    /// - Throws: ``ArchiveError`` `.signInNeeded`
    func session() async throws(ArchiveError) -> Session {
        let archive = try open()
        guard let actingAs else { return Session(archive: archive, actor: .operator) }
        do throws(ArchiveError) {
            return Session(archive: archive, actor: .account(try await signIn(actingAs, archive).id))
        } catch {
            await archive.finishRecordingSignIns()
            throw error
        }
    }

    private func signIn(_ name: String, _ archive: LocalArchive) async throws(ArchiveError) -> AccountView {
        let environment = ProcessInfo.processInfo.environment
        if let token = environment["MUNIMENT_TOKEN"], !token.isEmpty {
            let account = try await archive.account(forToken: token)
            guard account.name == name || "\(account.id)" == name || account.id.compact == name else {
                throw ArchiveError(.signInNeeded, ArchiveMessage.tokenOfAnother(name), remedy: Remedy.signIn, subject: name)
            }
            return account
        }
        let password = environment["MUNIMENT_PASSWORD"] ?? SecretPrompt.ask(console.word("\(name) 的密码：", "Password of \(name): "))
        guard let password else {
            throw ArchiveError(.signInNeeded, ArchiveMessage.passwordMissing(name), remedy: Remedy.givePassword, subject: name)
        }
        return try await archive.account(named: name, password: password, from: nil)
    }
}

extension ValidationError {
    init(_ misuse: CommandMisuse) { self.init(misuse.text(Spoken.tongue)) }
}

/// A path as the user gave it, made absolute, so that messages and events do not depend on where the program stands.
func absolute(_ path: String) -> FilePath {
    let given = RawArguments.path(path)
    return (given.isAbsolute ? given : FilePath(FileManager.default.currentDirectoryPath).pushing(given)).lexicallyNormalized()
}
