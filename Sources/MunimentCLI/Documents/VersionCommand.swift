import Archive
import ArgumentParser
import Records

struct VersionCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Make a new version of a document, with the reason.",
        discussion: "  muniment version D-7K3M-9QXT-2VHT 合同-签署.pdf --kind signed --reason 双方签署")

    @Argument(help: "The document.")
    var document: Given<DocumentID>
    @Argument(help: "Files of the new version.")
    var paths: [String]
    @Option(help: "Why.")
    var reason: String
    @Option(help: "What this version is: draft, for_signature, signed, scan, redacted.")
    var kind: Given<VersionKind>?
    @Flag(help: "Keep the files of the version before that are not given anew.")
    var keep = false
    @Option(help: "The version you believe to be current; another one refuses the change.")
    var expect: Given<VersionNumber>?
    @Option(help: "A key of yours: the same request asked twice under it is carried out once.")
    var key: String?
    @Option(help: "Name to file the first file under.")
    var name: String?
    @Flag(help: "Take empty files too.")
    var allowEmpty = false
    @Flag(help: "Leave the text to be read later.")
    var noExtract = false
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        var version = NewVersion(
            of: try document.value(), files: try incoming(paths, name: name), kind: try kind?.value() ?? .plain, reason: reason, key: key)
        version.keepsOthers = keep
        version.expected = try expect?.value()
        version.allowEmpty = allowEmpty
        let made = try await session.archive.makeVersion(version, by: session.actor)
        try console.show(made, chinese: "新版本", english: "New version")
        // The version stands, whatever reading its text meets.
        if !noExtract { try? await session.archive.extract([made.document.id]) }
    }
}
