import Catalogue
public import FileStore
public import Records
import Wording

/// What a run over the objects that were longest unlooked at found.
public struct DueVerification: Sendable, Codable {
    /// How many documents were looked at.
    public let documents: Int
    /// When the bytes that are now longest unlooked at were last looked at; nil without documents.
    public let oldestCheck: Timestamp?
    public let findings: [Finding]
}

extension LocalArchive {
    /// Most documents of one run, whose event names each of them.
    private static let mostAtOnce = 20_000

    /// Holds the objects that were longest unlooked at against their digests, within a time; the next run goes on from there.
    ///
    /// What was looked at is one event. A run that is killed leaves none, and the next one begins where it began.
    /// - Parameters:
    ///   - seconds: No object is begun after so long; at least one is looked at.
    ///   - progress: told how many documents of how many are checked.
    /// - Throws: ``ArchiveError``, also where it cannot be recorded, unless there is something found to tell.
    public func verifyDue(
        within seconds: Int, by actor: Actor, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> DueVerification {
        try await recordingRefusals(of: .verify, to: actor) { () async throws(ArchiveError) in
            let due = try await read(as: actor, for: .verify) { try $0.longestUnchecked(limit: Self.mostAtOnce) }
            let end = ContinuousClock.now + .seconds(seconds)
            let (checked, findings) = try await blocking.run { [self] () throws(ArchiveError) in
                try translating { try check(due, until: end, progress) }
            }
            if !checked.isEmpty {
                let damaged = Set(findings.compactMap(\.document))
                let event = ObjectsChecked(documents: checked, damaged: checked.filter(damaged.contains))
                do throws(ArchiveError) { try await record([event], by: actor) } catch  where !findings.isEmpty {
                    // Damage is told, whether or not the journal can grow.
                }
            }
            let oldest = try await read(as: actor, for: .verify) { try $0.oldestCheck() }
            return DueVerification(documents: checked.count, oldestCheck: oldest, findings: findings)
        }
    }

    private func check(
        _ documents: [DocumentID], until end: ContinuousClock.Instant, _ progress: (Int, Int) -> Void
    ) throws -> (checked: [DocumentID], findings: [Finding]) {
        var (checked, findings) = ([DocumentID](), [Finding]())
        for document in documents {
            guard checked.isEmpty || ContinuousClock.now < end else { break }
            findings += try look(at: document, expected: try writer.read { try $0.inventory(of: document) })
            checked.append(document)
            progress(checked.count, documents.count)
        }
        return (checked, findings)
    }
}
