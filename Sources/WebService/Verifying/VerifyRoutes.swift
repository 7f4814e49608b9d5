import Archive
import Records

extension Route {
    /// Whether objects are whole, and how many there are.
    static let verifying: [Route] = [
        .question("statistics", ShowStatistics.self),
        .call("verify", VerifyObjects.self, for: .verify) { asked, archive, actor in
            try await archive.verify(asked.documents, by: actor) { _, _ in }
        },
        .call("verify/due", VerifyDue.self, for: .verify) { asked, archive, actor in
            try await archive.verifyDue(within: min(asked.seconds ?? VerifyDue.standard, VerifyDue.longest), by: actor) { _, _ in }
        },
    ]
}

/// Checks objects against their digests and events: some, or all.
struct VerifyObjects: Codable {
    let documents: [DocumentID]?
}

/// Checks what was longest unlooked at, within a time.
struct VerifyDue: Codable {
    /// As long as a request is waited for; more counts as ``longest``.
    static let standard = 30
    static let longest = 600

    /// No object is begun after so many seconds; 30 without.
    let seconds: Int?
}
