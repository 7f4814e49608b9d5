/// It was said what kind of deal a dossier is of, and so what it should hold: with the template as it was then.
public struct DossierTemplated: Event {
    public static let type = "dossier.templated/1"
    public static let title = Phrase("指定案卷模板", "dossier given a template")

    public let dossier: DossierID
    public let template: DossierTemplate
    /// The code of the template that it had.
    public let before: String?

    public init(dossier: DossierID, template: DossierTemplate, before: String?) {
        self.dossier = dossier
        self.template = template
        self.before = before
    }

    public var subjects: [String] { [dossier.compact] }

    public static var sample: DossierTemplated { DossierTemplated(dossier: .sample, template: .sample, before: "quote_only") }
}
