import Archive
import ArgumentParser
import Disk
import Foundation
import SystemPackage

/// Measures what the archive's work costs, each figure beside its floor from the same run; see `docs/measurements.md`.
@main
struct Benchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muniment-bench", abstract: "Measure filing, reading, searching, rebuilding and verifying, each beside its floor.")

    @Option(help: "How many documents the archive holds.")
    var documents = 1000
    @Option(help: "Where to make the archive; a folder on the disk to be measured. It is removed at the end.")
    var folder: String
    @Option(help: "The program `muniment`, in a release build.")
    var program: String
    @Option(help: "Write the figures to this file as JSON.")
    var json: String?
    @Option(help: "Also file one document of so many GiB.")
    var largeFile = 0
    @Flag(help: "Only what a disposal costs, and what it needs.")
    var disposal = false
    @Flag(help: "Leave the archive where it is.")
    var keep = false

    func validate() throws {
        guard documents >= 300 else { throw ValidationError("--documents is 300 or more") }
    }

    func run() async throws {
        let place = FilePath(folder)
        try Disk().createFolder(place)
        defer { if !keep { try? Disk().removeTree(place) } }
        var report = Report(documents: documents)
        // First, so that the largest child so far is this filing.
        if largeFile > 0 { try await LargeFiling(folder: place, program: program, gibibytes: largeFile).measure(into: &report) }
        let work = try await Workplace(documents: documents, folder: place, program: program)
        try await FilingCosts(work: work).measure(into: &report, texts: !disposal)
        if !disposal {
            try await SearchCosts(work: work).measure(into: &report)
            try await HanRecall(work: work).measure(into: &report)
            try await DoorCosts(work: work).measure(into: &report)
        }
        try await RetainingCosts(work: work).measure(into: &report)
        if !disposal {
            try await KeepingCosts(work: work).measure(into: &report)
            try await PackCosts(work: work).measure(into: &report)
            try await BackupCosts(work: work).measure(into: &report)
        }
        try await DisposingCosts(work: work).measure(into: &report)
        FileHandle.standardOutput.write(Data(report.table.utf8))
        if let json { try report.json.write(to: URL(fileURLWithPath: json)) }
    }
}
