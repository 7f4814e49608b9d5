/// What is agreed with the outside, embedded in the program: no path of the build folder is needed at run time.
public enum Schema {
    public static var catalogue001: [UInt8] { PackageResources.catalogue001_sql }
    public static var catalogue002Search: [UInt8] { PackageResources.catalogue002_search_sql }
    /// Traditional and variant characters with their simplified ones, a pair a line.
    public static var variants: [UInt8] { PackageResources.variants_txt }
    public static var initials: [UInt8] { PackageResources.initials_txt }
    public static var documentTypes: [UInt8] { PackageResources.document_types_yaml }
    /// Dossiers, relations, scheme, schedule, facts, open matters, holds and due dates.
    public static var catalogue003Retention: [UInt8] { PackageResources.catalogue003_retention_sql }
    public static var catalogue004Parties: [UInt8] { PackageResources.catalogue004_parties_sql }
    public static var catalogue005Due: [UInt8] { PackageResources.catalogue005_due_sql }
    /// Classes of the scheme in force, grants, departments.
    public static var catalogue006Grants: [UInt8] { PackageResources.catalogue006_grants_sql }
    public static var catalogue007Restores: [UInt8] { PackageResources.catalogue007_restores_sql }
    /// Disposal batches, and what stays of destroyed documents.
    public static var catalogue008Disposal: [UInt8] { PackageResources.catalogue008_disposal_sql }
    /// Contents that were destroyed while their documents stay.
    public static var catalogue009Redaction: [UInt8] { PackageResources.catalogue009_redaction_sql }
    public static var catalogue010Duties: [UInt8] { PackageResources.catalogue010_duties_sql }
    public static var catalogue011Parties: [UInt8] { PackageResources.catalogue011_parties_sql }
    public static var catalogue012MergedParties: [UInt8] { PackageResources.catalogue012_merged_parties_sql }
    public static var catalogue013Judgements: [UInt8] { PackageResources.catalogue013_judgements_sql }
    public static var catalogue014Dossiers: [UInt8] { PackageResources.catalogue014_dossiers_sql }
    public static var catalogue015Originals: [UInt8] { PackageResources.catalogue015_originals_sql }
    public static var catalogue016Loans: [UInt8] { PackageResources.catalogue016_loans_sql }
    public static var catalogue017Stocktakes: [UInt8] { PackageResources.catalogue017_stocktakes_sql }
    public static var catalogue018Packs: [UInt8] { PackageResources.catalogue018_packs_sql }
    public static var catalogue019Growth: [UInt8] { PackageResources.catalogue019_growth_sql }
    public static var catalogue020Transmittals: [UInt8] { PackageResources.catalogue020_transmittals_sql }
    /// The form of `pack.json` in the files of packs.
    public static var pack: [UInt8] { PackageResources.pack_schema_json }
    /// Who takes over deals in a new archive, and what they must get.
    public static var receivers: [UInt8] { PackageResources.receivers_yaml }
    /// How long paper may be lent in a new archive, and with whose consent.
    public static var loans: [UInt8] { PackageResources.loans_yaml }
    /// The classification scheme that a new archive begins with.
    public static var scheme: [UInt8] { PackageResources.scheme_yaml }
    /// The retention schedule that a new archive begins with.
    public static var schedule: [UInt8] { PackageResources.schedule_yaml }
    /// What the dossiers of a new archive's kinds of deals should hold.
    public static var dossierTemplates: [UInt8] { PackageResources.dossier_templates_yaml }
    /// The description of those routes of the service that bring bytes along.
    public static var openAPIBytes: [UInt8] { PackageResources.openapi_bytes_yaml }
    public static var storageReadme: [UInt8] { PackageResources.storage_readme_txt }
}
