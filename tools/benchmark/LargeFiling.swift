import Archive
import Crypto
import Disk
import Foundation
import Glibc
import Records
import SystemPackage

/// Files one document of some GiB with the built program, hands it over as a pack, and looks at the memory that this took.
struct LargeFiling {
    let folder: FilePath
    let program: String
    let gibibytes: Int

    func measure(into report: inout Report) async throws {
        let (disk, root, large) = (Disk(), folder.appending("large-storage"), folder.appending("large.bin"))
        try disk.createFile(large).truncate(to: Int64(gibibytes) << 30)
        try runTool(program, ["init", root.string])
        let took = try milliseconds {
            try runTool(program, ["file", large.string, "--type", "drawing", "--no-extract", "--archive", root.string])
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        let floor = try milliseconds { try copyRaw(large, to: folder.appending("large.raw")) }
        report.add(
            "filing \(gibibytes) GiB", took / 1000, "s", floor: floor / 1000, "read, sha512 and sha256, write, fsync")
        report.add("filing \(gibibytes) GiB, resident memory", Double(usage.ru_maxrss) / 1024, "MiB")
        try await pack(large, in: root, &report)
        for path in [large, folder.appending("large.raw")] { try disk.removeFile(path) }
        try disk.removeTree(root)
    }

    /// The largest child so far, filing included.
    private func pack(_ large: FilePath, in root: FilePath, _ report: inout Report) async throws {
        let (disk, target, raw) = (Disk(), folder.appending("large.zip"), folder.appending("raw.zip"))
        let archive = try LocalArchive(root: root)
        let pack = try await PackCosts.issue(try await archive.ask(ListDocuments(withdrawn: false), as: .operator), in: archive)
        let took = try milliseconds {
            try runTool(program, ["pack", "export", "\(pack)", "--output", target.string, "--archive", root.string])
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        let floor = try milliseconds {
            try runTool("/usr/bin/zip", ["-0", "-q", raw.string, large.string])
            try runTool("/usr/bin/sha512sum", [large.string])
        }
        report.add("pack of \(gibibytes) GiB", took / 1000, "s", floor: floor / 1000, "zip -0 and sha512sum")
        report.add("pack of \(gibibytes) GiB, resident memory", Double(usage.ru_maxrss) / 1024, "MiB")
        for path in [target, raw] { try disk.removeFile(path) }
    }

    private func copyRaw(_ source: FilePath, to target: FilePath) throws {
        let (input, output) = (try Disk().openForReading(source), try Disk().createFile(target))
        var (long, short, offset) = (SHA512(), SHA256(), Int64(0))
        while true {
            let block = try input.read(1 << 20, at: offset)
            if block.isEmpty { break }
            long.update(data: block)
            short.update(data: block)
            try output.write(block, at: offset)
            offset += Int64(block.count)
        }
        try output.sync()
        _ = (long.finalize(), short.finalize())
    }
}
