import Archive
import ArgumentParser
import Foundation
import Records
import SystemPackage

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: .said("把文件夹建为档案库。", "Make a folder an archive."))

    @Argument(help: .said("文件夹；没有则新建。", "The folder; it is made if it is not there."))
    var folder: String
    @Option(help: .said("日期所用时区，写 IANA 名称。", "Time zone of civil dates, by its IANA name."))
    var zone = "Asia/Shanghai"
    @Option(
        help: .said(
            "控制登记簿放在哪里：档案库之外的新文件；不给则放在密钥目录。恢复备份时要用到它。",
            "Where the control register lies: a new file outside the archive; default: in the folder of secrets. A restore needs it.",
            valueName: "path"))
    var controlRegister: String?
    @OptionGroup var common: CommonOptions

    /// A folder for secrets that was named is this archive's from now on.
    private var namedHome: FilePath? {
        ProcessInfo.processInfo.environment["MUNIMENT_HOME"].flatMap { $0.isEmpty ? nil : FilePath($0) }
    }

    func run() async throws {
        let console = common.console
        try await console.run {
            let root = absolute(folder)
            let register = controlRegister.map { absolute($0) }
            try register.map { register throws(ArchiveError) in try ControlRegisterPlace.check(register, root: root) }
            let identity = try ArchiveBuilder().create(at: root, zone: zone, home: namedHome)
            if let register { try ControlRegisterPlace.set(register, ofArchive: identity) }
            if console.json { return try console.object(["archive": root.string, "identity": identity]) }
            console.say("档案库已建立：\(root.string)", "The archive is made: \(root.string)")
        }
    }
}
