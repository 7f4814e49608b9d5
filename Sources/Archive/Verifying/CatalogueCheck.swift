import Catalogue
import FileStore
import Records
import Wording

/// Holds the catalogue in use against one that is made anew from journal and derived files, and taken away again.
///
/// Readers and writers go on meanwhile: both states are held fast under the writer's lock and compared without it.
struct CatalogueCheck: Sendable {
    let writer: Writer

    struct Result {
        var state = VerifiedCatalogue.compared
        var findings: [Finding] = []
        /// How many texts that the catalogue has lie in `derived` no more, and are to be read again.
        var toReadAgain = 0
    }

    /// - Parameter progress: told how many of how many events are projected.
    /// - Throws: ``ArchiveError``; `CancellationError`
    func run(_ progress: (Int, Int) -> Void) throws -> Result {
        do throws(ArchiveError) { return try translating { try compare(progress) } } catch {
            switch error.code {
            case .noSpace: return Result(state: .noRoom)
            case .readOnly: return Result(state: .readOnly)
            case .journalDamaged:
                return Result(state: .damaged, findings: [Finding(.journalUnreadable, nil, "journal", .because(error.message.phrase))])
            case .catalogueDamaged:
                return Result(state: .damaged, findings: [Self.unreadable(error)])
            default: throw error
            }
        }
    }

    static func unreadable(_ error: ArchiveError) -> Finding {
        Finding(.catalogueUnreadable, nil, "catalogue", .because(error.message.phrase))
    }

    private func compare(_ progress: (Int, Int) -> Void) throws -> Result {
        let folder = writer.catalogue.folder
        // Whatever happens: a generation that nobody uses is taken away, at the latest by whoever opens the archive next.
        defer { try? writer.exclusivelyUnsettled { try folder.removeRetired() } }
        let check = BeforeCheck(writer.readings)
        let (comparison, lost) = try holdFast(check, progress)
        let found = try check.findings + comparison.differences(sparing: Set(lost.map(\.0))).map(Self.finding)
        return Result(findings: found, toReadAgain: lost.reduce(0) { $0 + $1.1.count })
    }

    /// Both states, and the contents whose texts are lost: they cost only time, and are put back into the queue.
    private func holdFast(_ check: BeforeCheck, _ progress: (Int, Int) -> Void) throws -> (CatalogueComparison, lost: [DocumentContents]) {
        let derived = writer.place.derivedFiles
        let (fresh, head) = try writer.exclusively { current in
            (try writer.catalogue.folder.make(), try current.read { try $0.progress().sequence })
        }
        try writer.maker.project(into: fresh, through: head, checking: check, progress)
        let seen = try derived.takeAll(into: fresh)
        return try writer.exclusively { current in
            try derived.takeWaiting(into: current)
            try writer.maker.project(into: fresh, through: try current.read { try $0.progress().sequence }, checking: check)
            try derived.catchUp(into: fresh, since: seen)
            let lost = try fresh.read { try $0.contentsWithoutOutcome(among: try current.read { try $0.takenContents() }) }
            if !lost.isEmpty {
                try current.write { transaction in
                    try transaction.awaitAgain(lost)
                    return true
                }
            }
            return (CatalogueComparison(of: try current.snapshot(), with: try fresh.snapshot()), lost)
        }
    }

    private static func finding(_ difference: CatalogueDifference) -> Finding {
        let row = StorageDetail.value(([difference.key] + difference.columns).joined(separator: " "))
        let (code, detail): (Finding.Code, StorageDetail) =
            switch difference.kind {
            case .missing: (.rowMissing, row)
            case .unexpected: (.rowUnexpected, row)
            case .differs: (.rowDiffers, row)
            case .more(let count): (.rowDiffers, .moreRows(count))
            }
        return Finding(code, difference.document, "catalogue/\(difference.table)", detail)
    }
}
