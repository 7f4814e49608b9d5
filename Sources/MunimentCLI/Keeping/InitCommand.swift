import Archive
import ArgumentParser
import Records
import SystemPackage

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "Make a folder an archive.")

    @Argument(help: "The folder; it is made if it is not there.")
    var folder: String
    @Option(help: "Time zone of civil dates, by its IANA name.")
    var zone = "Asia/Shanghai"
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.run {
            let root = absolute(folder)
            let identity = try ArchiveBuilder().create(at: root, zone: zone)
            if console.json { return try console.object(["archive": root.string, "identity": identity]) }
            console.say("档案库已建立：\(root.string)", "The archive is made: \(root.string)")
        }
    }
}
