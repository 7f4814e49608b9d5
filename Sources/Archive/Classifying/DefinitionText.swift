public import Records
import Schemas
import Yams

/// A scheme or a schedule as a file that can be changed and loaded, a line for each item.
public enum DefinitionText {
    public static func of(_ version: ShowScheme.Version) throws -> String {
        try text(version.classes, standard: LocalArchive.standardScheme)
    }

    public static func of(_ version: ShowSchedule.Version) throws -> String {
        try text(version.rules, standard: LocalArchive.standardSchedule)
    }

    /// Templates of dossiers.
    public static func of(_ templates: DossierTemplates) throws -> String {
        try text(templates.templates, standard: standardTemplates)
    }

    /// Rules of loans.
    public static func of(_ rules: [LoanRule]) throws -> String {
        try text(rules, standard: String(decoding: Schema.loans, as: UTF8.self))
    }

    /// Receivers of packs.
    public static func of(_ receivers: Receivers) throws -> String {
        try text(receivers.receivers, standard: standardReceivers)
    }

    static var standardReceivers: String { String(decoding: Schema.receivers, as: UTF8.self) }
    static var standardTemplates: String { String(decoding: Schema.dossierTemplates, as: UTF8.self) }

    /// - Parameter standard: What comes with the program, which has comments: said as it is where it says the same.
    private static func text<Item: Codable & Hashable & Sendable>(_ items: [Item], standard: String) throws -> String {
        if try DefinitionFile<Item>(standard).items == items { return standard }
        return try items.map { item in
            guard var node = try Yams.compose(yaml: YAMLEncoder().encode(item)) else { return "" }
            node.mapping?.style = .flow
            return "- " + (try Yams.serialize(node: node, width: -1, allowUnicode: true))
        }.joined()
    }
}
