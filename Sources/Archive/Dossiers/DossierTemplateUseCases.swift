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
    /// Most templates, and items of one: a line of the journal has all of them.
    private static let most = 100

    /// - Throws: ``ArchiveError`` `.valueRefused`, naming the line and the item.
    static func refuse(_ file: DefinitionFile<DossierTemplate>, types vocabulary: Vocabulary) throws(ArchiveError) {
        guard (1...most).contains(file.items.count) else { throw refusal(1, "", .count(most)) }
        var seen: Set<String> = []
        for (template, line) in zip(file.items, file.lines) {
            try refuseName(template.code, template.name, line)
            guard seen.insert(template.code).inserted else { throw refusal(line, template.code, .twice) }
            guard (1...most).contains(template.items.count) else { throw refusal(line, template.code, .count(most)) }
            var (codes, names): (Set<String>, Set<String>) = ([], [])
            for item in template.items {
                let name = "\(template.code)/\(item.code)"
                try refuseName(item.code, item.name, line)
                guard codes.insert(item.code).inserted else { throw refusal(line, name, .twice) }
                for called in Set([item.chinese, item.english].map(matchingKey)).sorted() where !names.insert(called).inserted {
                    throw refusal(line, name, .nameTwice(called))
                }
                guard !item.types.isEmpty else { throw refusal(line, name, .typesMissing) }
                if let unknown = item.types.first(where: { vocabulary.entry(for: $0) == nil }) {
                    throw refusal(line, name, .typeUnknown("\(unknown)"))
                }
                if let days = item.days, !(0...mostDays).contains(days) { throw refusal(line, name, .days(mostDays)) }
                if item.after != nil, item.days == nil { throw refusal(line, name, .daysMissing) }
            }
        }
    }

    private static func refuseName(_ code: String, _ name: Phrase, _ line: Int) throws(ArchiveError) {
        // A code is one as types of documents have them.
        guard DocumentType(code) != nil else { throw refusal(line, code, .codeRefused) }
        for words in [name.chinese, name.english] { _ = try Words.text(words, "yaml") }
    }

    private static func refusal(_ line: Int, _ name: String, _ problem: DossierTemplateMessage.Problem) -> ArchiveError {
        ArchiveError(.valueRefused, DossierTemplateMessage(line: line, name: name, problem: problem), subject: "yaml")
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
        let (key, templates) = (matchingKey(word), try templatesInForce().templates)
        if let template = templates.first(where: { [$0.code, $0.chinese, $0.english].map(matchingKey).contains(key) }) { return template }
        throw ArchiveError(
            .valueRefused, DossierMessage.templateUnknown(word), remedy: Remedy.words(templates.map(\.name)), subject: "template")
    }
}
