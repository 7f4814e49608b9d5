public import Catalogue
public import Records
import Schemas
import Wording

/// What the dossiers of each kind of deal should hold (案卷模板), as it holds now.
public struct ShowDossierTemplates: Question {
    public typealias Answer = DossierTemplates
    public static let operation = Operation.readDossiers
    public static var sample: ShowDossierTemplates { ShowDossierTemplates() }

    public init() {}

    public func answer(_ reading: Reading) throws -> DossierTemplates { try reading.templatesInForce() }
}

/// Puts other templates in force. Dossiers keep the one that they were given until they are given another.
public struct LoadDossierTemplates: Change {
    public typealias Answer = DossierTemplates
    public static let operation = Operation.loadTemplates
    public static var sample: LoadDossierTemplates {
        LoadDossierTemplates(
            """
            - {code: supply, chinese: 供货, english: supply, items: [{code: contract, stage: contract, chinese: 合同, english: contract, types: [contract]}]}
            """)
    }

    /// The file's text.
    public let yaml: String

    public init(_ yaml: String) { self.yaml = yaml }

    public func decide(_ decision: Decision) throws {
        let file = try DefinitionFile<DossierTemplate>(yaml)
        try DossierTemplateProblem.refuse(file, types: decision.reading.vocabulary)
        try decision.state(
            DossierTemplatesLoaded(version: try decision.reading.templatesInForce().version + 1, templates: file.items))
    }

    public static func answer(after events: [any Event], _ reading: Reading) throws -> DossierTemplates {
        let loaded = try events.the(DossierTemplatesLoaded.self)
        return DossierTemplates(version: loaded.version, templates: loaded.templates)
    }
}

/// What keeps templates from being loaded.
enum DossierTemplateProblem {
    /// Most days that an item may have: twenty years.
    private static let mostDays = 7305

    /// - Throws: ``ArchiveError`` `.valueRefused`, naming the line and the item.
    static func refuse(_ file: DefinitionFile<DossierTemplate>, types vocabulary: Vocabulary) throws(ArchiveError) {
        try DefinitionNames.refuseCount(file.items, of: "", 1)
        var templates = DefinitionNames()
        for (template, line) in zip(file.items, file.lines) {
            try templates.takeCode(of: template, line)
            try DefinitionNames.refuseCount(template.items, of: template.code, line)
            var items = DefinitionNames()
            for item in template.items {
                let name = "\(template.code)/\(item.code)"
                try items.takeCode(of: item, as: name, line)
                try items.takeNames(of: item, as: name, line)
                guard !item.types.isEmpty else { throw .definition(line, name, .typesMissing) }
                try DefinitionNames.refuseUnknown(item.types, in: vocabulary, of: name, line)
                if let days = item.days, !(0...mostDays).contains(days) { throw .definition(line, name, .days(mostDays)) }
                if item.after != nil, item.days == nil { throw .definition(line, name, .daysMissing) }
            }
        }
    }
}

extension Reading {
    /// The templates that the company loaded, else those that come with the program.
    func templatesInForce() throws -> DossierTemplates {
        if let loaded = try dossierTemplates() { return loaded }
        return DossierTemplates(version: 0, templates: try DefinitionFile<DossierTemplate>(DefinitionText.standardTemplates).items)
    }

    /// The template that a code or a name means.
    ///
    /// - Throws: ``ArchiveError`` `.valueRefused`, which names those that there are.
    func template(meantBy word: String) throws -> DossierTemplate {
        let templates = try templatesInForce().templates
        if let template = templates.first(meantBy: word) { return template }
        throw ArchiveError(
            .valueRefused, DossierMessage.templateUnknown(word), remedy: Remedy.words(templates.map(\.name)), subject: "template")
    }
}
