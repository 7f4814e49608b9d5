import Archive
import Catalogue
import Disk
import Foundation
import GRDB
import Records
import Samples
import SystemPackage

/// What a small question and a small change cost through the door, and what searches cost while filings wait to be written.
struct DoorCosts {
    let work: Workplace

    private static let times = 300
    /// Filings that wait while it is searched.
    private static let waiting = 40

    func measure(into report: inout Report) async throws {
        let documents = try await work.archive.ask(SearchDocuments(DocumentSearch(query: "", limit: 100)), as: .operator).hits.map(\.id)
        try await question(documents, &report)
        try await change(documents, &report)
        try await crowd(&report)
    }

    private func question(_ documents: [DocumentID], _ report: inout Report) async throws {
        let catalogue = Catalogue(folder: CatalogueFolder(folder: work.root.appending("catalogue"), disk: Disk()))
        let generation = try catalogue.current()
        var (times, floors) = ([Double](), [Double]())
        for index in 0..<Self.times {
            let document = documents[index % documents.count]
            times.append(try await milliseconds { _ = try await work.archive.ask(ShowDocument(document), as: .operator) })
            floors.append(
                try milliseconds {
                    _ = try generation.database.read {
                        try Row.fetchOne($0, sql: "SELECT * FROM documents WHERE id = ?", arguments: [document.compact])
                    }
                })
        }
        report.add(
            "door: a small question", times.quantile(0.5), "ms", floor: floors.quantile(0.5), "its row, read by a bare query",
            p99: times.quantile(0.99))
    }

    private func change(_ documents: [DocumentID], _ report: inout Report) async throws {
        let log = try Disk().createFile(work.scratch.appending("log"))
        let line = [UInt8](repeating: 120, count: 1024)
        var (times, floors) = ([Double](), [Double]())
        for index in 0..<Self.times {
            var words = MetadataWords()
            words.note = "第 \(index) 次"
            let edit = EditDocument(documents[index % documents.count], words: words, reason: "测")
            times.append(try await milliseconds { _ = try await work.archive.carryOut(edit, as: .operator) })
            floors.append(
                try milliseconds {
                    try log.write(line, at: Int64(index * line.count))
                    try log.sync()
                })
        }
        report.add(
            "door: a small change", times.quantile(0.5), "ms", floor: floors.quantile(0.5), "1 KB appended, one fsync",
            p99: times.quantile(0.99))
    }

    /// Readers do not wait for the writer: the ratio is what the processors are shared for.
    private func crowd(_ report: inout Report) async throws {
        let search = SearchDocuments(DocumentSearch(query: work.papers[0].party))
        func searched() async throws -> Double { try await milliseconds { _ = try await work.archive.ask(search, as: .operator) } }
        var (alone, among) = ([Double](), [Double]())
        for _ in 0..<50 { alone.append(try await searched()) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<Self.waiting {
                group.addTask {
                    var filing = work.filing(index % work.papers.count)
                    filing.allowDuplicate = true
                    (filing.words.number, filing.words.title) = (nil, "并发 \(index)")
                    _ = try await work.archive.file(filing, by: .operator)
                }
            }
            for _ in 0..<20 { among.append(try await searched()) }
            try await group.waitForAll()
        }
        report.add(
            "search while 40 filings wait", among.quantile(0.5), "ms", floor: alone.quantile(0.5), "the same search with nobody else",
            p99: among.quantile(0.99))
    }
}
