import Archive
import ArgumentParser
import Records

struct VersionCommand: ArchiveCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Make a new version of a document, with the reason.",
        discussion: "  muniment version D-7K3M-9QXT-2VHT 合同-签署.pdf --kind signed --reason 双方签署")

    @Argument(help: "The document.")
    var document: DocumentID
    @Argument(help: "Files of the new version.")
    var paths: [String]
    @Option(help: "Why.")
    var reason: String
    @Option(help: "What this version is: draft, for_signature, signed, scan, redacted.")
    var kind: VersionKind = .plain
    @Flag(help: "Keep the files of the version before that are not given anew.")
    var keep = false
    @Option(help: "The version you believe to be current; another one refuses the change.")
    var expect: Int?
    @Option(help: "A key of yours: the same request asked twice under it is carried out once.")
    var key: String?
    @Option(help: "Name to file the first file under.")
    var name: String?
    @Flag(help: "Take empty files too.")
    var allowEmpty = false
    @OptionGroup var common: CommonOptions

    func run(_ session: Session, _ console: Console) async throws {
        var version = NewVersion(of: document, files: try incoming(paths, name: name), kind: kind, reason: reason, key: key)
        version.keepsOthers = keep
        version.expected = expect.flatMap { VersionNumber($0) }
        version.allowEmpty = allowEmpty
        try console.show(try await session.archive.makeVersion(version, by: session.actor), chinese: "新版本", english: "New version")
    }
}
