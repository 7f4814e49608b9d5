import Archive
import ArgumentParser
import Disk
import Extraction
import Records
import SystemPackage
import Wording

/// `pack check`: whether a bag of whoever made it is whole, a line for each finding; for programs all in one object. Needs no archive.
extension PackCommand {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: .said(
                "核对一个 BagIt 包（ZIP 文件或文件夹）是否完整、没有改动，不论是谁做的。无效时退出码为 1。",
                "Check whether a bag (a ZIP file or a folder) is complete and unchanged, whoever made it. Exit code 1 where it is not."),
            discussion: """
                  muniment pack check 青禾广场-交底.zip
                """)

        @Argument(help: .said("ZIP 文件或文件夹。", "The ZIP file or the folder."))
        var path: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.run {
                let descriptor = try Self.open(absolute(path), as: path)
                guard let report = await Workers.extraction.checkBag(descriptor.descriptor) else {
                    throw ArchiveError(.inputUnreadable, BagMessage.workerFailed(path), remedy: Remedy.retryLater, subject: path)
                }
                if console.json { try console.object(Answer(report, console.tongue)) } else { Self.tell(report, console) }
                if !report.isValid { throw ExitCode(1) }
            }
        }

        private static func open(_ path: FilePath, as name: String) throws(ArchiveError) -> DiskFile {
            let disk = Disk()
            do throws(DiskError) {
                do throws(DiskError) { return try disk.openFolder(path) } catch  where error.errno == .notDirectory {
                    return try disk.openInput(path)
                }
            } catch {
                let isMissing = error.errno == .noSuchFileOrDirectory
                throw ArchiveError(
                    isMissing ? .inputMissing : .inputUnreadable,
                    isMissing ? BagMessage.missing(name) : .unreadable(name, error.errno.phrase), remedy: Remedy.checkPath, subject: name,
                    cause: error)
            }
        }

        private static func tell(_ report: BagReport, _ console: Console) {
            for finding in report.findings {
                let place = [finding.path, finding.detail].compactMap(\.self).joined(separator: "  ")
                console.line("\(finding.kind.rawValue)  \(finding.kind.text(console.tongue))  \(place)")
            }
            let warnings = report.findings.count(where: \.kind.isWarning)
            let message =
                report.isValid
                ? BagMessage.valid(version: report.version ?? "", files: report.files, algorithms: report.algorithms, warnings: warnings)
                : .invalid(errors: report.findings.count - warnings, warnings: warnings)
            console.line(message.text(console.tongue))
        }

        /// What a program is told.
        private struct Answer: Encodable {
            let valid: Bool
            let version: String?
            let algorithms: [String]
            let files: Int
            let bytes: Int64
            let errors: [Finding]
            let warnings: [Finding]

            struct Finding: Encodable {
                let kind: String
                let path: String?
                let detail: String?
                let text: String
            }

            init(_ report: BagReport, _ tongue: Tongue) {
                func told(_ isWarning: Bool) -> [Finding] {
                    report.findings.filter { $0.kind.isWarning == isWarning }.map {
                        Finding(kind: $0.kind.rawValue, path: $0.path, detail: $0.detail, text: $0.kind.text(tongue))
                    }
                }
                (valid, version, algorithms) = (report.isValid, report.version, report.algorithms)
                (files, bytes) = (report.files, report.bytes)
                (errors, warnings) = (told(false), told(true))
            }
        }
    }
}
