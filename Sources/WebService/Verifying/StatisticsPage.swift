import Archive
import Hummingbird
import Records
import Wording

/// What `statistics.mustache` calls: how much there is, how much room is left, and how long ago the oldest check was.
struct StatisticsPage {
    struct Fact {
        let name: String
        let value: String
    }

    let facts: [Fact]

    init(_ statistics: StatisticsView, _ tongue: Tongue) {
        let counts = statistics.counts
        let rows: [(StatisticsWord, String)] = [
            (.countDocuments, "\(counts.documents)"), (.countWithdrawn, "\(counts.withdrawn)"), (.countVersions, "\(counts.versions)"),
            (.countBytes, DocumentPage.File.size(counts.bytes)), (.countParties, "\(counts.parties)"),
            (.countEvents, counts.events.map { "\($0)" } ?? "–"), (.countWaiting, "\(counts.waiting)"),
            (.oldestCheck, counts.oldestCheck.map { "\($0)" } ?? "–"), (.freeSpace, DocumentPage.File.size(statistics.freeBytes)),
        ]
        facts = rows.map { Fact(name: $0.text(tongue), value: $1) }
    }
}

/// The page of how the archive stands.
struct StatisticsPages: Sendable {
    let archive: any Archive
    let pages: Pages

    func add(to group: RouterGroup<SignedInContext>) {
        group.get("statistics") { request, context in
            let viewer = Viewer(request, context)
            _ = try Members.query(of: request, known: [])
            let statistics = try await archive.ask(ShowStatistics(), as: context.actor)
            return try pages.response(
                .statistics, StatisticsWord.statistics.text(viewer.tongue), StatisticsPage(statistics, viewer.tongue), for: viewer)
        }
    }
}
