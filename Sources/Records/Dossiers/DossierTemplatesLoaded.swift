/// The company said what the dossiers of its kinds of deals should hold. Dossiers keep the template that they were given.
public struct DossierTemplatesLoaded: Event {
    public static let type = "dossier.templates-loaded/1"
    public static let title = Phrase("启用案卷模板", "dossier templates loaded")

    /// Counted from 1; a version once loaded is never changed.
    public let version: Int
    public let templates: [DossierTemplate]

    public init(version: Int, templates: [DossierTemplate]) {
        self.version = version
        self.templates = templates
    }

    public var subjects: [String] { [] }

    public static var sample: DossierTemplatesLoaded { DossierTemplatesLoaded(version: 1, templates: [.sample]) }
}
