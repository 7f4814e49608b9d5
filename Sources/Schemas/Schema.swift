/// What is agreed with the outside, embedded in the program: no path of the build folder is needed at run time.
public enum Schema {
    /// The steps by which the catalogue became what it is, in order; the name of each is its file's, without `.sql`.
    public static var migrations: [(name: String, sql: [UInt8])] {
        [
            ("catalogue001", PackageResources.catalogue001_sql),
            ("catalogue002-search", PackageResources.catalogue002_search_sql),
            ("catalogue003-retention", PackageResources.catalogue003_retention_sql),
            ("catalogue004-parties", PackageResources.catalogue004_parties_sql),
            ("catalogue005-due", PackageResources.catalogue005_due_sql),
            ("catalogue006-grants", PackageResources.catalogue006_grants_sql),
            ("catalogue007-restores", PackageResources.catalogue007_restores_sql),
            ("catalogue008-disposal", PackageResources.catalogue008_disposal_sql),
            ("catalogue009-redaction", PackageResources.catalogue009_redaction_sql),
            ("catalogue010-duties", PackageResources.catalogue010_duties_sql),
            ("catalogue011-parties", PackageResources.catalogue011_parties_sql),
            ("catalogue012-merged-parties", PackageResources.catalogue012_merged_parties_sql),
            ("catalogue013-judgements", PackageResources.catalogue013_judgements_sql),
            ("catalogue014-dossiers", PackageResources.catalogue014_dossiers_sql),
            ("catalogue015-originals", PackageResources.catalogue015_originals_sql),
            ("catalogue016-loans", PackageResources.catalogue016_loans_sql),
            ("catalogue017-stocktakes", PackageResources.catalogue017_stocktakes_sql),
            ("catalogue018-packs", PackageResources.catalogue018_packs_sql),
            ("catalogue019-growth", PackageResources.catalogue019_growth_sql),
            ("catalogue020-transmittals", PackageResources.catalogue020_transmittals_sql),
        ]
    }

    /// What else of `schemas/` tells how an archive is read, by the names of the files.
    public static var format: [(name: String, bytes: [UInt8])] {
        [
            ("document-types.yaml", documentTypes), ("dossier-templates.yaml", dossierTemplates), ("initials.txt", initials),
            ("loans.yaml", loans), ("pack.schema.json", pack), ("receivers.yaml", receivers), ("schedule.yaml", schedule),
            ("scheme.yaml", scheme), ("variants.txt", variants),
        ]
    }

    /// Traditional and variant characters with their simplified ones, a pair a line.
    public static var variants: [UInt8] { PackageResources.variants_txt }
    public static var initials: [UInt8] { PackageResources.initials_txt }
    public static var documentTypes: [UInt8] { PackageResources.document_types_yaml }
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
