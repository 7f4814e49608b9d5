import Foundation
import Testing

/// What a person does on the pages, on one archive with all samples: what changes something, one after the other.
@Suite("Pages in a browser", .serialized, .timeLimit(.minutes(20)), .enabled(if: BrowserWalk.isHere, BrowserWalk.missing))
struct PagesInBrowserTests {
    @Test(
        "are good to use on the way", arguments: ["one_time_link", "password", "dossiers", "originals", "transmittals", "parties"],
        BrowserWalk.Window.allCases)
    func way(_ way: String, _ window: BrowserWalk.Window) async throws {
        try await BrowserWalk.go(way, in: [window], on: try await SampleArchive.program.value)
    }
}

/// What a person only looks at, on the same archive.
@Suite(
    "Pages that are looked at in a browser", .serialized, .timeLimit(.minutes(20)), .enabled(if: BrowserWalk.isHere, BrowserWalk.missing))
struct LookingInBrowserTests {
    @Test(
        "are good to use on the way",
        arguments: ["keyboard", "search", "document", "language", "due", "simulation", "statistics", "programs", "problem"])
    func way(_ way: String) async throws {
        try await BrowserWalk.go(way, in: BrowserWalk.Window.allCases, on: try await SampleArchive.program.value)
    }
}
