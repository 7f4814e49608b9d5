import Archive
import Crypto
import Disk
import Foundation
import Records
import SystemPackage

/// What filing costs, in bulk and one by one, against hashing and writing the same bytes durably.
struct FilingCosts {
    let work: Workplace

    /// Documents filed one by one, into the archive when it is full.
    private static let single = 200
    /// As many as an import puts into one group.
    private static let group = 32

    /// - Parameter texts: Whether texts are read, too.
    func measure(into report: inout Report, texts: Bool) async throws {
        let bulk = work.papers.count - Self.single
        let groups = stride(from: 0, to: bulk, by: Self.group).map { $0..<min($0 + Self.group, bulk) }
        let took = try await milliseconds {
            for group in groups {
                for result in try await work.archive.fileTogether(group.map(work.filing), by: .operator) { _ = try result.get() }
            }
        }
        let bulkFloor = try milliseconds { for group in groups { try writeRaw(group, together: true) } }
        report.add("filing in bulk, each", took / Double(bulk), "ms", floor: bulkFloor / Double(bulk), "hash, write; one syncfs for 32")

        var (times, floors) = ([Double](), [Double]())
        for index in bulk..<work.papers.count {
            times.append(try await milliseconds { _ = try await work.archive.file(work.filing(index), by: .operator) })
            floors.append(try milliseconds { try writeRaw(index..<index + 1, together: false) })
        }
        report.add(
            "filing one by one", times.quantile(0.5), "ms", floor: floors.quantile(0.5), "hash, write, fsync of file and folder",
            p99: times.quantile(0.99))

        guard texts else { return }
        let reading = try await milliseconds { try await work.archive.extract(wait: true) }
        report.add("reading texts, each", reading / Double(work.papers.count), "ms")
    }

    /// The same bytes, read, hashed twice and written durably, and nothing else.
    private func writeRaw(_ papers: Range<Int>, together: Bool) throws {
        let disk = Disk()
        let volume = try disk.openFolder(work.scratch)
        for index in papers {
            let bytes = try disk.read(work.files[index], limit: 1 << 20)
            _ = (SHA512.hash(data: bytes), SHA256.hash(data: bytes))
            let folder = work.scratch.appending("\(index)")
            try disk.createFolder(folder)
            let file = try disk.createFile(folder.appending("content"))
            try file.write(bytes, at: 0)
            if !together {
                try file.sync()
                try disk.syncFolder(folder)
            }
        }
        if together { try disk.syncFileSystem(of: volume) }
    }
}
