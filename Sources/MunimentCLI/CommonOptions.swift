import Archive
import ArgumentParser
import Disk
import Foundation
import Records
import SystemPackage
import Wording

/// What every command understands.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The archive's folder.", valueName: "dir"))
    var archive: String?

    @Flag(name: .long, help: "Answer in JSON.")
    var json = false

    @Option(name: .long, help: ArgumentHelp("Language of messages: zh or en. Default: the locale's.", valueName: "zh|en"))
    var lang: String?

    func validate() throws {
        if let lang, Tongue(locale: lang) == nil { throw ValidationError("--lang is zh or en") }
    }

    /// The language to speak: --lang, else the locale's, else Chinese.
    var tongue: Tongue {
        let environment = ProcessInfo.processInfo.environment
        let wanted = [lang] + ["LC_ALL", "LC_MESSAGES", "LANG"].map { environment[$0] }
        for case let locale? in wanted where !locale.isEmpty { return Tongue(locale: locale) ?? .english }
        return .chinese
    }

    var console: Console { Console(json: json, tongue: tongue) }

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
    func open() throws(ArchiveError) -> LocalArchive {
        let root = try archiveFolder()
        return try LocalArchive(root: root, surroundings: try Workers.surroundings(root: root))
    }
}

/// A path as the user gave it, made absolute, so that messages and events do not depend on where the program stands.
func absolute(_ path: String) -> FilePath {
    let given = RawArguments.path(path)
    return (given.isAbsolute ? given : FilePath(FileManager.default.currentDirectoryPath).pushing(given)).lexicallyNormalized()
}
