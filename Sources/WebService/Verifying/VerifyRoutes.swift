import Archive
import Records

extension Route {
    /// Whether objects are whole, and how many there are.
    static let verifying: [Route] = [
        .question("statistics", ShowStatistics.self),
        .call("verify", VerifyObjects.self, for: .verify) { asked, archive, actor in
            try await archive.verify(asked.documents, by: actor) { _, _ in }
        },
    ]
}

/// Checks objects against their digests and events: some, or all.
struct VerifyObjects: Codable {
    let documents: [DocumentID]?
}
