import Archive
import Disk
import Foundation
import Records
import Samples
import SystemPackage

/// What a backup costs, full and after one document of a hundred changed, and a restore of it: beside `cp -a` with `sync`, and beside restic where
/// it is installed, over the same root in the same run.
struct BackupCosts {
    let work: Workplace

    private var folder: FilePath { work.scratch.appending("backups") }
    private var ours: FilePath { folder.appending("ours") }
    private var repository: FilePath { folder.appending("restic") }

    func measure(into report: inout Report) async throws {
        try Disk().createFolder(folder)
        defer { try? Disk().removeTree(folder) }
        let restic = ["/usr/bin/restic", "/usr/local/bin/restic"].first { FileManager.default.isExecutableFile(atPath: $0) }
        if let restic { try run(restic, ["init"]) }
        try await backUp("full", restic, &report)
        for index in 0..<max(1, work.papers.count / 100) {
            let path = folder.appending("changed-\(index).txt")
            try Disk().createFile(path).write(Array("修订 \(index) \(work.papers[index].body)".utf8), at: 0)
            var filing = work.filing(index)
            filing.files = [IncomingFile(name: nil, role: .main, source: .path(path))]
            filing.words.number = nil
            filing.allowDuplicate = true
            _ = try await work.archive.file(filing, by: .operator)
        }
        try await backUp("after 1 % more", restic, &report)
        report.add(
            "backup, size", try megabytes(ours), "MB", floor: try restic.map { _ in try megabytes(repository) },
            restic.map { _ in "restic's repository" })
        try await restore(restic, &report)
    }

    private func backUp(_ name: String, _ restic: String?, _ report: inout Report) async throws {
        let took = try await milliseconds { _ = try await work.archive.backUp(to: ours, by: .operator) }
        let copy = folder.appending("copy")
        let copied = try milliseconds {
            try run("/bin/cp", ["-a", work.root.string, copy.string])
            try run("/bin/sync", ["-f", copy.string])
        }
        report.add("backup, \(name)", took, "ms", floor: copied, "cp -a of the root, and sync")
        try Disk().removeTree(copy)
        guard let restic else { return }
        let theirs = try milliseconds { try run(restic, ["backup", work.root.string]) }
        report.add("backup, \(name), beside restic", took, "ms", floor: theirs, "restic backup of the root")
    }

    private func restore(_ restic: String?, _ report: inout Report) async throws {
        let took = try await milliseconds { _ = try await LocalArchive.restore(ours, to: folder.appending("restored")) }
        guard let restic else { return report.add("restore, checked", took, "ms") }
        let target = folder.appending("restic-restored")
        let theirs = try milliseconds { try run(restic, ["restore", "latest", "--verify", "--target", target.string]) }
        report.add("restore, checked", took, "ms", floor: theirs, "restic restore --verify")
    }

    private func megabytes(_ path: FilePath) throws -> Double {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path.string)
        let bytes = try names.reduce(into: 0.0) { sum, name in
            guard let status = try Disk().status(path.pushing(FilePath(name))), status.kind == .file else { return }
            sum += Double(status.size)
        }
        return bytes / 1e6
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        try runTool(
            program, arguments,
            environment: [
                "RESTIC_REPOSITORY": repository.string, "RESTIC_PASSWORD": "muniment", "RESTIC_CACHE_DIR": folder.appending("cache").string,
            ])
    }
}
