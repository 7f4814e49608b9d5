import Archive
import Crypto
import Disk
import FileStore
import Foundation
import Journal
import Records
import Samples
import SystemPackage

/// What fetching, rebuilding and verifying cost, against reading and hashing the same bytes.
struct KeepingCosts {
    let work: Workplace

    private static let fetches = 500

    func measure(into report: inout Report) async throws {
        let documents = try FileStore(root: work.root.appending("objects"), disk: Disk()).documents()
        try await fetch(documents, &report)
        try await rebuild(&report)
        try await verify(documents, &report)
    }

    private func fetch(_ documents: [DocumentID], _ report: inout Report) async throws {
        var random = SeededGenerator(seed: 3)
        var (times, floors) = ([Double](), [Double]())
        for _ in 0..<Self.fetches {
            let id = documents[Int.random(in: 0..<documents.count, using: &random)]
            var path = FilePath()
            times.append(
                try await milliseconds {
                    let content = try await work.archive.open(ContentRequest(document: id), by: .operator)
                    try content.read { (_: [UInt8]) throws(ArchiveError) in }
                    path = content.stored.file.path
                })
            floors.append(try milliseconds { _ = try Disk().read(path, limit: 1 << 20) })
        }
        report.add(
            "get: open, read, check", times.quantile(0.5), "ms", floor: floors.quantile(0.5), "raw read of the same file",
            p99: times.quantile(0.99))
    }

    private func rebuild(_ report: inout Report) async throws {
        let took = try await milliseconds { _ = try await work.archive.rebuild(by: .operator) }
        let floor = try milliseconds {
            var events = try Journal(folder: work.root.appending("journal"), disk: Disk()).events()
            while try events.next() != nil {}
        }
        let count = Double(work.papers.count)
        report.add("rebuild with texts, each document", took / count, "ms", floor: floor / count, "reading the journal")
    }

    private func verify(_ documents: [DocumentID], _ report: inout Report) async throws {
        let took = try await milliseconds {
            let verification = try await work.archive.verify(by: .operator)
            guard verification.findings.isEmpty else { throw BenchmarkError.findings(verification.findings.count) }
        }
        let floor = try milliseconds { try hash(work.root.appending("objects")) }
        let count = Double(documents.count)
        report.add("verify, each document", took / count, "ms", floor: floor / count, "read and sha512 of every file in objects/")
    }

    private func hash(_ folder: FilePath) throws {
        let disk = Disk()
        for name in try disk.list(folder) {
            let path = folder.appending(name)
            switch try disk.status(path)?.kind {
            case .folder: try hash(path)
            default: _ = SHA512.hash(data: try disk.read(path, limit: 1 << 20))
            }
        }
    }
}

enum BenchmarkError: Error {
    case findings(Int)
    case programFailed(String, Int32)
}
