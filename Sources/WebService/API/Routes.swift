import Archive
import HTTPTypes
import Journal
import Synchronization

extension Route {
    /// Every use case that is a value, by its way in. What brings bytes along, and signing in, have routes of their own.
    static let all: [Route] = documents + deals + numbers + rules + accounts + secrets + house

    private static let documents: [Route] = [
        .list("identifiers", ListDocuments.self),
        .list("found", FindDocuments.self),
        .change("documents/{document}", EditDocument.self, by: .patch),
        .change("documents/{document}/withdraw", WithdrawDocument.self),
        .change("documents/{document}/reinstate", ReinstateDocument.self),
        .list("documents/{document}/relations", ListRelations.self),
        .change("documents/{document}/relations", RelateDocuments.self),
        .change("documents/{document}/relations/remove", UnrelateDocuments.self),
        .question("documents/{document}/retention", ShowRetention.self),
        .change("documents/{document}/facts", RecordFact.self),
        .change("documents/{document}/matters", OpenMatter.self, status: .created),
    ]

    private static let deals: [Route] = [
        .list("parties", ListParties.self),
        .change("parties", RegisterParty.self, status: .created),
        .list("dossiers", ListDossiers.self),
        .change("dossiers", OpenDossier.self, status: .created),
        .question("dossiers/{dossier}", ShowDossier.self),
        .change("dossiers/{dossier}/documents", LinkDocuments.self),
        .change("dossiers/{dossier}/documents/{document}/unlink", UnlinkDocument.self),
        .change("dossiers/{dossier}/close", CloseDossier.self),
        .change("dossiers/{dossier}/reopen", ReopenDossier.self),
    ]

    private static let numbers: [Route] = [
        .list("numbers/gaps", ListNumberGaps.self),
        .change("numbers", ReserveNumber.self, status: .created),
        .change("numbers/explain", ExplainNumber.self),
        .change("numbering/{type}", SetNumbering.self, by: .put),
    ]

    private static let rules: [Route] = [
        .question("scheme", ShowScheme.self),
        .list("scheme/check", CheckScheme.self, by: .post),
        .question("scheme/compare", CompareScheme.self, by: .post),
        .change("scheme", LoadScheme.self, status: .created),
        .change("classifications", ClassifyDocuments.self),
        .question("schedule", ShowSchedule.self),
        .list("schedule/check", CheckSchedule.self, by: .post),
        .list("schedule/simulate", SimulateSchedule.self, by: .post),
        .change("schedule", LoadSchedule.self, status: .created),
        .list("due", ListDue.self),
        .list("matters", ListMatters.self),
        .change("matters/{matter}/close", CloseMatter.self),
        .list("holds", ListHolds.self),
        .change("holds", PlaceHold.self, status: .created),
        .change("holds/{hold}/lift", LiftHold.self),
    ]

    private static let accounts: [Route] = [
        .list("accounts", ListAccounts.self),
        .change("accounts/{name}", SetAccount.self, by: .put),
        .list("tokens", ListTokens.self),
    ]

    private static let secrets: [Route] = [
        .call("accounts/{name}/password", SetPassword.self, for: .setPassword, by: .put) { asked, archive, actor in
            try await archive.setPassword(asked.password, for: asked.name, by: actor)
            return Named(name: asked.name)
        },
        .call("accounts/{name}/sign-in-link", IssueSignInLink.self, for: .issueToken, status: .created) { asked, archive, actor in
            SignInLink(path: SignInLink.path(of: try await archive.signInLink(for: asked.name, by: actor)))
        },
        .call("tokens", IssueToken.self, for: .issueToken, status: .created) { asked, archive, actor in
            try await archive.issueToken(for: asked.account, days: asked.days, by: actor)
        },
        .call("tokens/{id}/revoke", RevokeToken.self, for: .revokeToken) { asked, archive, actor in
            try await archive.revokeToken(asked.id, by: actor)
            return asked
        },
    ]

    private static let house: [Route] = [
        .question("extraction", ShowExtraction.self),
        .call("extraction/retry", RetryExtraction.self, for: .extract) { asked, archive, actor in
            let read = Mutex(0)
            try await archive.extract(asked.documents, retry: true, wait: true, by: actor) { done, _ in read.withLock { $0 = done } }
            return FilesRead(files: read.withLock { $0 })
        },
        .question("statistics", ShowStatistics.self),
        .change("clock/accept", AcceptClock.self),
        .call("verify", VerifyObjects.self, for: .verify) { asked, archive, actor in
            try await archive.verify(asked.documents, by: actor) { _, _ in }
        },
        .call("log/verify", VerifyLog.self, for: .verifyLog) { asked, archive, actor in
            let findings = try await archive.verifyLog(
                checkpoint: try asked.note(), keys: try asked.trusted(), by: actor, progress: { _, _ in })
            return LogFindings(findings: findings.map(LogFinding.init))
        },
        .call("log/checkpoints", SignCheckpoint.self, for: .signCheckpoint, status: .created) { _, archive, actor in
            Checkpoint(checkpoint: String(decoding: try await archive.signCheckpoint(by: actor).bytes, as: UTF8.self))
        },
    ]
}
