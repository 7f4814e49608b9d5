import Archive
import HTTPTypes

extension Route {
    /// Dossiers (案卷), and how documents belong to each other.
    static let dossiers: [Route] = [
        .list("dossiers", ListDossiers.self),
        .change("dossiers", OpenDossier.self, status: .created),
        .question("dossiers/{dossier}", ShowDossier.self),
        .change("dossiers/{dossier}/documents", LinkDocuments.self),
        .change("dossiers/{dossier}/documents/{document}/unlink", UnlinkDocument.self),
        .change("dossiers/{dossier}/lead", LeadDossier.self),
        .change("dossiers/{dossier}/close", CloseDossier.self),
        .change("dossiers/{dossier}/reopen", ReopenDossier.self),
        .question("dossiers/{dossier}/check", CheckDossier.self),
        .change("dossiers/{dossier}/template", SetDossierTemplate.self, by: .put),
        .change("dossiers/{dossier}/items", MarkDossierItem.self),
        .change("dossiers/{dossier}/merge", MergeDossiers.self),
        .change("dossiers/{dossier}/split", SplitDossier.self, status: .created),
        .change("dossier-assignments", AssignDossiers.self),
        .file("dossier-transfer-list", ExportTransferList.self),
        .question("dossier-templates", ShowDossierTemplates.self),
        .change("dossier-templates", LoadDossierTemplates.self, status: .created),
        .list("next", ListNext.self),
        .list("documents/{document}/relations", ListRelations.self),
        .change("documents/{document}/relations", RelateDocuments.self),
        .change("documents/{document}/relations/remove", UnrelateDocuments.self),
    ]
}
