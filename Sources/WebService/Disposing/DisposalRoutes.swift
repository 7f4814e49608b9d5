import Archive
import HTTPTypes
import Records

extension Route {
    /// Disposal (销毁) in its steps, delegations, and what stays of destroyed documents.
    static let disposing: [Route] = [
        .list("disposals", ListDisposals.self),
        .change("disposals", ProposeDisposal.self, status: .created),
        .question("disposals/{batch}", ShowDisposal.self),
        .change("disposals/{batch}/appraise", AppraiseDisposal.self),
        .change("disposals/{batch}/vacant", EnterVacantPost.self),
        .change("disposals/{batch}/sign", SignDisposal.self),
        .change("disposals/{batch}/approve", ApproveDisposal.self),
        .change("disposals/{batch}/supervise", SuperviseDisposal.self),
        .change("disposals/{batch}/confirm", ConfirmDisposal.self),
        .change("disposals/{batch}/cancel", CancelDisposal.self),
        .call("disposals/{batch}/execute", ExecuteDisposal.self, for: .executeDisposal) { asked, archive, actor in
            try await archive.execute(asked.batch, by: actor) { _, _ in }
        },
        .call("disposals/{batch}/certify", CertifyDisposal.self, for: .certifyDisposal) { asked, archive, actor in
            try await archive.certify(asked.batch, in: asked.recordClass, by: actor)
        },
        .call("documents/{document}/redact-words", RedactWords.self, for: .redact) { asked, archive, actor in
            try await archive.redact(WordsRedaction(of: asked.words, in: asked.document, reason: asked.reason), by: actor)
        },
        .list("destroyed", ListDestroyed.self),
        .list("disposal-duties", ListDisposalDuties.self),
        .change("disposal-duties/{records}", SetDisposalDuties.self, by: .put),
        .list("delegations", ListDelegations.self),
        .change("delegations", DelegateDisposal.self, status: .created),
        .change("delegations/{delegation}/end", EndDelegation.self),
    ]
}

/// Carries a batch out.
struct ExecuteDisposal: Codable {
    let batch: BatchID
}

/// Proposes that words of what is said of a document are destroyed.
struct RedactWords: Codable {
    let document: DocumentID
    let words: String
    let reason: String
}

/// Files the papers of a batch that was carried out.
struct CertifyDisposal: Codable {
    let batch: BatchID
    /// Where they go; without it, the class of disposal records.
    let recordClass: String?

    enum CodingKeys: String, CodingKey {
        case batch
        case recordClass = "class"
    }
}
